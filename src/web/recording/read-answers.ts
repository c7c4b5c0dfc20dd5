import { formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { formatLocal, instantAt } from '#calendar/instant.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { date, time } from '../forms/date-fields.ts'
import { textOf } from '../forms/field.ts'
import type { Field } from '../forms/field.ts'
import { choice, narrative, several, text, whole } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem, FormSpec } from '../forms/read-fields.ts'
import type { Typed } from '../forms/typed.ts'
import { readActions } from './action-rows.ts'
import { readDone } from './done-actions.ts'
import { other } from './question.ts'
import type { Question } from './question.ts'
import { readSeen } from './seen-rows.ts'

export type AnswersRead =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const failed = (problems: readonly FieldProblem[]): AnswersRead => ({ ok: false, problems })
const given = (field: string, value: DataValue | null): AnswersRead => ({
  ok: true,
  data: value === null ? {} : { [field]: value },
})

const lines = (said: string | null): readonly string[] =>
  (said ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const asText = ({ long, needed, label }: Question): Field<string | null> => {
  const limits = { name: label }
  if (needed === null) return long ? narrative(limits) : text(limits)
  return long ? narrative({ ...limits, needed }) : text({ ...limits, needed })
}

const asChoice = ({ answers, needed }: Question, more: readonly string[] = []): Field<string | null> => {
  const values = [...answers.map(({ value }) => value), ...more]
  return needed === null ? choice(values) : choice(values, { needed })
}

const asDate = ({ needed, label }: Question): Field<Day | null> =>
  needed === null ? date({ name: label }) : date({ name: label, needed })

/** Reads one control, or says what is wrong with it. */
const one = <V>(typed: Typed, name: string, field: Field<V>): V | readonly FieldProblem[] => {
  const read = readFields(typed, { [name]: field } satisfies FormSpec)
  return read.ok ? (read.values[name] as V) : read.problems
}

const isWrong = (value: unknown): value is readonly FieldProblem[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === 'object'

const simple = (typed: Typed, { field, name }: Question, read: Field<DataValue | null>): AnswersRead => {
  const value = one(typed, name, read)
  return isWrong(value) ? failed(value) : given(field, value)
}

const among = (typed: Typed, question: Question): AnswersRead => {
  const { field, name, label } = question
  const chosen = one(typed, name, asChoice(question, [other]))
  if (isWrong(chosen)) return failed(chosen)
  if (chosen !== other) return given(field, chosen)
  return simple(
    typed,
    { ...question, name: `${name}-other` },
    text({ needed: 'Enter it in words', name: label }),
  )
}

const severalAmong = (typed: Typed, { field, name, answers }: Question): AnswersRead => {
  const chosen = one(typed, name, several([...answers.map(({ value }) => value), other])) as readonly string[]
  const written = chosen.includes(other) ? lines(textOf(typed, `${name}-other`)) : []
  const all = [...chosen.filter((value) => value !== other), ...written]
  return given(field, all.length === 0 ? null : all)
}

const moment = (typed: Typed, question: Question): AnswersRead => {
  const { field, name, label } = question
  const day = one(typed, name, asDate(question))
  if (isWrong(day)) return failed(day)
  if (day === null) return given(field, null)
  const minutes = one(typed, `${name}-time`, time({ needed: 'Enter the time', name: label }))
  if (isWrong(minutes)) return failed(minutes)
  return given(field, formatLocal(instantAt(day, minutes)))
}

const read = (typed: Typed, question: Question, people: readonly CasePerson[]): AnswersRead => {
  const { field, name, label, answers } = question
  switch (question.kind) {
    case 'text':
    case 'free':
      return simple(typed, question, asText(question))
    case 'choice':
    case 'limit':
    case 'worker':
    case 'person':
      return simple(typed, question, asChoice(question))
    case 'among':
      return among(typed, question)
    case 'several-among':
      return severalAmong(typed, question)
    case 'number': {
      const limits = { least: 0, most: 9999, name: label }
      return simple(typed, question, whole(limits))
    }
    case 'yes-no': {
      const said = one(typed, name, choice(['yes', 'no']))
      return given(field, said === null ? null : said === 'yes')
    }
    case 'date': {
      const day = one(typed, name, asDate(question))
      return isWrong(day) ? failed(day) : given(field, day === null ? null : formatDay(day))
    }
    case 'moment':
      return moment(typed, question)
    case 'people': {
      const chosen = one(typed, name, several(answers.map(({ value }) => value))) as readonly string[]
      return given(field, chosen.length === 0 ? null : chosen)
    }
    case 'texts': {
      const said = one(typed, name, narrative({ name: label }))
      if (isWrong(said)) return failed(said)
      const all = lines(said)
      return given(field, all.length === 0 ? null : all)
    }
    case 'done': {
      const done = readDone(typed, question)
      return done.ok ? given(field, done.rows) : failed(done.problems)
    }
    case 'seen':
    case 'not-seen':
      return readSeen(typed, { people })
    case 'actions': {
      const rows = readActions(typed, name)
      return rows.ok ? given(field, rows.rows.length === 0 ? null : rows.rows) : failed(rows.problems)
    }
  }
}

/** Parts that were asked one by one stand together in their field: `assessment.worries` in `assessment`. */
const together = (data: Data): Data => {
  const all: Record<string, DataValue> = {}
  for (const [field, value] of Object.entries(data)) {
    const [of = field, part] = field.split('.')
    all[of] = part === undefined ? value : { ...(all[of] as Data | undefined), [part]: value }
  }
  return all
}

/** An event's data out of what was typed, or everything that is wrong with it, in the order of the questions. */
export const readAnswers = (
  typed: Typed,
  questions: readonly Question[],
  people: readonly CasePerson[],
): AnswersRead => {
  const all = questions.map((question) => read(typed, question, people))
  const problems = all.flatMap((answer) => (answer.ok ? [] : answer.problems))
  if (problems.length > 0) return failed(problems)
  const data = Object.assign({}, ...all.map((answer) => (answer.ok ? answer.data : {}))) as Data
  return { ok: true, data: together(data) }
}
