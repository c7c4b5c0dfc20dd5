import { momentText } from '#engine/assessment-json.ts'
import type { Assessment } from '#engine/assess.ts'
import type { Obligation } from '#engine/obligation.ts'
import type { Standing } from '#engine/standing/standing.ts'
import { metMatches } from '#procedure/rules/clock-matches.ts'
import type { Match } from '#procedure/rules/match.ts'
import { closingNext } from './closing-next.ts'
import { titleOf } from '../case/obligation-title.ts'

/** Something that the procedure waits for, or offers, and the event that records it. */
export type Expected = {
  readonly type: string
  readonly title: string
  readonly clause: string
  /** `overdue` first; a decision or an offer stands as `open`. */
  readonly standing: Standing
  /** A day or an instant as text; null where there is no date. */
  readonly due: string | null
  readonly subject: Obligation['subject']
  /** The event that it began with; null for a decision or an offer. */
  readonly startedBy: string | null
  /** The data fields that the rule looks at. */
  readonly asks: readonly string[]
}

const waiting: readonly Standing[] = ['overdue', 'due-soon', 'open']

const fieldsOf = ({ where }: Match): readonly string[] => [
  ...new Set(where.flatMap(({ path }) => path.slice(0, 1))),
]

const of = (match: Match, rest: Omit<Expected, 'type' | 'asks'>): readonly Expected[] =>
  match.events.map((type) => ({ ...rest, type, asks: fieldsOf(match) }))

/** What may be recorded next, what is late first: what is due, what has to be decided, what is offered. */
export const expectedNext = (standing: Assessment): readonly Expected[] => {
  const due = waiting.flatMap((state) =>
    standing.obligations
      .filter((one) => one.standing === state)
      .flatMap(({ obligation }) => {
        const { clock, subject, startedBy, counts } = obligation
        const rest = {
          title: titleOf(obligation),
          clause: clock.clause,
          standing: state,
          due: momentText(obligation.due ?? obligation.aim, counts),
          subject,
          startedBy,
        }
        return metMatches(clock).flatMap((match) => of(match, rest))
      }),
  )
  const offered = { standing: 'open', due: null, subject: { kind: 'case' }, startedBy: null } as const
  const decisions = standing.next.decisions.flatMap((one) =>
    of(one.on, { ...offered, title: one.title, clause: one.clause }),
  )
  const ready = closingNext(standing)
  const closing = ready === null ? [] : [{ ...offered, ...ready, type: 'case.closed', asks: [] }]
  const options = standing.next.options.flatMap((one) =>
    of(one.event, { ...offered, title: one.says, clause: one.clause }),
  )
  return [...due, ...decisions, ...closing, ...options]
}
