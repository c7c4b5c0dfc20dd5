import type { CasePerson, StoredEvent } from '#casework/case/case-record.ts'
import { countsFrom } from '#casework/recording/counts-from.ts'
import type { Expected } from '#casework/asking/expected-next.ts'
import { openActions } from '#casework/asking/open-actions.ts'
import type { User } from '#casework/ports.ts'
import { runningLimits } from '#casework/asking/running-limits.ts'
import { isLookedAt, partsAsked, valuesAsked } from '#casework/asking/values-asked.ts'
import type { Assessment } from '#engine/assess.ts'
import { isChild } from '#engine/case-event.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { capital, listed } from '#procedure/in-words.ts'
import { standardEvents } from '#procedure/event-vocabulary.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { textOf } from '../forms/field.ts'
import type { Typed } from '../forms/typed.ts'
import { timeInWords } from '../time-in-words.ts'
import { doneQuestion } from './done-actions.ts'
import { eventTitle } from './event-title.ts'
import { fieldsShown } from './fields-shown.data.ts'
import { fieldWords, usualAnswers, valueWords } from './field-words.data.ts'
import { limitAnswers } from './limit-answers.ts'
import { controlName } from './question.ts'
import type { Answer, Question } from './question.ts'

export type Asking = {
  readonly procedure: Procedure
  readonly people: readonly CasePerson[]
  readonly events: readonly StoredEvent[]
  readonly workers: readonly Pick<User, 'user' | 'name'>[]
  readonly expected: readonly Expected[]
  /** How the case stands, where something new is recorded: what is open and what runs is offered then. */
  readonly standing?: Assessment | null
}

/** Shown by other means, or not to be asked of anybody. */
const notAsked: ReadonlySet<string> = new Set([
  'occurred',
  'set',
  'notSeen',
  'subject',
  'case.allocated worker',
])

const aboutTheCase =
  /^(?:decision|threshold-meeting|case|clock|event|supervision|waiting-list|support-call|referral|panel|step-down|lead|cin-meeting)\.|^clos(?:ure|ing-summary)\.(?!completed)/

export const spelledOut = (value: string, { roles }: Pick<Procedure, 'roles'>): string =>
  valueWords[value] ?? roles[value] ?? capital(value.replaceAll('-', ' '))

/** A child who can have been seen: of one that is not born yet neither that is asked nor why it was not. */
const isBornChild = (person: CasePerson): boolean => isChild(person) && person.role !== 'unborn'

const named = (all: readonly CasePerson[]): readonly Answer[] =>
  all.map(({ id, name }) => ({ value: id, text: name }))

const outcomes = (
  type: string,
  field: string,
  values: readonly string[],
  { procedure, expected }: Asking,
): readonly Answer[] => {
  const made = procedure.decisions.filter((one) => one.on.events.includes(type) && one.field === field)
  // One event may make this decision or that: those that wait to be made come before what the others call it.
  const waiting = made.filter((one) =>
    expected.some(({ title, clause }) => title === one.title && clause === one.clause),
  )
  const decided = (waiting.length > 0 ? waiting : made).flatMap((one) => one.outcomes)
  if (decided.length === 0) return values.map((value) => ({ value, text: spelledOut(value, procedure) }))
  const own = new Map(decided.map(({ value, title }) => [value, { value, text: title }]))
  return [...own.values()]
}

const earlier = ({ events, expected, procedure }: Asking): readonly Answer[] => {
  const begun = new Set(
    expected.filter(({ subject }) => subject.kind === 'event').map(({ startedBy }) => startedBy),
  )
  return events
    .filter(({ id }) => begun.has(id))
    .toReversed()
    .map(({ id, type: its, at }) => ({
      value: id,
      text: `${eventTitle(its, procedure)}, ${timeInWords(at)}`,
    }))
}

