import type { CasePeople, PersonShown } from '#casework/case/case-people.ts'
import { hasLeft } from '#casework/case/case-people.ts'
import { isChild } from '#engine/case-event.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { casePage } from '../../family/case-frame.ts'
import { namesIn } from '../../family/names.ts'
import type { Names } from '../../family/names.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { personCard } from './person-card.ts'
import { householdsPart, tiesPart } from './ties-part.ts'

const part = (title: string, people: readonly PersonShown[], facts: CasePeople, names: Names): Part =>
  people.length > 0 &&
  html`<h3 class="govuk-heading-s">${title}</h3><ul class="app-cards">${people.map((person) => personCard(person, facts, names))}</ul>`

const ways = ({ record, mayChange }: CasePeople): Part =>
  html`<div class="app-ways">${
    mayChange &&
    html`${button({ text: 'Add somebody', href: paths.addPerson(record.id), classes: 'govuk-button--secondary app-button--small' })}<a class="govuk-link" href="${paths.renameFamily(record.id)}">Change the family’s name</a>`
  }<a class="govuk-link" href="${paths.peopleHistory(record.id)}">What was changed</a></div>`

/** Who is in the case: the children, the adults of the family, those around them, those who have left; who is who. */
export const casePeopleView = (facts: CasePeople): Page => {
  const names = namesIn({ ...facts, record: facts })
  const left = facts.people.filter((person) => hasLeft(person, facts))
  const here = facts.people.filter((person) => !left.includes(person))
  const children = here.filter(isChild)
  const adults = here.filter((person) => person.member && !isChild(person))
  const around = here.filter((person) => !person.member && !isChild(person))
  return casePage(
    facts,
    'people',
    'People',
    html`${ways(facts)}${
      facts.people.length === 0
        ? html`<p class="govuk-body">Nobody is on record in this case yet.</p>`
        : html`${part('Children', children, facts, names)}${part('Adults of the family', adults, facts, names)}${part('Around the family', around, facts, names)}<div class="app-side-by-side app-side-by-side--top"><div>${tiesPart(facts)}</div><div>${householdsPart(facts)}</div></div>${part('No longer part of the case', left, facts, names)}`
    }`,
  )
}
