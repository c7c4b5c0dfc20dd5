import type { Actor } from '#casework/access/actor.ts'
import { overviewOf } from '#casework/case/case-overview.ts'
import { beforeFirstDay } from '#casework/asking/first-day.ts'
import type { LookedAt } from '#casework/case/look-at-case.ts'
import type { Reading } from '#casework/recording/record-sent.ts'
import type { Said as SaidEvent } from '#casework/recording/recording.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { textOf } from '../../forms/field.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent, Typed } from '../../forms/typed.ts'
import { decidesAlways, readDecidedBy, readWhose, saysWhose } from '../../recording/deciding.ts'
import { doneTooEarly, oneEach } from '../../recording/done-actions.ts'
import { problemsOfEarly } from '../../recording/early.ts'
import { isRecordable } from '../../recording/event-title.ts'
import { saysNothing } from '../../recording/must-say.ts'
import { restsOnExpected } from '../../recording/questions-of.ts'
import { readAnswers } from '../../recording/read-answers.ts'
import type { AnswersRead } from '../../recording/read-answers.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { readWhen } from '../../recording/when-it-happened.ts'
import type { WhenRead } from '../../recording/when-it-happened.ts'
import type { AskedFacts } from './form.ts'
import { askedFacts, documentNamed, draftName } from './form.ts'

/** By what something that was sent is read. How the case stands is worked out only where what was answered rests on it. */
export const sentFacts = (actor: Actor, looked: LookedAt, type: string, { typed }: Sent): AskedFacts => {
  const rests = restsOnExpected(type, looked.procedure, typed) || saysWhose(typed)
  return askedFacts(actor, looked, type, rests ? overviewOf(looked).standing : null)
}

/** Whether what is answered depends on who may come to the family. */
export const asksForPeople = ({ questions, deciding, forOthers }: AskedFacts): boolean =>
  deciding !== null ||
  forOthers !== null ||
  questions.some(({ kind, field }) => kind === 'worker' && field !== 'of' && field !== 'rule')

type RecordRead =
  | {
      readonly ok: true
      readonly said: readonly SaidEvent[]
      readonly decidedBy: string | null
      readonly inRole: string | null
    }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** What was answered, with the form that it is about; where it says nothing, what to say. */
const enough = (answers: AnswersRead, { type, questions }: AskedFacts, typed: Typed): AnswersRead => {
  if (!answers.ok) return answers
  const data = { ...answers.data, ...documentNamed(textOf(typed, 'document')) }
  const problems = saysNothing(type, data, questions)
  return problems.length === 0 ? { ok: true, data } : { ok: false, problems }
}

/** When it happened; where that is before the family's first day or before what was done was agreed, whether it can be so. */
const notTooEarly = (
  when: WhenRead,
  said: AnswersRead,
  { type, looked, questions }: AskedFacts,
  typed: Typed,
): WhenRead => {
  if (!when.ok) return when
  const notAgreed = said.ok ? doneTooEarly(said.data, when.at, questions) : []
  if (notAgreed.length > 0) return { ok: false, problems: notAgreed }
  const early = beforeFirstDay({ type, at: when.at }, looked.record.events, looked.now)
  const problems = problemsOfEarly(early, typed)
  return problems.length === 0 ? when : { ok: false, problems }
}

/** One event out of what was typed, or everything that is wrong with it. */
const readRecording = (facts: AskedFacts, typed: Typed): RecordRead => {
  const { looked, type, questions, deciding, notAs, forOthers } = facts
  const people = looked.record.people.filter(({ until }) => until === null)
  const said = enough(readAnswers(typed, questions, people), facts, typed)
  const when = notTooEarly(readWhen(typed, looked.now), said, facts, typed)
  const isNeeded = deciding !== null && decidesAlways(deciding, questions)
  const decided = readDecidedBy(deciding, forOthers, isNeeded, typed)
  const whose = readWhose(notAs, looked.procedure, typed)
  if (when.ok && said.ok && decided.ok && whose.ok)
    return {
      ok: true,
      said: oneEach(said.data).map((data) => ({ type, at: when.at, data })),
      decidedBy: decided.decidedBy,
      inRole: whose.inRole,
    }
  return {
    ok: false,
    problems: [decided, whose, when, said].flatMap((part) => (part.ok ? [] : part.problems)),
  }
}

/** How many events were on record when the page was opened. */
export const knownIn = ({ typed }: Sent, { looked }: AskedFacts): number =>
  Number(textOf(typed, 'known') || looked.record.events.length)

/** What was sent: something to record; or the form again, with another row or with what is wrong. */
export type SentReading = Reading & {
  readonly typed?: Typed
  readonly problems: readonly FieldProblem[]
}

export const readSent = (facts: AskedFacts, sent: Sent): SentReading => {
  const { looked, type } = facts
  if (!isRecordable(type, looked.procedure)) return { toRecord: null, problems: [] }
  if (wantsRow(sent.typed)) return { toRecord: null, typed: withRow(sent.typed), problems: [] }
  const read = readRecording(facts, sent.typed)
  if (!read.ok) return { toRecord: null, problems: read.problems }
  const reason = looked.may.goPast ? textOf(sent.typed, 'go-past') || null : null
  const { said, decidedBy, inRole } = read
  const draft = ownDraft(sent, draftName(looked.record.id, type))
  const known = knownIn(sent, facts)
  return { toRecord: { said, reason, decidedBy, inRole, draft, known }, problems: [] }
}
