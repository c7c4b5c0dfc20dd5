import { html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { plainForm } from '../../forms/plain-form.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { codeInput } from '../sign-in/questions.ts'

export type CodeFacts = {
  readonly csrf: string
  readonly next: string | undefined
  readonly problems: readonly FieldProblem[]
}

const back = { href: paths.signIn, text: 'Back to the beginning' }

/** The second step of signing in, with the app. */
export const codeView = ({ csrf, next, problems }: CodeFacts): Page => ({
  title: 'Enter a code',
  back,
  problems,
  body: html`<h1 class="govuk-heading-l">Enter the code from your app</h1>${plainForm({
    action: paths.enterCode,
    csrf,
    next,
    questions: codeInput('Code', problems),
    submit: 'Sign in',
  })}<p class="govuk-body"><a class="govuk-link" href="${withQuery(paths.enterRecoveryCode, { next })}">I do not have my phone: use a recovery code</a></p>`,
})

/** The same without the app. */
export const recoveryCodeView = ({ csrf, next, problems }: CodeFacts): Page => ({
  title: 'Enter a recovery code',
  back: { href: withQuery(paths.enterCode, { next }), text: 'Back to the code from the app' },
  problems,
  body: html`<h1 class="govuk-heading-l">Enter a recovery code</h1><p class="govuk-body">You were shown ten of them when you set up your app. Each works once.</p>${plainForm(
    {
      action: paths.enterRecoveryCode,
      csrf,
      next,
      questions: input({
        ...saidIn({}, problems).text('code'),
        label: 'Recovery code',
        hint: 'For example, 7K2M-9QXA-03HD-WZ5T',
        classes: 'govuk-input--width-20',
        autocomplete: 'off',
        autocapitalize: 'characters',
        spellcheck: false,
      }),
      submit: 'Sign in',
    },
  )}<p class="govuk-body">If you have neither, ask whoever looks after Alongside where you work for a new invitation.</p>`,
})
