import { momentText } from '#engine/assessment-json.ts'
import type { Assessment, Stood } from '#engine/assess.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import type { Standing } from '#engine/standing/standing.ts'
import type { StoredEvent } from '../case/case-record.ts'
import { deedOf } from '../case/obligation-title.ts'

/** A time limit of the procedure that can be paused, or can go on, with all for whom it runs now. */
export type RunningLimit = {
  readonly rule: string
  readonly title: string
  /** At least one; what is due first comes first. */
  readonly runs: readonly {
    /** The person in the case for whom it runs; null where it is for nobody of their own. */
    readonly person: string | null
    /** What is to be done, in its own words, where it is one action of a plan. */
    readonly deed: string | null
    /** A day or an instant as text; null while it stands still and has none. */
    readonly due: string | null
    readonly standing: Standing
    /** A date that was given and not counted stays where it is, however long it is paused. */
    readonly moves: boolean
  }[]
}

const ended: ReadonlySet<Standing> = new Set(['met', 'met-late', 'lapsed'])

const runOf = ({ obligation, standing }: Stood): RunningLimit['runs'] => {
  const { due, counts, subject, reckoning } = obligation
  const standsStill = standing === 'paused' && reckoning.from !== 'none'
  if (ended.has(standing) || (due === null && !standsStill)) return []
  const person = subject.kind === 'person' ? subject.id : null
  return [
    {
      person,
      deed: deedOf(obligation),
      due: momentText(due, counts),
      standing,
      moves: reckoning.from === 'period',
    },
  ]
}

/** Whether a time limit is paused by hand: for itself or with all, and told since to go on by neither. */
const isPausedByHand = (id: string, events: readonly CaseEvent[]): boolean => {
  const isAbout = ({ data: { rule = 'all' } }: CaseEvent): boolean => rule === 'all' || rule === id
  const last = events
    .toSorted((a, b) => a.at - b.at)
    .findLast((event) => (event.type === 'clock.paused' || event.type === 'clock.resumed') && isAbout(event))
  return last?.type === 'clock.paused'
}

/** What stands still has no date, and comes last. */
const byDue = (a: string | null | undefined, b: string | null | undefined): number =>
  (a ?? 'z').localeCompare(b ?? 'z')

const limitsOf = (standing: Assessment): readonly RunningLimit[] =>
  standing.procedure.clocks.flatMap(({ id, title }) => {
    const stands = standing.obligations.filter(({ obligation }) => obligation.clock.id === id)
    const runs = stands.flatMap(runOf).toSorted((a, b) => byDue(a.due, b.due))
    return runs.length === 0 ? [] : [{ rule: id, title, runs }]
  })

/**
 * The time limits with a date of a case as it stands: those that run and can be paused by hand, and those that were
 * paused by hand and can go on. What the procedure itself pauses goes on by itself, and stands among the first.
 */
export const runningLimits = (
  standing: Assessment,
  events: readonly StoredEvent[],
): { readonly running: readonly RunningLimit[]; readonly paused: readonly RunningLimit[] } => {
  const happened = happenedBy(events, standing.asOf)
  const limits = limitsOf(standing).toSorted((a, b) => byDue(a.runs[0]?.due, b.runs[0]?.due))
  return {
    running: limits.filter(({ rule }) => !isPausedByHand(rule, happened)),
    paused: limits.filter(({ rule }) => isPausedByHand(rule, happened)),
  }
}
