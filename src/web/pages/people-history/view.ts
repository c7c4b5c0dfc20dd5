import { longDayInWords } from '#calendar/day-in-words.ts'
import type { Day } from '#calendar/day.ts'
import { formatInstant } from '#calendar/instant.ts'
import type { FieldChange, PeopleChange, PeopleHistory } from '#casework/people/people-history.ts'
import type { Relationship } from '#casework/people/people-ports.ts'
import { listed } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { casePage } from '../../family/case-frame.ts'
import { differencesPart } from '../../family/entry-facts.ts'
import type { Difference } from '../../family/entry-facts.ts'
import { namesIn } from '../../family/names.ts'
import type { Names } from '../../family/names.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'

const labels: Readonly<Record<FieldChange['field'], string>> = {
  name: 'Name',
  role: 'Who they are',
  born: 'Date of birth',
  phone: 'Telephone',
  address: 'Address',
  addressProtected: 'Address protected',
  from: 'Joined on',
  until: 'Left on',
}

const days: ReadonlySet<string> = new Set(['born', 'from', 'until'])

const valueWords = (field: FieldChange['field'], value: FieldChange['after'], names: Names): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (days.has(field)) return longDayInWords(value as Day)
  return field === 'role' ? names.role(String(value)) : String(value)
}

const difference = ({ field, before, after, isHidden }: FieldChange, names: Names): Difference => ({
  label: labels[field],
  before: isHidden ? 'not shown to you' : valueWords(field, before, names),
  after: isHidden ? 'not shown to you' : valueWords(field, after, names),
})

const tie = ({ person, kind, other, from, until }: Relationship, name: (id: string) => string): string =>
  [
    `${name(person)}: ${kind} of ${name(other)}`,
    from === null ? '' : `since ${longDayInWords(from)}`,
    until === null ? '' : `until ${longDayInWords(until)}`,
  ]
    .filter((one) => one !== '')
    .join(', ')

const told = (
  { what }: PeopleChange,
  added: readonly string[],
  name: (id: string) => string,
  names: Names,
): { readonly title: string; readonly more: Part } => {
  switch (what.kind) {
    case 'added':
      return { title: `Put on record: ${listed(added.map(name))}`, more: null }
    case 'taken-off':
      return { title: `${name(what.personId)} was taken off the record`, more: null }
    case 'changed':
      return {
        title: name(what.personId),
        more: differencesPart(what.fields.map((field) => difference(field, names))),
      }
    case 'related':
      return { title: tie(what.after, name), more: null }
    case 'relationship-mistaken':
      return { title: `Recorded by mistake: ${tie(what.after, name)}`, more: null }
    case 'relationship-changed': {
      const [before, after] = [what.before === null ? '' : tie(what.before, name), tie(what.after, name)]
      return { title: 'Who is who', more: differencesPart([{ label: '', before, after }]) }
    }
  }
}

const item = (
  { change, added }: ReturnType<typeof together>[number],
  name: (id: string) => string,
  names: Names,
): Html => {
  const { title, more } = told(change, added, name, names)
  const by = names.user(change.by) ?? 'the service'
  return html`<li class="app-happened"><h3 class="app-happened__title">${title}</h3><p class="app-happened__when"><time datetime="${formatInstant(change.at)}">${timeInWords(change.at)}</time>, by ${by}</p>${more}</li>`
}

/** Who was put on record at one moment is one entry. */
const together = (
  changes: readonly PeopleChange[],
): readonly { readonly change: PeopleChange; readonly added: readonly string[] }[] => {
  const all: { change: PeopleChange; added: string[] }[] = []
  for (const change of changes) {
    const { what, at, by } = change
    const last = all.at(-1)
    const isMore = last?.change.what.kind === 'added' && last.change.at === at && last.change.by === by
    if (what.kind !== 'added') all.push({ change, added: [] })
    else if (isMore) last?.added.push(what.personId)
    else all.push({ change, added: [what.personId] })
  }
  return all
}

/** Who changed what about the people of a family, the latest first. */
export const peopleHistoryView = (facts: PeopleHistory): Page => {
  const names = namesIn(facts)
  const name = (id: string): string => facts.named.get(id) ?? 'Somebody'
  return {
    ...casePage(
      facts,
      'people',
      'What was changed about the people',
      html`<ol class="app-timeline">${together(facts.changes).map((one) => item(one, name, names))}</ol>`,
    ),
    back: { href: paths.people(facts.record.id), text: 'Back to the people' },
  }
}
