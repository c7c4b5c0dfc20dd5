import type { AuthorityToEnter } from '#casework/sign-in/sessions.ts'
import { html } from '../../components/html.ts'
import { plainForm } from '../../forms/plain-form.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { authoritySelect, emailInput } from '../sign-in/questions.ts'

export type ForgottenFacts = {
  readonly enter: readonly AuthorityToEnter[]
  readonly typed: Typed
  readonly csrf: string
  readonly problems: readonly FieldProblem[]
}

const back = { href: paths.signIn, text: 'Back to signing in' }

export const forgottenPasswordView = ({ enter, typed, csrf, problems }: ForgottenFacts): Page => ({
  title: 'Forgotten password',
  back,
  problems,
  body: html`<h1 class="govuk-heading-l">Forgotten password</h1><p class="govuk-body">We send you a link with which you choose a new one. To sign in with it you also need the app for codes, or a recovery code.</p>${plainForm(
    {
      action: paths.forgottenPassword,
      csrf,
      questions: [authoritySelect(enter, typed, problems), emailInput(typed, problems)],
      submit: 'Send me a link',
    },
  )}`,
})

/** Where no letter is sent, a new invitation is the way to a new password. */
export const noLettersView = (): Page => ({
  title: 'Forgotten password',
  back,
  body: html`<h1 class="govuk-heading-l">Forgotten password</h1><p class="govuk-body">Alongside sends no mail here, so it cannot send you a link for a new password. Ask whoever looks after Alongside where you work for a new invitation: with it you choose one.</p>`,
})

/** The same whether or not the address is anybody's. */
export const linkSentView = (): Page => ({
  title: 'Check your email',
  back,
  body: html`<h1 class="govuk-heading-l">Check your email</h1><p class="govuk-body">If the address is that of somebody who signs in here with a password, a link is on its way to it. It works once, for an hour.</p><p class="govuk-body">If nothing comes within a few minutes, look among unwanted mail, and check that you gave the address that you were invited with. If you have not signed in before, ask whoever looks after Alongside where you work for an invitation.</p>`,
})
