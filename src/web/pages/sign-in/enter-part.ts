import type { AuthorityToEnter } from '#casework/sign-in/sessions.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { plainForm } from '../../forms/plain-form.ts'
import type { Typed } from '../../forms/typed.ts'
import { paths, withQuery } from '../../paths.ts'
import { authoritySelect, emailInput, passwordInput } from './questions.ts'

/** What the part for those who sign in for real is made of. */
export type EnterFacts = {
  readonly enter: readonly AuthorityToEnter[]
  readonly passwords: boolean
  /** What the button for a provider's account says; null where there is none. */
  readonly provider: string | null
  readonly typed: Typed
  readonly next: string | undefined
  readonly csrf: string
  readonly problems: readonly FieldProblem[]
}

const byProvider = ({ enter, provider, next }: EnterFacts): Part => {
  if (provider === null) return null
  const [only, ...others] = enter
  const at = ({ slug }: AuthorityToEnter): string => withQuery(paths.provider, { authority: slug, next })
  if (only !== undefined && others.length === 0) return button({ text: provider, href: at(only) })
  return html`<h2 class="govuk-heading-m">${provider}</h2><ul class="govuk-list">${enter.map(
    (one) => html`<li><a class="govuk-link" href="${at(one)}">${one.name}</a></li>`,
  )}</ul>`
}

const byPassword = ({ enter, passwords, provider, typed, next, csrf, problems }: EnterFacts): Part => {
  if (!passwords) return null
  const questions = [
    authoritySelect(enter, typed, problems),
    emailInput(typed, problems),
    passwordInput('password', 'Password', problems),
  ]
  const classes = provider === null ? undefined : 'govuk-button--secondary'
  return html`${
    provider !== null && html`<h2 class="govuk-heading-m">Sign in with an Alongside password</h2>`
  }${plainForm({ action: paths.enterPassword, csrf, next, questions, submit: 'Continue', classes })}
<p class="govuk-body"><a class="govuk-link" href="${paths.forgottenPassword}">I have forgotten my password</a></p>`
}

/** The ways in for those who sign in for real. */
export const enterPart = (facts: EnterFacts): Part =>
  facts.enter.length > 0 && html`<div class="app-column">${byProvider(facts)}${byPassword(facts)}</div>`
