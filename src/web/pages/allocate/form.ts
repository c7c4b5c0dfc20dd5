import type { Candidate } from '#casework/allocation/allocation-desk.ts'
import { besideRecording } from '#casework/asking/beside-recording.ts'
import type { Beside } from '#casework/asking/beside-recording.ts'
import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { Allocate } from '#casework/allocation/allocate.ts'
import type { Deps } from '#casework/deps.ts'
import { choice } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { textOf } from '../../forms/field.ts'
import type { Sent } from '../../forms/typed.ts'
import type { Question } from '../../recording/question.ts'
import { questionsOf } from '../../recording/questions-of.ts'
import { readAnswers } from '../../recording/read-answers.ts'
import { readWhen } from '../../recording/when-it-happened.ts'

/** Giving a family to a worker for the first time, or to another one. */
export type Giving = 'allocate' | 'transfer'

export const typeOf = (giving: Giving): string =>
  giving === 'allocate' ? 'case.allocated' : 'case.transferred'

export type GivingFacts = {
  readonly giving: Giving
  readonly overview: CaseOverview
  readonly beside: Beside
  readonly candidates: readonly Candidate[]
  readonly questions: readonly Question[]
}

const byHand: ReadonlySet<string> = new Set(['worker', 'from', 'to', 'of', 'children'])

export const givingFacts = (
  shelf: Deps['shelf'],
  giving: Giving,
  overview: CaseOverview,
  candidates: readonly Candidate[],
): GivingFacts => {
  const { record, procedure, standing } = overview
  const beside = besideRecording(shelf, record, standing, typeOf(giving))
  const asking = {
    procedure,
    people: record.people,
    events: record.events,
    workers: [],
    expected: beside.expected,
  }
  const questions = questionsOf(typeOf(giving), asking).filter(({ field }) => !byHand.has(field))
  const others =
    giving === 'allocate' ? candidates : candidates.filter(({ user }) => user.user !== record.worker)
  return { giving, overview, beside, candidates: others, questions }
}

type GivingRead =
  | { readonly ok: true; readonly asked: Allocate }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

export const readGiving = (facts: GivingFacts, { typed, key }: Sent): GivingRead => {
  const { overview, candidates, questions } = facts
  const { record, now, may } = overview
  const worker = readFields(typed, {
    worker: choice<string>(
      candidates.map(({ user }) => user.user),
      { needed: 'Choose a worker' },
    ),
  })
  const answers = readAnswers(typed, questions, record.people)
  const when = readWhen(typed, now)
  if (!worker.ok || !answers.ok || !when.ok) {
    const all = [when, worker, answers]
    return { ok: false, problems: all.flatMap((part) => (part.ok ? [] : part.problems)) }
  }
  const chosen = candidates.find(({ user }) => user.user === worker.values.worker)
  return {
    ok: true,
    asked: {
      caseId: record.id,
      key,
      at: when.at,
      worker: worker.values.worker,
      ...(typed['was'] === undefined ? {} : { was: textOf(typed, 'was') || null }),
      team: record.team === null ? (chosen?.team ?? null) : null,
      data: answers.data,
      reason: may.goPast ? textOf(typed, 'go-past') || null : null,
    },
  }
}
