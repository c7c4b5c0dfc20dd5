import { listed } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { paths } from '../../paths.ts'
import type { Overview } from './overview.ts'

const clauseLink = (clause: string, { record }: Overview): Html =>
  html`<a class="govuk-link app-clause" href="${paths.caseClause(record.id, clause)}">${clause}</a>`

const linked = (text: string, href: string | null): Part =>
  href === null ? text : html`<a class="govuk-link" href="${href}">${text}</a>`

const whereTo = (to: string, { procedure }: Overview): string =>
  procedure.steps.find(({ id }) => id === to)?.title ?? procedure.exits[to] ?? to

const decisions = (all: Overview): readonly Html[] =>
  all.standing.next.decisions.map(({ title, by, on, outcomes, clause }) => {
    const href = all.recordAt(on.events[0] ?? '')
    const roles = listed(
      by.map((role) => all.names.role(role)),
      'or',
    )
    return html`<li class="app-next"><div class="app-next__what">${linked(title, href)} ${clauseLink(clause, all)}</div><p class="app-next__note">Decided by: ${roles}</p><ul class="app-next__outcomes">${outcomes.map((outcome) => html`<li>${outcome.title}: <span class="app-quiet">${whereTo(outcome.to, all)}</span></li>`)}</ul></li>`
  })

const options = (all: Overview): readonly Html[] =>
  all.standing.next.options.map(
    ({ says, event, clause }) =>
      html`<li class="app-next"><div class="app-next__what">${linked(says, all.recordAt(event.events[0] ?? ''))} ${clauseLink(clause, all)}</div></li>`,
  )

const prompts = (all: Overview): Part => {
  const asked = all.standing.next.prompts
  return (
    asked.length > 0 &&
    html`<section class="app-ask" aria-labelledby="ask"><h2 class="govuk-heading-s" id="ask">Ask yourself</h2><ul class="govuk-list app-ask__list">${asked.map(({ question, clause }) => html`<li>${question} ${clauseLink(clause, all)}</li>`)}</ul></section>`
  )
}

/** Questions to the worker, and what may be decided or done next, each leading to where it is recorded. */
export const nextPart = (all: Overview): readonly Part[] => {
  const items = [...decisions(all), ...options(all)]
  return [
    prompts(all),
    items.length > 0 &&
      html`<section aria-labelledby="next"><h2 class="govuk-heading-m" id="next">What may happen next</h2><ul class="govuk-list">${items}</ul></section>`,
  ]
}
