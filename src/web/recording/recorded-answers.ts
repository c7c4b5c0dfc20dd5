import { parseDay } from '#calendar/day.ts'
import { dayOf, minutesOf, parseInstant } from '#calendar/instant.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import { commonFields } from '#procedure/event-vocabulary.ts'
import type { Typed } from '../forms/typed.ts'
import { clockInWords } from '../time-in-words.ts'
import { other } from './question.ts'
import type { Question } from './question.ts'
import { questionFor, questionsOf } from './questions-of.ts'
import type { Asking } from './questions-of.ts'
import { typedDay } from './when-it-happened.ts'

/** A question with room for what was given: an answer that is not offered today, a day where a moment could be said. */
const withRoomFor = (question: Question, value: DataValue): Question => {
  const { kind, answers } = question
  if (kind === 'among' || kind === 'several-among') return question
  if (kind === 'moment')
    return typeof value === 'string' && parseDay(value) !== undefined
      ? { ...question, kind: 'date' }
      : question
  const given = (isList(value) ? value : [value]).filter((one) => typeof one === 'string')
  const missing = given.filter((one) => !answers.some((answer) => answer.value === one))
  const more = missing.map((one) => ({ value: one, text: one }))
  return more.length === 0 ? question : { ...question, answers: [...answers, ...more] }
}

const textsIn = (value: DataValue): readonly string[] | null =>
  isList(value) && value.every((one) => typeof one === 'string') ? value : null

const typedMoment = (name: string, text: string): Typed | null => {
  const day = parseDay(text)
  if (day !== undefined) return typedDay(name, day)
  const at = parseInstant(text)
  return at === undefined
    ? null
    : { ...typedDay(name, dayOf(at)), [`${name}-time`]: clockInWords(minutesOf(at)) }
}

const typedSeen = (data: Data): Typed => {
  const typed: Record<string, string> = {}
  const rows = (value: DataValue | undefined): readonly Data[] =>
    value !== undefined && isList(value) ? value.filter(isData) : []
  for (const { child, alone } of rows(data['seen']))
    if (typeof child === 'string') typed[`seen-${child}`] = alone === true ? 'alone' : 'seen'
  for (const { child, reason, when } of rows(data['notSeen'])) {
    if (typeof child !== 'string') continue
    typed[`seen-${child}`] = 'not'
    typed[`seen-${child}-reason`] = typeof reason === 'string' ? reason : ''
    const day = typeof when === 'string' ? parseDay(when) : undefined
    if (day !== undefined) Object.assign(typed, typedDay(`seen-${child}-when`, day))
  }
  return typed
}

const inRows: ReadonlySet<string> = new Set(['what', 'who', 'by'])

const typedActions = (name: string, value: DataValue): Typed | null => {
  if (!isList(value) || !value.every(isData)) return null
  if (value.some((row) => Object.keys(row).some((key) => !inRows.has(key)))) return null
  const typed: Record<string, string> = { [`${name}-rows`]: String(value.length) }
  value.forEach(({ what, who, by }, i) => {
    const row = `${name}-${i + 1}`
    typed[`${row}-what`] = typeof what === 'string' ? what : ''
    typed[`${row}-who`] = typeof who === 'string' ? who : ''
    const day = typeof by === 'string' ? parseDay(by) : undefined
    if (day !== undefined) Object.assign(typed, typedDay(`${row}-by`, day))
  })
  return typed
}

/** A recorded value as it stands in its controls; null where they cannot show it. */
const typedOf = ({ kind, name, answers }: Question, value: DataValue, data: Data): Typed | null => {
  const known = new Set(answers.map((answer) => answer.value))
  const texts = textsIn(value)
  switch (kind) {
    case 'seen':
    case 'not-seen':
      return typedSeen(data)
    case 'actions':
      return typedActions(name, value)
    case 'people':
      return texts === null ? null : { [name]: texts }
    case 'texts':
      return texts === null ? null : { [name]: texts.join('\n') }
    case 'several-among': {
      if (texts === null) return null
      const own = texts.filter((one) => !known.has(one))
      const chosen = texts.filter((one) => known.has(one))
      return own.length === 0
        ? { [name]: chosen }
        : { [name]: [...chosen, other], [`${name}-other`]: own.join('\n') }
    }
    case 'yes-no':
      return typeof value === 'boolean' ? { [name]: value ? 'yes' : 'no' } : null
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) ? { [name]: String(value) } : null
    case 'date':
    case 'moment':
      return typeof value === 'string' ? typedMoment(name, value) : null
    case 'among':
      if (typeof value !== 'string') return null
      return known.has(value) ? { [name]: value } : { [name]: other, [`${name}-other`]: value }
    default:
      return typeof value === 'string' ? { [name]: value } : null
  }
}

/** What is said by other questions, or cannot be changed by saying so. */
const notHere: ReadonlySet<string> = new Set(['notSeen', 'subject', 'rule', 'set', 'worker', 'to', 'from'])

/**
 * The questions of an event's page for something that was recorded, and what was recorded as it stands in their
 * controls. Whatever was recorded is asked, if the page of today would not; what was not recorded need not be answered
 * now; what no control can show is left as it is.
 */
export const recordedAnswers = (
  { type, data }: { readonly type: string; readonly data: Data },
  asking: Asking,
): { readonly questions: readonly Question[]; readonly typed: Typed } => {
  // Something about one person is not asked a second time of all of them.
  const isAboutOne = typeof data['person'] === 'string' && data['children'] === undefined
  const own = questionsOf(type, asking).filter(
    ({ field }) => !(type.startsWith('case.') && notHere.has(field)) && !(field === 'children' && isAboutOne),
  )
  const fields = { ...commonFields, ...asking.procedure.events[type] }
  const more = Object.keys(data)
    .filter((field) => !notHere.has(field) && !own.some((one) => one.field === field))
    .flatMap((field) => {
      const kind = fields[field]
      return kind === undefined ? [] : [questionFor(type, field, kind, asking)]
    })
  const typed: Record<string, string | readonly string[]> = {}
  const questions: Question[] = []
  for (const question of [...own, ...more]) {
    const value = data[question.field] ?? (question.kind === 'seen' ? (data['notSeen'] ?? null) : null)
    if (value === null) {
      questions.push({ ...question, needed: null })
      continue
    }
    const asked = withRoomFor(question, value)
    const said = typedOf(asked, value, data)
    if (said === null) continue
    questions.push(asked)
    Object.assign(typed, said)
  }
  return { questions, typed }
}
