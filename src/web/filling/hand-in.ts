import type { FormDesk } from '#casework/documents/form-desk.ts'
import { beforeFirstDay } from '#casework/asking/first-day.ts'
import { eventOfForm, fieldsGiven, recordOf } from '#casework/documents/event-of-form.ts'
import { sectionsAsked } from '#casework/documents/asked.ts'
import type { Answers, FormContent } from '#casework/documents/stored-document.ts'
import type { Said } from '#casework/recording/recording.ts'
import { formatDay, parseDay } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { decisionsIn } from '#engine/history/decisions-in.ts'
import { topFields } from '#casework/documents/asked.ts'
import { time } from '../forms/date-fields.ts'
import { textOf } from '../forms/field.ts'
import { narrative } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Typed } from '../forms/typed.ts'
import { readDecidedBy } from '../recording/deciding.ts'
import { problemsOfEarly } from '../recording/early.ts'
import { readAnswers } from '../recording/read-answers.ts'
import { readWhen } from '../recording/when-it-happened.ts'
import type { RecordAsked } from './asked-beside.ts'
import { controlOf } from './control-of.ts'
import { readForm } from './read-form.ts'

/** Whether the form itself asks on which day it happened. */
export const asksDay = ({ form }: Pick<FormDesk, 'form'>): boolean =>
  form.records.length > 0 && form.records.every(({ event }) => fieldsGiven(form, event).has('at'))

export type HandInRead = {
  readonly content: FormContent
  readonly said: Said | null
  /** For whom it is written down, where it decides something that is theirs. */
  readonly decidedBy: string | null
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

type SaidRead =
  | { readonly said: Said; readonly decidedBy: string | null }
  | { readonly problems: readonly FieldProblem[] }

const saidBy = (desk: FormDesk, asked: readonly RecordAsked[], answers: Answers, typed: Typed): SaidRead => {
  const { procedure, now, record } = desk.overview
  const belongs = desk.without.find(({ id }) => id === textOf(typed, 'belongs'))
  const chosen = recordOf(desk.form, answers)
  if (chosen === null || belongs !== undefined)
    return {
      said: { type: 'document.written', at: now, data: belongs === undefined ? {} : { of: belongs.id } },
      decidedBy: null,
    }
  const people = record.people.filter(({ until }) => until === null)
  const { data, day } = eventOfForm(desk.form, chosen, answers, { procedure, people })
  const own = asked.find(({ event }) => event === chosen.event)
  const read = readAnswers(typed, own?.questions ?? [], people)
  const all = read.ok ? { ...read.data, ...data } : data
  const isNeeded =
    decisionsIn(procedure, chosen.event, all).length > 0 ||
    own?.deciding?.decisions.some(({ field }) => field === null) === true
  const decided = readDecidedBy(own?.deciding ?? null, own?.forOthers ?? null, isNeeded, typed)
  const when = asksDay(desk) ? momentOn(desk, chosen.event, day, typed) : readWhen(typed, now)
  const early =
    'at' in when
      ? problemsOfEarly(
          beforeFirstDay({ type: chosen.event, at: when.at }, record.events, now),
          typed,
          asksDay(desk) ? dayControl(desk, chosen.event) : 'at',
        )
      : when.problems
  if ('at' in when && early.length === 0 && read.ok && decided.ok)
    return { said: { type: chosen.event, at: when.at, data: all }, decidedBy: decided.decidedBy }
  return {
    problems: [...early, ...[read, decided].flatMap((part) => (part.ok ? [] : part.problems))],
  }
}

/** A form as it was sent: its answers, what it records, and everything that is in the way. */
export const readHandIn = (desk: FormDesk, asked: readonly RecordAsked[], typed: Typed): HandInRead => {
  const read = readForm(desk.form, typed, desk.children)
  const content = contentOf(desk, read.answers)
  const lost = read.leftOver.map((words) => ({
    field: 'left-over',
    text: `This form has no place for “${words.slice(0, 60)}”. It stands below: copy what you need of it`,
  }))
  const said = saidBy(desk, asked, read.answers, typed)
  const problems = [...lost, ...read.problems, ...('problems' in said ? said.problems : [])]
  const { said: event, decidedBy } = 'said' in said ? said : { said: null, decidedBy: null }
  return { content, said: event, decidedBy, problems, leftOver: read.leftOver }
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
    decidedBy: null,
    problems: [...problems, ...(why.ok ? [] : why.problems)],
    leftOver,
  }
}
