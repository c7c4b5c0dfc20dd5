import type { AuthorityToTry, PersonToBe } from '#casework/sessions.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { notificationBanner } from '../../components/notification-banner.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import type { WhySignIn } from '../../plugins/need-sign-in.ts'
import { valueOf } from './form.ts'

export type SignInFacts = {
  readonly authorities: readonly AuthorityToTry[]
  readonly why: unknown
  readonly next: string | undefined
  readonly csrf: string
  readonly idleMinutes: number
  readonly problems: readonly FieldProblem[]
}

const reasons = ({ idleMinutes }: SignInFacts): Readonly<Record<WhySignIn, string>> => ({
  idle: `You were signed out because nothing happened for ${idleMinutes} minutes.`,
  long: 'You were signed out at the end of a long day. Sign in again to go on.',
  'signed-out': 'You have signed out.',
  kept: 'You were signed out before this was sent. What you typed is kept as a draft: sign in again and it will be there. Nothing was recorded.',
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

export const signInView = (facts: SignInFacts): Page => {
  const { authorities, next, csrf } = facts
  const list = html`<p class="govuk-body">Choose whom to be. Each authority works to a written procedure of its own.</p>
<form method="post" action="${paths.signIn}" id="person"><input type="hidden" name="_csrf" value="${csrf}">${
    next !== undefined && html`<input type="hidden" name="next" value="${next}">`
  }${authorities.map(authority)}</form>`
  return {
    title: 'Sign in',
    problems: facts.problems,
    wide: true,
    demonstration: authorities.length > 0,
    body: html`${banner(facts)}<h1 class="govuk-heading-l">Sign in</h1>${authorities.length > 0 ? list : nobody}`,
  }
}
