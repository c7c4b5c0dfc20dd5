import { listed } from '#procedure/in-words.ts'
import type { CasePeople, PersonShown } from '#casework/case/case-people.ts'
import { hasLeft } from '#casework/case/case-people.ts'
import type { AddressSaid } from '#casework/people/person-said.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { textOf } from '../forms/field.ts'
import { choice, text } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'

const addressWords = ({ lives }: PersonShown): string => {
  switch (lives.kind) {
    case 'known':
      return lives.address.replaceAll('\n', ', ')
    case 'protected':
      return 'protected address'
    case 'unknown':
      return 'address not known'
  }
}

type Household = { readonly value: string; readonly text: string }

/** The households of a case, each once: those whom somebody can live with. */
const householdsFor = (facts: CasePeople, person: PersonShown | null): readonly Household[] => {
  const own = new Set([person?.personId, ...(person?.livesWith ?? [])])
  const seen = new Set<string>()
  return facts.people.flatMap((one) => {
    const isTold = own.has(one.personId) || seen.has(one.personId) || one.lives.kind === 'unknown'
    if (isTold || hasLeft(one, facts)) return []
    const others = facts.people.filter(({ personId }) => one.livesWith.includes(personId))
    for (const { personId } of [one, ...others]) seen.add(personId)
    const names = listed([one, ...others].map(({ name }) => name))
    return [{ value: `with:${one.personId}`, text: `With ${names} (${addressWords(one)})` }]
  })
}

const present = (person: PersonShown): string =>
  person.lives.kind === 'protected'
    ? 'As it is: protected, and not shown to you'
    : `As it is: ${addressWords(person)}`

const answersFor = (facts: CasePeople, person: PersonShown | null): readonly Household[] => [
  ...(person === null ? [] : [{ value: 'stays', text: present(person) }]),
  ...householdsFor(facts, person),
  { value: 'new', text: person === null ? 'At another address' : 'Another address' },
  ...(person?.lives.kind === 'unknown' ? [] : [{ value: 'unknown', text: 'Not known' }]),
]

const mayProtect = (person: PersonShown | null): boolean => person?.lives.kind !== 'protected'

const isProtected = (person: PersonShown | null): boolean =>
  person?.lives.kind === 'known' && person.lives.isProtected

export const typedLives = (person: PersonShown | null): Typed =>
  person === null ? {} : { lives: 'stays', ...(isProtected(person) ? { 'address-protected': 'yes' } : {}) }

type LivesRead =
  | { readonly ok: true; readonly lives: AddressSaid }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** Where somebody lives, out of what was typed. */
export const readLives = (typed: Typed, facts: CasePeople, person: PersonShown | null): LivesRead => {
  // A household is known by anybody in it: who stands for it may have changed since the page was opened.
  const answers = ['stays', 'new', 'unknown', ...facts.people.map(({ personId }) => `with:${personId}`)]
  const chosen = readFields(typed, { lives: choice(answers) })
  if (!chosen.ok) return chosen
  const lives = chosen.values.lives ?? (person === null ? 'unknown' : 'stays')
  const protect = textOf(typed, 'address-protected') !== ''
  if (lives === 'new') {
    const read = readFields(typed, {
      address: text({ needed: 'Enter the address', most: 300, name: 'The address' }),
    })
    if (!read.ok) return read
    return { ok: true, lives: { kind: 'is', address: read.values.address, isProtected: protect } }
  }
  if (lives === 'unknown') return { ok: true, lives: { kind: 'is', address: null, isProtected: false } }
  if (lives.startsWith('with:')) return { ok: true, lives: { kind: 'with', person: lives.slice(5) } }
  const isNew = person?.lives.kind === 'known' && person.lives.isProtected !== protect
  return {
    ok: true,
    lives:
      isNew && person.lives.kind === 'known'
        ? { kind: 'is', address: person.lives.address, isProtected: protect }
        : { kind: 'stays' },
  }
}

const whoSees = ({ record, users }: CasePeople): string => {
  if (record.restrictedTo === null)
    return 'This record names nobody yet who may see a protected address: until it is restricted to named people, nobody sees it.'
  return `Only those whom this restricted record names will see it: ${listed(record.restrictedTo.map((id) => users.get(id)?.name ?? 'somebody who has left'))}.`
}

/** Asks where somebody lives: with others of the case, or elsewhere; and who of their household moves with them. */
export const drawLives = (said: Said, facts: CasePeople, person: PersonShown | null): Html => {
  const address = textarea({ ...said.text('address'), label: 'Address', rows: 3 })
  const others = facts.people.filter(({ personId }) => person?.livesWith.includes(personId) === true)
  const along: Part =
    others.length > 0 &&
    checkboxes({
      ...said.several('along'),
      legend: 'If they have moved, who has moved with them?',
      items: others.map(({ personId, name }) => ({ value: personId, text: name })),
    })
  const protection: Part =
    mayProtect(person) &&
    checkboxes({
      ...said.several('address-protected'),
      items: [
        {
          value: 'yes',
          text: 'The address is protected, for everybody who lives there',
          hint: whoSees(facts),
        },
      ],
    })
  return html`${radios({
    ...said.choice('lives'),
    legend: { text: 'Where do they live?', classes: 'govuk-fieldset__legend--m' },
    items: answersFor(facts, person).map((one) => ({
      ...one,
      conditional: one.value === 'new' ? address : undefined,
    })),
  })}${along}${protection}`
}
