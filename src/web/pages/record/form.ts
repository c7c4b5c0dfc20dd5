import { besideRecording } from '#casework/beside-recording.ts'
import type { Beside } from '#casework/beside-recording.ts'
import type { CaseOverview } from '#casework/case-overview.ts'
import type { Deps } from '#casework/deps.ts'
import type { Actor } from '#casework/actor.ts'
import type { Reading } from '#casework/record-sent.ts'
import type { Said as SaidEvent } from '#casework/recording.ts'
import type { Deciding } from '#casework/who-decides.ts'
import { whoDecides } from '#casework/who-decides.ts'
import type { Data } from '#engine/case-event.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { textOf } from '../../forms/field.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent, Typed } from '../../forms/typed.ts'
import { decidesAlways, readDecidedBy } from '../../recording/deciding.ts'
import { isRecordable } from '../../recording/event-title.ts'
import type { Question } from '../../recording/question.ts'
import { controlName } from '../../recording/question.ts'
import { questionsOf } from '../../recording/questions-of.ts'
import { readAnswers } from '../../recording/read-answers.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { readWhen, typedNow } from '../../recording/when-it-happened.ts'

/** Everything that a recording page is made from. */
export type RecordFacts = {
  readonly overview: CaseOverview
  readonly type: string
  readonly beside: Beside
  readonly questions: readonly Question[]
  /** How the reader stands to what it decides; null where it decides nothing or they may. */
  readonly deciding: Deciding | null
}

export const recordFacts = (
  shelf: Deps['shelf'],
  actor: Actor,
  overview: CaseOverview,
  type: string,
): RecordFacts => {
  const { record, procedure, standing, users } = overview
  const beside = besideRecording(shelf, record, standing, type)
  const questions = questionsOf(type, {
    procedure,
    people: record.people.filter(({ until }) => until === null),
    events: record.events,
    workers: [...users.values()].filter(({ active }) => active),
    expected: beside.expected,
  })
  const deciding = whoDecides(actor, record, procedure, type, [...users.values()])
  return { overview, type, beside, questions, deciding }
}

/** Whether what is answered depends on who may come to the family. */
export const asksForPeople = ({ questions, deciding }: RecordFacts): boolean =>
  deciding !== null ||
  questions.some(({ kind, field }) => kind === 'worker' && field !== 'of' && field !== 'rule')

/** The name of a page's draft. A draft's name has no dots. */
export const draftName = (caseId: string, type: string): string =>
  `record:${caseId}:${type.replace('.', '_')}`

type Query = Readonly<Record<string, unknown>>

const asked = (query: Query, name: string): string | undefined => {
  const value = query[name]
  return typeof value === 'string' ? value : undefined
}

/** The form that what is recorded is about, such as the assessment that is authorised. */
const documentNamed = (said: string | undefined): { readonly document?: string } =>
  said !== undefined && /^d\d{1,6}$/.test(said) ? { document: said } : {}

/**
 * What stands in the form when it is opened: the present moment, and the earlier event that it belongs to, where the link
 * that led here says one or the procedure waits for one.
 */
export const opening = ({ overview, questions, beside }: RecordFacts, query: Query): Typed => {
  const { record, now } = overview
  const waiting = beside.expected.find(({ subject }) => subject.kind === 'event')
  const belongs = asked(query, 'of') ?? waiting?.startedBy ?? undefined
  const filled = (field: string, value: string | undefined): Typed =>
    value !== undefined && questions.some((one) => one.field === field) ? { [controlName(field)]: value } : {}
  return {
    ...typedNow(now),
    known: String(record.events.length),
    ...documentNamed(asked(query, 'document')),
    ...filled('of', belongs),
  }
}

type RecordRead =
  | { readonly ok: true; readonly said: SaidEvent; readonly decidedBy: string | null }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** One event out of what was typed, or everything that is wrong with it. */
const readRecording = (facts: RecordFacts, typed: Typed): RecordRead => {
  const { overview, type, questions, deciding } = facts
  const when = readWhen(typed, overview.now)
  const people = overview.record.people.filter(({ until }) => until === null)
  const answers = readAnswers(typed, questions, people)
  const isNeeded = deciding !== null && decidesAlways(deciding, questions)
  const decided = readDecidedBy(deciding, isNeeded, typed)
  if (when.ok && answers.ok && decided.ok)
    return {
      ok: true,
      said: {
        type,
        at: when.at,
        data: { ...answers.data, ...documentNamed(textOf(typed, 'document')) } satisfies Data,
      },
      decidedBy: decided.decidedBy,
    }
  return {
    ok: false,
    problems: [decided, when, answers].flatMap((part) => (part.ok ? [] : part.problems)),
  }
}

/** How many events were on record when the page was opened. */
export const knownIn = ({ typed }: Sent, { overview }: RecordFacts): number =>
  Number(textOf(typed, 'known') || overview.record.events.length)

/** What was sent: something to record; or the form again, with another row or with what is wrong. */
export type SentReading = Reading & {
  readonly typed?: Typed
  readonly problems: readonly FieldProblem[]
}

export const readSent = (facts: RecordFacts, sent: Sent): SentReading => {
  const { overview, type } = facts
  if (!isRecordable(type, overview.procedure)) return { toRecord: null, problems: [] }
  if (wantsRow(sent.typed)) return { toRecord: null, typed: withRow(sent.typed), problems: [] }
  const read = readRecording(facts, sent.typed)
  if (!read.ok) return { toRecord: null, problems: read.problems }
  const reason = overview.may.goPast ? textOf(sent.typed, 'go-past') || null : null
  const { said, decidedBy } = read
  const draft = ownDraft(sent, draftName(overview.record.id, type))
  const known = knownIn(sent, facts)
  return { toRecord: { said: [said], reason, decidedBy, draft, known }, problems: [] }
}
