import { dayInWords } from '#calendar/day-in-words.ts'
import { parseDay } from '#calendar/day.ts'
import { instantInWords, parseInstant } from '#calendar/instant.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { commonFields, eventsOf } from '#procedure/event-vocabulary.ts'
import { capital, listed } from '#procedure/in-words.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { valueWords } from '../recording/field-words.data.ts'
import { chosenWords } from './chosen-words.ts'
import { fieldLabels } from './field-labels.data.ts'
import type { Names } from './names.ts'

/** One thing that an event says. `voice` marks the children's own words. */
export type Fact = { readonly field: string; readonly label: string; readonly words: string }

const spelled = (text: string): string =>
  text
    .replaceAll('-', ' ')
    .replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

const labelOf = (field: string): string => fieldLabels[field] ?? capital(spelled(field))

const dateWords = (text: string): string => {
  const day = parseDay(text)
  if (day !== undefined) return dayInWords(day)
  const instant = parseInstant(text)
  return instant === undefined ? text : instantInWords(instant)
}

const plain = (value: DataValue): string => {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (isList(value)) return listed(value.map(plain).filter((one) => one !== ''))
  if (isData(value))
    return Object.entries(value)
      .map(([field, inside]) => `${spelled(field)}: ${plain(inside)}`)
      .join('; ')
  return String(value)
}

const rowWords = (row: DataValue, names: Names, rest: (row: Data) => readonly string[]): string => {
  if (!isData(row)) return plain(row)
  const who = row['child']
  const after = rest(row).filter((one) => one !== '')
  const name = typeof who === 'string' ? names.person(who) : plain(row['what'] ?? null)
  return after.length === 0 ? name : `${name} (${after.join(', ')})`
}

const text = (value: DataValue | undefined): string => (value === undefined ? '' : plain(value))

const rowsIn = (kind: FieldKind, value: DataValue, names: Names): string => {
  const rows = isList(value) ? value : [value]
  const each = (rest: (row: Data) => readonly string[]): string =>
    rows.map((row) => rowWords(row, names, rest)).join('; ')
  if (kind === 'seen') return each((row) => (row['alone'] === true ? ['alone'] : []))
  if (kind === 'not-seen')
    return each(({ reason, when }) => [
      text(reason),
      typeof when === 'string' ? `to be seen on ${dateWords(when)}` : '',
    ])
  return each(({ who, by }) => [text(who), typeof by === 'string' ? `by ${dateWords(by)}` : ''])
}

const wordsOf = (kind: FieldKind, value: DataValue, names: Names): string => {
  if (kind === 'seen' || kind === 'not-seen' || kind === 'actions') return rowsIn(kind, value, names)
  if (typeof value === 'string') {
    if (kind === 'person') return names.person(value)
    if (kind === 'worker') return names.user(value) ?? value
    if (kind === 'date' || kind === 'moment') return dateWords(value)
    if (typeof kind !== 'string') return valueWords[value] ?? capital(spelled(value))
    return kind === 'text' ? names.inWords(value) : value
  }
  if (kind === 'people' && isList(value))
    return listed(value.map((id) => (typeof id === 'string' ? names.person(id) : plain(id))))
  if (kind === 'texts' && isList(value))
    return listed(value.map((one) => (typeof one === 'string' ? names.inWords(one) : plain(one))))
  return plain(value)
}

/** Points to another entry or carries what the entry itself shows already. */
const notSaid: ReadonlySet<string> = new Set([
  'of',
  'significant',
  'subject',
  'document',
  'signature',
  'version',
])

/** What an event says, field by field, in words; the children's own words and the account come first. */
export const factsOf = (
  event: { readonly type: string; readonly data: Data },
  procedure: Procedure,
  names: Names,
): readonly Fact[] => {
  const fields = { ...commonFields, ...eventsOf(procedure.events)[event.type] }
  const first = ['voice', 'account', 'seen', 'notSeen']
  const place = (field: string): number => first.indexOf(field) + 1 || first.length + 1
  return Object.entries(event.data)
    .filter(([field]) => !notSaid.has(field))
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([field, value]) => ({
      field,
      label: labelOf(field),
      words:
        (fields[field] === 'text' && typeof value === 'string'
          ? chosenWords(event.type, field, value, procedure)
          : undefined) ?? wordsOf(fields[field] ?? 'free', value, names),
    }))
    .filter(({ words }) => words !== '')
}
