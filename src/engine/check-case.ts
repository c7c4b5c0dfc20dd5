import { parseDay } from '#calendar/day.ts'
import { parseInstant } from '#calendar/instant.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { commonFields } from '#procedure/event-vocabulary.ts'
import { didYouMean } from '#procedure/nearest.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { ProblemCode } from '#procedure/problem-codes.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent, DataValue, Person } from './case-event.ts'
import { isData, isList } from './entry.ts'

/** Where an event stands in its file. */
export type PlaceOfEvent = (
  event: CaseEvent,
  field?: string,
) => { readonly file: string; readonly line: number }

type Facts = {
  readonly procedure: Procedure
  readonly events: readonly CaseEvent[]
  readonly people: readonly Person[] | null
  readonly place: PlaceOfEvent
}

type Complain = (code: ProblemCode, what: string, field?: string) => void

const texts = (value: DataValue): readonly DataValue[] => (isList(value) ? value : [value])

const plain = (value: DataValue): string =>
  typeof value === 'object' ? 'something else' : `"${String(value)}"`

const checkPerson = (id: DataValue, field: string, { people }: Facts, complain: Complain): void => {
  if (people === null || (typeof id === 'string' && people.some((person) => person.id === id))) return
  const known = people.map((person) => person.id)
  complain(
    'case-unknown-person',
    `"${field}" names ${plain(id)}, who is not in this case.${typeof id === 'string' ? didYouMean(id, known) : ''}`,
    field,
  )
}

const checkRows = (
  value: DataValue,
  field: string,
  keys: readonly string[],
  facts: Facts,
  complain: Complain,
): void => {
  if (!isList(value) || !value.every(isData)) {
    complain('case-bad-value', `"${field}" should be a list of { ${keys.join(', ')} }.`, field)
    return
  }
  for (const row of value)
    for (const [key, inner] of Object.entries(row)) {
      if (!keys.includes(key))
        complain('case-unknown-field', `"${key}" is not known in "${field}".${didYouMean(key, keys)}`, field)
      else if (key === 'child') checkPerson(inner, field, facts, complain)
    }
}

const isDate = (value: DataValue): boolean => typeof value === 'string' && parseDay(value) !== undefined
const isMoment = (value: DataValue): boolean => typeof value === 'string' && parseInstant(value) !== undefined

const checkValue = (
  value: DataValue,
  kind: FieldKind,
  field: string,
  facts: Facts,
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
      if (!isDate(value))
        complain('case-bad-date', `"${field}" should be a day that exists, not ${plain(value)}.`, field)
      break
    case 'moment':
      if (!isDate(value) && !isMoment(value))
        complain(
          'case-bad-date',
          `"${field}" should be a day or a moment that exists, not ${plain(value)}.`,
          field,
        )
      break
    case 'person':
      checkPerson(value, field, facts, complain)
      break
    case 'people':
      for (const one of texts(value)) checkPerson(one, field, facts, complain)
      break
    case 'texts':
      if (texts(value).some((one) => typeof one === 'object')) bad('words or a list of words')
      break
    case 'text':
    case 'worker':
      if (typeof value === 'object') bad('words')
      break
    case 'seen':
      checkRows(value, field, ['child', 'alone'], facts, complain)
      break
    case 'not-seen':
      checkRows(value, field, ['child', 'reason', 'when'], facts, complain)
      break
    case 'actions':
      checkRows(value, field, ['what', 'who', 'by', 'about'], facts, complain)
      break
    case 'free':
  }
}

const naming: ReadonlySet<string> = new Set(['clock.moved', 'clock.paused', 'clock.resumed'])

const checkReferences = (event: CaseEvent, { procedure, events }: Facts, complain: Complain): void => {
  const { of, rule } = event.data
  if (typeof of === 'string' && !events.some((other) => other.id === of))
    complain(
      'case-of-unknown',
      `"of" names "${of}", which is no event here.${didYouMean(
        of,
        events.map((e) => e.id),
      )}`,
      'of',
    )
  if (!naming.has(event.type) || (rule === 'all' && event.type !== 'clock.moved')) return
  const clocks = procedure.clocks.map((clock) => clock.id)
  if (typeof rule !== 'string' || !clocks.includes(rule))
    complain(
      'case-unknown-rule',
      `There is no clock ${plain(rule ?? 'none')}.${typeof rule === 'string' ? didYouMean(rule, clocks) : ''}`,
      'rule',
    )
}

const checkOutcomes = (event: CaseEvent, { procedure }: Facts, complain: Complain): void => {
  for (const decision of procedure.decisions) {
    if (!decision.on.events.includes(event.type)) continue
    const value = event.data[decision.field]
    const known = decision.outcomes.map((outcome) => outcome.value)
    const elsewhere = procedure.decisions.some(
      (other) =>
        other !== decision &&
        other.on.events.includes(event.type) &&
        other.outcomes.some((o) => o.value === value),
    )
    if (typeof value !== 'string' || known.includes(value) || elsewhere) continue
    complain(
      'case-unknown-outcome',
      `${decision.title} "${value}" is no outcome; there are ${known.join(', ')}.${didYouMean(value, known)}`,
      decision.field,
    )
    return
  }
}

/**
 * What is wrong with the events of a case under its procedure: unknown types, fields, people, rules, values
 * that are not of their kind. Everything is reported; the rest is still assessed.
 */
export const checkEvents = (
  facts: Facts,
): { readonly problems: readonly Problem[]; readonly known: readonly CaseEvent[] } => {
  const problems: Problem[] = []
  const known: CaseEvent[] = []
  for (const event of facts.events) {
    const complain: Complain = (code, what, field) => {
      problems.push(problemAt(code, facts.place(event, field), `event ${event.id} (${event.type}): ${what}`))
    }
    const fields = facts.procedure.events[event.type]
    if (fields === undefined) {
      complain(
        'case-unknown-event',
        `The procedure does not know this event.${didYouMean(event.type, Object.keys(facts.procedure.events))}`,
      )
      continue
    }
    known.push(event)
    const all = { ...commonFields, ...fields }
    for (const [field, value] of Object.entries(event.data)) {
      const kind = all[field]
      if (kind === undefined)
        complain(
          'case-unknown-field',
          `"${field}" is not a field of it.${didYouMean(field, Object.keys(all))}`,
          field,
        )
      else if (value !== null) checkValue(value, kind, field, facts, complain)
    }
    checkReferences(event, facts, complain)
    checkOutcomes(event, facts, complain)
  }
  return { problems, known }
}
