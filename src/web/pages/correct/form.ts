import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { TimelineEntry } from '#casework/case/timeline-entry.ts'
import { entryWith } from '#casework/changes/change-entry.ts'
import type { CorrectEvent } from '#casework/changes/correct-event.ts'
import type { EntrySays } from '#casework/changes/entry-changes.ts'
import { dayOf } from '#calendar/instant.ts'
import { isThere } from '#engine/case-event.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { textOf } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent, Typed } from '../../forms/typed.ts'
import type { Question } from '../../recording/question.ts'
import type { Asking } from '../../recording/questions-of.ts'
import { saysNothing } from '../../recording/must-say.ts'
import { readAnswers } from '../../recording/read-answers.ts'
import type { AnswersRead } from '../../recording/read-answers.ts'
import { recordedAnswers } from '../../recording/recorded-answers.ts'
import { readWhen, typedNow } from '../../recording/when-it-happened.ts'

/** Everything that the page of a correction is made from. */
export type CorrectionFacts = {
  readonly overview: CaseOverview
  readonly entry: TimelineEntry
  readonly questions: readonly Question[]
  readonly asking: Asking
  /** Those whom the questions may be about: who was there then, and whoever was named. */
  readonly people: readonly CasePerson[]
  /** What is on record, as it stands in the form when it is opened. */
  readonly typed: Typed
}

/** Null where there is no such entry. */
export const correctionFacts = (overview: CaseOverview, event: string): CorrectionFacts | null => {
  const { record, procedure, now, users } = overview
  const entry = entryWith(record, event, now)
  if (entry === null || entry.event.id !== event || entry.withdrawn) return null
  const said = JSON.stringify(entry.event.data)
  const day = dayOf(entry.event.at)
  const people = record.people.filter((person) => isThere(person, day) || said.includes(`"${person.id}"`))
  const workers = [...users.values()].filter(({ active }) => active)
  const asking = { procedure, people, events: record.events, workers, expected: [] }
  const { questions, typed } = recordedAnswers(entry.event, asking)
  const seen = String(entry.changes.length)
  return {
    overview,
    entry,
    questions,
    asking,
    people,
    typed: { ...typedNow(entry.event.at), ...typed, 'changes-seen': seen, 'changes-base': seen },
  }
}

/** What the entry said when the person opened the page: only what they changed since is theirs to say. */
const saidThen = ({ overview, entry }: CorrectionFacts, typed: Typed): EntrySays => {
  const base = Number(textOf(typed, 'changes-base') || entry.changes.length)
  const first = overview.record.events.find(({ id }) => id === entry.event.id) ?? entry.event
  return entry.changes[base - 1]?.after ?? (base === 0 ? first : entry.event)
}

type CorrectionRead =
  | { readonly ok: true; readonly asked: CorrectEvent }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const isSame = (a: DataValue | undefined, b: DataValue | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The fields in which what was typed differs from what was on record. */
const differing = (facts: CorrectionFacts, then: EntrySays, now: Data): Data => {
  const { entry, asking, people, questions } = facts
  const shown = recordedAnswers({ type: entry.event.type, data: then.data }, asking)
  const before = readAnswers({ ...shown.typed }, shown.questions, people)
  const was: Data = before.ok ? before.data : {}
  const asked = new Set(
    questions.flatMap(({ field, kind }) => (kind === 'seen' ? [field, 'notSeen'] : [field])),
  )
  return Object.fromEntries(
    [...asked].filter((field) => !isSame(was[field], now[field])).map((field) => [field, now[field] ?? null]),
  )
}

/** What said something on record cannot be corrected to say nothing but its day: that is to take it back. */
const stillSaying = (answers: AnswersRead, { entry, questions }: CorrectionFacts): AnswersRead => {
  const { type, data } = entry.event
  if (!answers.ok || saysNothing(type, data, questions).length > 0) return answers
  const shown = new Set(questions.map(({ field }) => field))
  const rest = Object.fromEntries(Object.entries(data).filter(([field]) => !shown.has(field)))
  const problems = saysNothing(type, { ...rest, ...answers.data }, questions)
  return problems.length === 0 ? answers : { ok: false, problems }
}

/** The correction out of what was typed, or everything that is wrong with it. */
export const readCorrection = (facts: CorrectionFacts, { typed, key }: Sent): CorrectionRead => {
  const { overview, entry, questions, people } = facts
  const when = readWhen(typed, overview.now)
  const answers = stillSaying(readAnswers(typed, questions, people), facts)
  const why = readFields(typed, {
    why: text({ needed: 'Enter what was wrong', most: 2000, name: 'What was wrong' }),
  })
  if (!when.ok || !answers.ok || !why.ok)
    return {
      ok: false,
      problems: [when, answers, why].flatMap((part) => (part.ok ? [] : part.problems)),
    }
  const then = saidThen(facts, typed)
  const set = differing(facts, then, answers.data)
  // The boxes hold minutes: a moment that was recorded to the second is the same one.
  const minute = 60_000
  const at = Math.floor(when.at / minute) === Math.floor(then.at / minute) ? null : when.at
  if (at === null && Object.keys(set).length === 0)
    return {
      ok: false,
      problems: [{ field: 'at-day', text: 'Change what was wrong. Everything is as it was recorded' }],
    }
  return {
    ok: true,
    asked: {
      caseId: overview.record.id,
      key,
      event: entry.event.id,
      at,
      set,
      reason: why.values.why,
      seen: Number(textOf(typed, 'changes-seen') || entry.changes.length),
      knowing: textOf(typed, 'knowing') !== '',
    },
  }
}
