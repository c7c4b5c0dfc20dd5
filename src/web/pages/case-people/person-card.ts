import { longDayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import type { CasePeople, PersonShown } from '#casework/case/case-people.ts'
import type { ConsentLine } from '#casework/people/consent-of.ts'
import { isChild } from '#engine/case-event.ts'
import { capital } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'
import { ageInWords } from '../../family/age-in-words.ts'
import { happened } from '../../family/happened.ts'
import type { Names } from '../../family/names.ts'
import { paths } from '../../paths.ts'
import { valueWords } from '../../recording/field-words.data.ts'

const row = (name: string, value: Part): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const quiet = (words: string): Html => html`<span class="app-quiet">${words}</span>`

/** Where somebody lives, as far as the reader may know. */
export const addressPart = ({ lives }: Pick<PersonShown, 'lives'>): Part => {
  switch (lives.kind) {
    case 'protected':
      return html`${tag({ text: 'Protected', classes: 'govuk-tag--red' })} Only named people may see where they live.`
    case 'unknown':
      return quiet('Not known')
    case 'known':
      return html`<span class="app-lines">${lives.address}</span>${lives.isProtected && html` ${tag({ text: 'Protected', classes: 'govuk-tag--red' })} Do not pass it on.`}`
  }
}

const phone = ({ phone: number }: PersonShown): Part =>
  number === null
    ? quiet('Not known')
    : html`<a class="govuk-link" href="tel:${number.replaceAll(/[^+\d]/g, '')}">${number.replaceAll(' ', '\u00a0')}</a>`

const age = (person: PersonShown, facts: CasePeople): Part => {
  const { born, role } = person
  if (role === 'unborn')
    return row('Expected', born === null ? quiet('Date not known') : longDayInWords(born))
  if (born === null) return isChild(person) && row('Age', 'Date of birth not known')
  return row('Age', `${capital(ageInWords(person, dayOf(facts.now)))}, born ${longDayInWords(born)}`)
}

const scopeWords = (scope: string): string => valueWords[scope] ?? scope.replaceAll('-', ' ')

const consentLine = ({ event, scope }: ConsentLine, { record, procedure }: CasePeople): Html => {
  const what = happened(event.type, procedure)
  const by = event.data['by']
  return html`<li><a class="govuk-link" href="${paths.entry(record.id, event.id)}">${what}</a>${scope !== null && `, for ${scopeWords(scope)}`}<br>${quiet(`${longDayInWords(dayOf(event.at))}${typeof by === 'string' ? `, by the ${scopeWords(by)}` : ''}`)}</li>`
}

const consent = (person: PersonShown, facts: CasePeople): Part => {
  if (!person.member) return null
  if (person.consent.length === 0) return row('Consent', quiet('Nothing on record'))
  return row(
    'Consent',
    html`<ul class="govuk-list app-small">${person.consent.map((line) => consentLine(line, facts))}</ul>`,
  )
}

/** Somebody in the case or around it, with how to reach them. */
export const personCard = (person: PersonShown, facts: CasePeople, names: Names): Html => {
  const { from, until, member, name } = person
  const change =
    facts.mayChange &&
    html`<p class="govuk-body-s app-person-card__way"><a class="govuk-link" href="${paths.changePerson(facts.record.id, person.personId)}">Change<span class="govuk-visually-hidden"> what is known of ${name}</span></a></p>`
  return html`<li class="app-person-card"><h4 class="app-kid__name">${name}</h4><p class="app-kid__age">${capital(names.role(person.role))}</p><dl class="app-facts">${age(person, facts)}${
    member || person.phone !== null ? row('Telephone', phone(person)) : null
  }${(member || person.lives.kind !== 'unknown') && row('Address', addressPart(person))}${consent(person, facts)}${
    from !== null && row('Joined on', longDayInWords(from))
  }${until !== null && row('Left on', longDayInWords(until))}</dl>${change}</li>`
}
