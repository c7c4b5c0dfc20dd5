import { commonFields } from '#procedure/event-vocabulary.ts'
import { didYouMean } from '#procedure/reading/nearest.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Era } from '../history/eras.ts'
import { procedureAt } from '../history/eras.ts'
import type { CaseEvent, Data, Person } from '../case-event.ts'
import { checkOrder } from './check-order.ts'
import { checkSeen } from './check-seen.ts'
import type { Complain } from './check-value.ts'
import { checkValue, own, plain } from './check-value.ts'
import { isData } from '../history/entry.ts'

/** Where an event stands in its file. */
export type PlaceOfEvent = (
  event: CaseEvent,
  field?: string,
) => { readonly file: string; readonly line: number }

type Facts = {
  readonly procedure: Procedure
  readonly earlier?: readonly Era[] | undefined
  readonly events: readonly CaseEvent[]
  readonly people: readonly Person[] | null
  readonly place: PlaceOfEvent
}

const corrections: ReadonlySet<string> = new Set(['event.corrected', 'event.withdrawn'])
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
  if (corrections.has(event.type) && typeof of !== 'string')
    complain('case-missing-key', '"of" is missing: the id of the event that it is about.')
  if (event.type === 'clock.moved' && event.data['due'] === undefined)
    complain('case-missing-key', '"due" is missing: the new date.')
  if (!naming.has(event.type) || (rule === 'all' && event.type !== 'clock.moved')) return
  const clocks = procedure.clocks.map((clock) => clock.id)
  if (typeof rule !== 'string' || !clocks.includes(rule))
    complain(
      'case-unknown-rule',
      `There is no clock ${plain(rule ?? 'none')}.${typeof rule === 'string' ? didYouMean(rule, clocks) : ''}`,
      'rule',
    )
}

/** Whom or what a moved date is for: the case, a person in it, or the event that started the clock. */
const checkSubject = ({ type, data }: CaseEvent, { people, events }: Facts, complain: Complain): void => {
  const { subject } = data
  if (type !== 'clock.moved' || people === null || typeof subject !== 'string' || subject === 'case') return
  const known = [...people, ...events].map(({ id }) => id)
  if (known.includes(subject)) return
  const what = `"subject" names "${subject}", which is no person and no event here.`
  complain('case-unknown-person', `${what}${didYouMean(subject, known)}`, 'subject')
}

/** The fields of an event, or those that a correction sets in one. */
const checkFields = (type: string, data: Data, { procedure, people }: Facts, complain: Complain): void => {
  const fields = own(procedure.events, type) ?? {}
  for (const [field, value] of Object.entries(data)) {
    const kind = own(fields, field) ?? own(commonFields, field)
    if (kind === undefined)
      complain(
        'case-unknown-field',
        `"${field}" is not a field of it.${didYouMean(field, Object.keys({ ...commonFields, ...fields }))}`,
        field,
      )
    else if (value !== null) checkValue(value, kind, field, people, complain)
  }
}

const checkCorrection = (event: CaseEvent, facts: Facts, complain: Complain): void => {
  const { of, set } = event.data
  if (event.type !== 'event.corrected' || !isData(set)) return
  const target = facts.events.find(({ id }) => id === of)
  if (target !== undefined)
    checkFields(target.type, set, facts, (code, what) => complain(code, `in "set", ${what}`, 'set'))
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
  given: Facts,
): { readonly problems: readonly Problem[]; readonly known: readonly CaseEvent[] } => {
  const problems: Problem[] = []
  const known: CaseEvent[] = []
  for (const event of given.events) {
    // What was recorded under an earlier version is read in the words of that version.
    const facts = { ...given, procedure: procedureAt(event.at, given.procedure, given.earlier ?? []) }
    const complain: Complain = (code, what, field) => {
      problems.push(problemAt(code, facts.place(event, field), `event ${event.id} (${event.type}): ${what}`))
    }
    if (own(facts.procedure.events, event.type) === undefined) {
      complain(
        'case-unknown-event',
        `The procedure does not know this event.${didYouMean(event.type, Object.keys(facts.procedure.events))}`,
      )
      continue
    }
    known.push(event)
    checkFields(event.type, event.data, facts, complain)
    checkCorrection(event, facts, complain)
    checkReferences(event, facts, complain)
    checkSubject(event, facts, complain)
    checkOutcomes(event, facts, complain)
    checkOrder(event, facts.events, complain)
    checkSeen(event, facts, complain)
  }
  return { problems, known }
}