/** The time limits: those that run, or are paused; of something on record, all that there are. */
const rules = (type: string, asking: Asking): Pick<Question, 'kind' | 'answers'> => {
  const { procedure, standing = null, events, people } = asking
  if (standing !== null) {
    const { running, paused } = runningLimits(standing, events)
    const limits = type === 'clock.paused' ? running : paused
    return { kind: 'limit', answers: limitAnswers(type, limits, people) }
  }
  const all = procedure.clocks.map(({ id, title }) => ({ value: id, text: title }))
  return { kind: 'worker', answers: [{ value: 'all', text: 'All of them' }, ...all] }
}

const answersFor = (
  type: string,
  field: string,
  kind: FieldKind,
  asking: Asking,
): Pick<Question, 'kind' | 'answers'> => {
  const { people, workers, procedure } = asking
  if (typeof kind !== 'string') return { kind: 'choice', answers: outcomes(type, field, kind, asking) }
  if (field === 'of') return { kind: 'worker', answers: earlier(asking) }
  if (field === 'rule') return rules(type, asking)
  if (kind === 'worker')
    return { kind, answers: workers.map(({ user, name }) => ({ value: user, text: name })) }
  if (kind === 'person')
    return { kind, answers: named(field === 'child' ? people.filter(isBornChild) : people) }
  if (kind === 'people') return { kind, answers: named(people) }
  if (kind !== 'text' && kind !== 'texts') return { kind, answers: [] }
  const decided = outcomes(type, field, [], asking)
  if (decided.length > 0) return { kind: 'choice', answers: decided }
  const usual = usualAnswers[`${type} ${field}`] ?? []
  const known = [...new Set([...usual, ...valuesAsked(procedure, type, field)])]
  if (known.length === 0) return { kind, answers: [] }
  const answers = known.map((value) => ({ value, text: spelledOut(value, procedure) }))
  return { kind: kind === 'text' ? 'among' : 'several-among', answers }
}

/** When the outcomes that are offered are those of a decision that is only made in some circumstances: in which. */
const onlyWhen = (type: string, field: string, { procedure }: Asking): string | undefined => {
  const made = procedure.decisions.filter((one) => one.on.events.includes(type) && one.field === field)
  const [only, ...others] = made
  if (only === undefined || others.length > 0) return undefined
  const test = only.on.where.find(({ path }) => path[0] !== field)
  const asked = test?.path[0]
  if (test?.kind !== 'in' || asked === undefined) return undefined
  const label = (fieldWords[`${type} ${asked}`] ?? fieldWords[asked])?.label ?? asked
  const values = test.values.map((value) => spelledOut(String(value), procedure))
  return `Only where “${label}” is ${listed(values, 'or')}.`
}

const hintFor = (type: string, field: string, own: string | undefined, asking: Asking): string | null => {
  const { expected } = asking
  const asked = [...new Set(expected.filter(({ asks }) => asks.includes(field)).map(({ clause }) => clause))]
  const why = asked.length === 0 ? undefined : `The procedure asks for this (${asked.join(', ')}).`
  return [own, onlyWhen(type, field, asking), why].filter((one) => one !== undefined).join(' ') || null
}

export const questionFor = (type: string, field: string, kind: FieldKind, asking: Asking): Question => {
  const notes = field === 'account' && !withPeople.test(type) ? fieldWords['notes'] : undefined
  const words = notes ?? fieldWords[`${type} ${field}`] ?? fieldWords[field]
  const spelled = capital(
    (field.split('.').at(-1) ?? field).replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim(),
  )
  return {
    field,
    name: controlName(field),
    label: words?.label ?? spelled,
    hint: hintFor(type, field, words?.hint, asking),
    needed: words?.needed ?? null,
    long: words?.long ?? false,
    ...answersFor(type, field, kind, asking),
  }
}

