import type { AuthorityToTry, PersonToBe } from '#casework/sign-in/sessions.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import { forgeryField, nextField } from '../../forms/plain-form.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import type { WhySignIn } from '../../plugins/need-sign-in.ts'
import { enterPart } from './enter-part.ts'
import type { EnterFacts } from './enter-part.ts'
import { valueOf } from './form.ts'

export type SignInFacts = EnterFacts & {
  /** Whom one can be in the demonstration. */
  readonly authorities: readonly AuthorityToTry[]
  readonly why: unknown
  readonly idleMinutes: number
}

/** Why somebody stands before this page: led here, or sent back from a step further on. */
type Why = WhySignIn | 'over' | 'changed'

const reasons = ({ idleMinutes }: SignInFacts): Readonly<Record<Why, string>> => ({
  idle: `You were signed out because nothing happened for ${idleMinutes} minutes.`,
  long: 'You were signed out at the end of a long day. Sign in again to go on.',
  'signed-out': 'You have signed out.',
  kept: 'You were signed out before this was sent. What you typed is kept as a draft: sign in again and it will be there. Nothing was recorded.',
  over: 'Signing in took too long, or was done already. Begin again.',
  changed:
    'Your password is changed, and you are signed out everywhere. Sign in with the new one, and with a code from your app.',
})

const banner = (facts: SignInFacts): Part => {
  const reason = Object.entries(reasons(facts)).find(([why]) => why === facts.why)?.[1]
  return reason !== undefined && notificationBanner({ text: reason })
}

const person = (one: PersonToBe): Html =>
  html`<li><button type="submit" class="app-person" name="person" value="${valueOf(one)}"><span class="app-person__name">${one.name}</span> <span class="app-person__role">${one.roleName}${one.team !== null && html`, ${one.team}`}</span></button></li>`

const authority = (one: AuthorityToTry, i: number): Html =>
  html`<section class="app-authority" aria-labelledby="authority-${i}"><h2 class="govuk-heading-m" id="authority-${i}">${one.name}</h2><p class="govuk-body app-quiet">${one.procedure}</p>
<ul class="app-people">${one.people.map(person)}</ul></section>`

const nobody = html`<p class="govuk-body">Nobody can sign in here yet. Whoever runs this service has to set up how people sign in.</p>`

const toTry = ({ authorities, next, csrf }: SignInFacts): Part =>
  authorities.length > 0 &&
  html`<p class="govuk-body">Choose whom to be. Each authority works to a written procedure of its own.</p>
<form method="post" action="${paths.signIn}" id="person">${forgeryField(csrf)}${nextField(next)}${authorities.map(authority)}</form>`

export const signInView = (facts: SignInFacts): Page => {
  const { authorities, enter, passwords, provider } = facts
  const isReal = enter.length > 0 && (passwords || provider !== null)
  const both = isReal && authorities.length > 0
  return {
    title: 'Sign in',
    problems: facts.problems,
    wide: authorities.length > 0,
    demonstration: authorities.length > 0 && !isReal,
    body: html`${banner(facts)}<h1 class="govuk-heading-l">Sign in</h1>${isReal && enterPart(facts)}${
      both && html`<h2 class="govuk-heading-l">Or look at the demonstration</h2>`
    }${toTry(facts)}${!isReal && authorities.length === 0 && nobody}`,
  }
}
