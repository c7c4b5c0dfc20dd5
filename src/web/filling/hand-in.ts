import type { FormDesk } from '#casework/documents/form-desk.ts'
import { eventOfForm, fieldsGiven, recordOf } from '#casework/documents/event-of-form.ts'
import { sectionsAsked } from '#casework/documents/asked.ts'
import type { Answers, FormContent } from '#casework/documents/stored-document.ts'
import type { Said } from '#casework/recording.ts'
import { isLookedAt } from '#casework/values-asked.ts'
import { besideRecording } from '#casework/beside-recording.ts'
import type { Deps } from '#casework/deps.ts'
import { formatDay, parseDay } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { topFields } from '#casework/documents/asked.ts'
import { time } from '../forms/date-fields.ts'
import { textOf } from '../forms/field.ts'
import { narrative } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Typed } from '../forms/typed.ts'
import type { Question } from '../recording/question.ts'
import { questionsOf } from '../recording/questions-of.ts'
import { readAnswers } from '../recording/read-answers.ts'
import { readWhen } from '../recording/when-it-happened.ts'
import { controlOf } from './control-of.ts'
import { readForm } from './read-form.ts'

/** What is asked beside the form for one of the events that it may record. */
export type RecordAsked = { readonly event: string; readonly questions: readonly Question[] }

const told: ReadonlySet<string> = new Set(['account', 'voice', 'opinion'])

/** What the form does not ask and the procedure looks at. */
const isLeft = (
  { form, overview: { procedure } }: FormDesk,
  event: string,
  { field, kind, needed }: Question,
): boolean => {
  if (told.has(field) || fieldsGiven(form, event).has(field)) return false
  if (form.records.some((one) => one.event === event && field in one.says)) return false
  if (field === 'children') return !topFields(form).some((one) => one.kind === 'per child')
  return needed !== null || field === 'of' || kind === 'seen' || isLookedAt(procedure, event, field)
}

/** The questions that handing in a form still needs, for each event that it may record. */
export const askedBeside = (shelf: Deps['shelf'], desk: FormDesk): readonly RecordAsked[] => {
  const { record, procedure, standing, users } = desk.overview
  const events = [...new Set(desk.form.records.map(({ event }) => event))]
  return events.map((event) => {
    const questions = questionsOf(event, {
      procedure,
      people: record.people.filter(({ until }) => until === null),
      events: record.events,
      workers: [...users.values()].filter(({ active }) => active),
      expected: besideRecording(shelf, record, standing, event).expected,
    })
    return { event, questions: questions.filter((one) => isLeft(desk, event, one)) }
  })
}

/** Whether the form itself asks on which day it happened. */
export const asksDay = ({ form }: Pick<FormDesk, 'form'>): boolean =>
  form.records.length > 0 && form.records.every(({ event }) => fieldsGiven(form, event).has('at'))

export type HandInRead = {
  readonly content: FormContent
  readonly said: Said | null
  readonly problems: readonly FieldProblem[]
  readonly leftOver: readonly string[]
}

type Momented = { readonly at: Instant } | { readonly problems: readonly FieldProblem[] }

const dayControl = ({ form }: FormDesk, event: string): string => {
  const field = topFields(form).find(({ from }) => from.includes(`${event}.at`))
  return field === undefined ? 'at' : controlOf([field.id])
}

/** On the day that the form says: at the time typed beside it, else now or, for an earlier day, at midday. */
const momentOn = (desk: FormDesk, event: string, day: string | null, typed: Typed): Momented => {
  const { now } = desk.overview
  const read = readFields(typed, { 'at-time': time({ name: 'The time' }) })
  if (!read.ok) return { problems: read.problems }
  const minutes = read.values['at-time']
  const parsed = day === null ? dayOf(now) : parseDay(day)
  if (parsed === undefined) return { problems: [] }
  const field = dayControl(desk, event)
  if (parsed > dayOf(now))
    return {
      problems: [{ field, text: 'The day must be today or in the past', parts: ['day', 'month', 'year'] }],
    }
  if (minutes === null) return { at: parsed === dayOf(now) ? now : instantAt(parsed, 720) }
  const at = instantAt(parsed, minutes)
  return at <= now + 60_000
    ? { at }
    : { problems: [{ field: 'at-time', text: 'The time must not be in the future' }] }
}

const contentOf = ({ form, overview, children }: FormDesk, answers: Answers): FormContent => ({
  kind: 'form',
  formVersion: form.version,
  procedureVersion: formatDay(overview.record.version),
  sections: sectionsAsked(form),
  answers,
  children: children.map(({ id, name, born }) => ({
    id,
    name,
    born: born === null ? null : formatDay(born),
  })),
})

type SaidRead = { readonly said: Said } | { readonly problems: readonly FieldProblem[] }

const saidBy = (desk: FormDesk, asked: readonly RecordAsked[], answers: Answers, typed: Typed): SaidRead => {
  const { procedure, now, record } = desk.overview
  const belongs = desk.without.find(({ id }) => id === textOf(typed, 'belongs'))
  const chosen = recordOf(desk.form, answers)
  if (chosen === null || belongs !== undefined)
    return {
      said: { type: 'document.written', at: now, data: belongs === undefined ? {} : { of: belongs.id } },
    }
  const people = record.people.filter(({ until }) => until === null)
  const { data, day } = eventOfForm(desk.form, chosen, answers, { procedure, people })
  const questions = asked.find(({ event }) => event === chosen.event)?.questions ?? []
  const read = readAnswers(typed, questions, people)
  const when = asksDay(desk) ? momentOn(desk, chosen.event, day, typed) : readWhen(typed, now)
  if ('at' in when && read.ok)
    return { said: { type: chosen.event, at: when.at, data: { ...read.data, ...data } } }
  return { problems: [...('problems' in when ? when.problems : []), ...(read.ok ? [] : read.problems)] }
}

/** A form as it was sent: its answers, what it records, and everything that is in the way. */
export const readHandIn = (desk: FormDesk, asked: readonly RecordAsked[], typed: Typed): HandInRead => {
  const read = readForm(
    desk.form,
    typed,
    desk.children.map(({ id }) => id),
  )
  const content = contentOf(desk, read.answers)
  const lost = read.leftOver.map((words) => ({
    field: 'left-over',
    text: `This form has no place for “${words.slice(0, 60)}”. It stands below: copy what you need of it`,
  }))
  const said = saidBy(desk, asked, read.answers, typed)
  const problems = [...lost, ...read.problems, ...('problems' in said ? said.problems : [])]
  return { content, said: 'said' in said ? said.said : null, problems, leftOver: read.leftOver }
}

/** A changed form: its answers and why it was changed. */
export const readChange = (desk: FormDesk, typed: Typed): HandInRead => {
  const { content, problems, leftOver } = readHandIn(
    { ...desk, form: { ...desk.form, records: [] } },
    [],
    typed,
  )
  const why = readFields(typed, { reason: narrative({ name: 'The reason' }) })
  const reason = why.ok ? why.values.reason : null
  return {
    content,
    said: {
      type: 'document.revised',
      at: desk.overview.now,
      data: reason === null ? {} : { reason },
    },
    problems: [...problems, ...(why.ok ? [] : why.problems)],
    leftOver,
  }
}
