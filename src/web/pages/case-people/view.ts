import { longDayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import type { CasePeople, PersonShown } from '#casework/case-people.ts'
import { isChild } from '#engine/case-event.ts'
import { capital } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'
import { ageInWords } from '../../family/age-in-words.ts'
import { casePage } from '../../family/case-frame.ts'
import { namesIn } from '../../family/names.ts'
import type { Names } from '../../family/names.ts'
import type { Page } from '../../layout.ts'

const row = (name: string, value: Part): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const address = ({ lives }: PersonShown): Part => {
  switch (lives.kind) {
    case 'protected':
      return html`${tag({ text: 'Protected', classes: 'govuk-tag--red' })} Only named people may see where they live.`
    case 'unknown':
      return html`<span class="app-quiet">Not known</span>`
    case 'known':
      return html`<span class="app-lines">${lives.address}</span>${lives.isProtected && html` ${tag({ text: 'Protected', classes: 'govuk-tag--red' })} Do not pass it on.`}`
  }
}

const phone = ({ phone: number }: PersonShown): Part =>
  number === null
    ? html`<span class="app-quiet">Not known</span>`
    : html`<a class="govuk-link" href="tel:${number.replaceAll(/[^+\d]/g, '')}">${number.replaceAll(' ', '\u00a0')}</a>`

const personItem = (person: PersonShown, { now }: CasePeople, names: Names): Html => {
  const today = dayOf(now)
  const { born, from, until, relatives } = person
  const age =
    born === null
      ? isChild(person) && row('Age', 'Date of birth not known')
      : row('Age', `${capital(ageInWords(born, today))}, born ${longDayInWords(born)}`)
  return html`<li class="app-person-card"><h4 class="app-kid__name">${person.name}</h4><p class="app-kid__age">${capital(names.role(person.role))}</p><dl class="app-facts">${age}${
    person.member || person.phone !== null ? row('Telephone', phone(person)) : null
  }${person.member && row('Address', address(person))}${relatives.map(({ kind, person: who }) => row(capital(kind), names.person(who)))}${
    from !== null && row('Part of the case from', longDayInWords(from))
  }${until !== null && row('Until', longDayInWords(until))}</dl></li>`
}

const part = (title: string, people: readonly PersonShown[], facts: CasePeople, names: Names): Part =>
  people.length > 0 &&
  html`<h3 class="govuk-heading-s">${title}</h3><ul class="app-cards">${people.map((person) => personItem(person, facts, names))}</ul>`

/** Who is in the case: the children, the adults of the family, those around them, those who have left. */
export const casePeopleView = (facts: CasePeople): Page => {
  const names = namesIn({ ...facts, record: facts })
  const today = dayOf(facts.now)
  const left = facts.people.filter(({ until }) => until !== null && until < today)
  const here = facts.people.filter((person) => !left.includes(person))
  const children = here.filter(isChild)
  const adults = here.filter((person) => person.member && !isChild(person))
  const around = here.filter((person) => !person.member && !isChild(person))
  return casePage(
    facts,
    'people',
    'People',
    facts.people.length === 0
      ? html`<p class="govuk-body">Nobody is on record in this case yet.</p>`
      : html`${part('Children', children, facts, names)}${part('Adults of the family', adults, facts, names)}${part('Around the family', around, facts, names)}${part('No longer part of the case', left, facts, names)}`,
  )
}
