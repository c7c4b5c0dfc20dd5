import { dayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import type { CasePeople, PersonShown, RelationshipShown } from '#casework/case/case-people.ts'
import { hasLeft } from '#casework/case/case-people.ts'
import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { paths } from '../../paths.ts'
import { addressPart } from './person-card.ts'

const joined = (parts: readonly Part[]): Part =>
  parts.map((part, i) => [i === 0 ? null : i === parts.length - 1 ? ' and ' : ', ', part])

const nameOf = (facts: CasePeople, id: string): string =>
  facts.people.find(({ personId }) => personId === id)?.name ?? 'somebody who is no longer on record'

const period = ({ from, until }: RelationshipShown): string =>
  [
    from === null ? '' : `, since ${dayInWords(from)}`,
    until === null ? '' : `, until ${dayInWords(until)}`,
  ].join('')

const other = (one: RelationshipShown, facts: CasePeople): Part => {
  const name = nameOf(facts, one.other)
  if (!facts.mayChange) return `${name}${period(one)}`
  const hidden = `Change what ${nameOf(facts, one.person)} is to `
  return html`<a class="govuk-link" href="${paths.changeRelationship(facts.record.id, one.id)}"><span class="govuk-visually-hidden">${hidden}</span>${name}</a>${period(one)}`
}

/** Who is who to whom, one line for what somebody is to several: `Mo: mother of Ada and Ben`. */
const lines = (all: readonly RelationshipShown[], facts: CasePeople): readonly Html[] =>
  [...Map.groupBy(all, ({ person, kind }) => `${person} ${kind}`).values()].flatMap((ties) => {
    const [first] = ties
    if (first === undefined) return []
    return [
      html`<li><strong>${nameOf(facts, first.person)}</strong>: ${first.kind} of ${joined(ties.map((one) => other(one, facts)))}</li>`,
    ]
  })

/** Who is who to whom, as a list that can be read aloud; what is no longer so folded away. */
export const tiesPart = (facts: CasePeople): Part => {
  const today = dayOf(facts.now)
  const over = facts.relationships.filter(({ until }) => until !== null && until < today)
  const now = facts.relationships.filter((one) => !over.includes(one))
  return html`<h3 class="govuk-heading-s">Who is who</h3>${
    now.length === 0
      ? html`<p class="govuk-body">Nothing is on record about who is who to whom.</p>`
      : html`<ul class="govuk-list app-ties">${lines(now, facts)}</ul>`
  }${facts.mayChange && html`<p class="govuk-body"><a class="govuk-link" href="${paths.relatePeople(facts.record.id)}">Say who is who</a>${now.length > 0 && html` <span class="app-quiet">To change one, choose the name after “of”.</span>`}</p>`}${
    over.length > 0 &&
    details({
      summary: 'What is no longer so',
      text: html`<ul class="govuk-list">${lines(over, facts)}</ul>`,
    })
  }`
}

/** Who lives with whom. */
export const householdsPart = (facts: CasePeople): Part => {
  const here = facts.people.filter((person) => person.member && !hasLeft(person, facts))
  const seen = new Set<string>()
  const households: (readonly PersonShown[])[] = []
  for (const person of here) {
    if (seen.has(person.personId) || person.lives.kind === 'unknown') continue
    const all = [person, ...here.filter(({ personId }) => person.livesWith.includes(personId))]
    for (const { personId } of all) seen.add(personId)
    households.push(all)
  }
  const lost = here.filter(({ lives }) => lives.kind === 'unknown')
  if (households.length === 0) return null
  return html`<h3 class="govuk-heading-s">Who lives together</h3><ul class="govuk-list app-ties">${households.map(
    (all) =>
      html`<li>${joined(all.map(({ name }) => html`<strong>${name}</strong>`))}<br>${addressPart({ lives: all[0]?.lives ?? { kind: 'unknown' } })}</li>`,
  )}${lost.length > 0 && html`<li>${joined(lost.map(({ name }) => html`<strong>${name}</strong>`))}<br><span class="app-quiet">Address not known</span></li>`}</ul>`
}