/** The fields of an event that its page asks for, in their order. */
const shownOf = (type: string, procedure: Procedure): readonly string[] => {
  const all = Object.keys(procedure.events[type] ?? {})
  const usual = fieldsShown[type]
  if (usual === undefined) return all
  const standard = standardEvents[type] ?? {}
  const rest = all.filter(
    (field) => !usual.includes(field) && (!(field in standard) || isLookedAt(procedure, type, field)),
  )
  return [...usual.filter((field) => all.includes(field)), ...rest]
}

const isAskedOfChildren = (type: string, fields: Readonly<Record<string, FieldKind>>): boolean =>
  !aboutTheCase.test(type) &&
  !Object.values(fields).some((kind) => kind === 'seen' || kind === 'people' || kind === 'person')

/** With these a child may have been met, or what was made of it matters. */
const withPeople =
  /^(?:contact\.made|visit\.made|child\.seen|note|assessment|taf\.held|plan|review|concern|consent|feedback|panel)/

/** What is told in words: of dealings with people what happened, what the children said and the opinion, each apart. */
const toldIn = (type: string): readonly string[] => {
  if (type.startsWith('clock.')) return []
  return withPeople.test(type) ? ['account', 'voice', 'opinion'] : ['account']
}

/** Of these a page offers what is open, or runs, at the moment. */
const offeringWhatStands: ReadonlySet<string> = new Set(['action.completed', 'clock.paused', 'clock.resumed'])

/** The open actions, where something new is recorded and there are any: they are asked instead of the words and the person. */
const doneAsked = (type: string, { procedure, people, events, standing = null }: Asking): Question | null => {
  if (type !== 'action.completed' || standing === null) return null
  const actions = openActions(standing, events)
  return actions.length === 0 ? null : doneQuestion(actions, { procedure, people })
}

/**
 * Whether what was answered can only be read by what the procedure waits for: which outcomes its decisions have, and which
 * earlier event it belongs to. All else that the procedure waits for is only told.
 */
export const restsOnExpected = (type: string, { decisions }: Procedure, typed: Typed): boolean =>
  offeringWhatStands.has(type) ||
  textOf(typed, controlName('of')) !== '' ||
  decisions.some(({ on }) => on.events.includes(type))

/** The questions of an event's recording page, in their order: whom it is about, its own fields, and the telling. */
export const questionsOf = (type: string, asking: Asking): readonly Question[] => {
  const { people } = asking
  const fields = asking.procedure.events[type] ?? {}
  const names = shownOf(type, asking.procedure).filter(
    (field) =>
      !notAsked.has(field) &&
      !notAsked.has(`${type} ${field}`) &&
      // By whom a sign-off is, says who records it.
      !(field === 'by' && countsFrom(type, asking.procedure).isTheirs),
  )
  const done = doneAsked(type, asking)
  const asked = done === null ? names : names.filter((field) => field !== 'what' && field !== 'who')
  const own = asked.flatMap((field) => {
    const kind = fields[field] ?? 'text'
    const parts = kind === 'free' ? partsAsked(asking.procedure, type, field) : []
    return parts.length === 0
      ? [questionFor(type, field, kind, asking)]
      : parts.map((part) => questionFor(type, `${field}.${part}`, 'text', asking))
  })
  const forWhom =
    type === 'closure.completed' ? people.filter(({ member }) => member) : people.filter(isChild)
  const whom =
    isAskedOfChildren(type, fields) && forWhom.length > 1
      ? [questionFor(type, 'children', 'people', { ...asking, people: forWhom })]
      : []
  const belongs =
    // Whichever action an entry names, it would close the first of that plan: none is named but by its words.
    'of' in fields || type === 'action.completed'
      ? []
      : [questionFor(type, 'of', 'text', asking)].filter(({ answers }) => answers.length > 0)
  const told = toldIn(type).map((field) => questionFor(type, field, 'text', asking))
  const seen = own.filter(({ kind }) => kind === 'seen')
  return [
    ...(done === null ? [] : [done]),
    ...whom,
    ...seen,
    ...belongs,
    ...own.filter(({ kind }) => kind !== 'seen'),
    ...told,
  ]
}
