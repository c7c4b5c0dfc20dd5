import { parseDay } from '#calendar/day.ts'
import { dayOf, parseInstant } from '#calendar/instant.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { didYouMean } from '#procedure/reading/nearest.ts'
import type { ProblemCode } from '#procedure/problem-codes.ts'
import type { DataValue, Person } from '../case-event.ts'
import { isData, isList } from '../history/entry.ts'
import { inYearsOfCases, yearsOfCases } from './years-of-cases.ts'

/** The people whom values may name; null: nobody knows whom, so anyone. */
export type Whom = readonly Person[] | null

/** What a record itself holds under a key, and nothing that every object has (`constructor`). */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** A value as it is named in a message. */
export const plain = (value: DataValue): string =>
  typeof value === 'object' ? 'something else' : `"${String(value)}"`

export type Complain = (code: ProblemCode, what: string, field?: string) => void

const texts = (value: DataValue): readonly DataValue[] => (isList(value) ? value : [value])

const checkPerson = (id: DataValue, field: string, people: Whom, complain: Complain): void => {
  if (people === null || (typeof id === 'string' && people.some((person) => person.id === id))) return
  const known = people.map((person) => person.id)
  complain(
    'case-unknown-person',
    `"${field}" names ${plain(id)}, who is not in this case.${typeof id === 'string' ? didYouMean(id, known) : ''}`,
    field,
  )
}

type RowKinds = Readonly<Record<string, FieldKind>>

const seenRow: RowKinds = { child: 'person', alone: 'yes-no' }
const notSeenRow: RowKinds = { child: 'person', reason: 'text', when: 'date' }
const actionRow: RowKinds = { what: 'text', who: 'text', by: 'date', about: 'free' }

const checkRows = (
  value: DataValue,
  field: string,
  kinds: RowKinds,
  people: Whom,
  complain: Complain,
): void => {
  const keys = Object.keys(kinds)
  if (!isList(value) || !value.every(isData)) {
    complain('case-bad-value', `"${field}" should be a list of { ${keys.join(', ')} }.`, field)
    return
  }
  for (const row of value) {
    if ('child' in kinds && (row['child'] ?? null) === null)
      complain('case-missing-key', `"${field}" does not say which child. The row is left out.`, field)
    for (const [key, inner] of Object.entries(row)) {
      const kind = own(kinds, key)
      if (kind === undefined)
        complain('case-unknown-field', `"${key}" is not known in "${field}".${didYouMean(key, keys)}`, field)
      else if (inner !== null)
        checkValue(inner, kind, key, people, (code, what) => complain(code, `in "${field}", ${what}`, field))
    }
  }
}

/** What is wrong with a day, or with a moment where one may stand; null when nothing is. */
const wrongDate = (value: DataValue, momentToo: boolean): string | null => {
  const text = typeof value === 'string' ? value : ''
  const moment = momentToo ? parseInstant(text) : undefined
  const day = parseDay(text) ?? (moment === undefined ? undefined : dayOf(moment))
  if (day === undefined)
    return `should be a day ${momentToo ? 'or a moment ' : ''}that exists, not ${plain(value)}`
  if (inYearsOfCases(day)) return null
  return `${plain(value)} lies outside the years ${yearsOfCases.first} to ${yearsOfCases.last}`
}

/** Whether a value is of its kind: what is wrong with it is complained of. */
export const checkValue = (
  value: DataValue,
  kind: FieldKind,
  field: string,
  people: Whom,
  complain: Complain,
): void => {
  const bad = (expected: string): void =>
    complain('case-bad-value', `"${field}" should be ${expected}, not ${plain(value)}.`, field)
  if (typeof kind !== 'string') {
    if (typeof value !== 'string' || !kind.includes(value))
      complain(
        'case-bad-value',
        `"${field}" should be one of ${kind.join(', ')}, not ${plain(value)}.${typeof value === 'string' ? didYouMean(value, kind) : ''}`,
        field,
      )
    return
  }
  switch (kind) {
    case 'number':
      if (typeof value !== 'number') bad('a number')
      break
    case 'yes-no':
      if (typeof value !== 'boolean') bad('true or false')
      break
    case 'date':
    case 'moment': {
      const wrong = wrongDate(value, kind === 'moment')
      if (wrong !== null) complain('case-bad-date', `"${field}" ${wrong}.`, field)
      break
    }
    case 'person':
      checkPerson(value, field, people, complain)
      break
    case 'people':
      for (const one of texts(value)) checkPerson(one, field, people, complain)
      break
    case 'texts':
      if (texts(value).some((one) => typeof one === 'object')) bad('words or a list of words')
      break
    case 'text':
    case 'worker':
      if (typeof value === 'object') bad('words')
      break
    case 'seen':
      checkRows(value, field, seenRow, people, complain)
      break
    case 'not-seen':
      checkRows(value, field, notSeenRow, people, complain)
      break
    case 'actions':
      checkRows(value, field, actionRow, people, complain)
      break
    case 'free':
  }
}
