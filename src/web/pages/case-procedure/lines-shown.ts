import type { Stood } from '#engine/assess.ts'
import type { StoodLine } from '../../family/stood-lines.ts'
import { isDone, latestDone } from './stands-part.ts'

/** What of one clause stands on the page of all of them: these lines, and how many more there are of each kind. */
export type ClauseLines = {
  readonly lines: readonly StoodLine[]
  readonly moreOpen: number
  /** How many of these are overdue. */
  readonly moreOverdue: number
  readonly moreDone: number
}

const urgency: readonly Stood['standing'][] = [
  'overdue',
  'due-soon',
  'open',
  'explained',
  'paused',
  'planned',
]

const byUrgency = (a: Stood, b: Stood): number => urgency.indexOf(a.standing) - urgency.indexOf(b.standing)

const mostOfOneClause = 3
const mostOpen = 36
const mostInAll = 56

const countOf = (lines: readonly StoodLine[]): number =>
  lines.reduce((sum, { stands }) => sum + stands.length, 0)

const overdueIn = (stands: readonly Stood[]): number =>
  stands.filter(({ standing }) => standing === 'overdue').length

/**
 * Shares a page out among the clauses, so that it stays light whatever the family: of each what is open, the most urgent
 * first, and as long as there is room the latest of what is done. All of it stands on the page of the clause.
 */
export const linesShown = <C>(
  clauses: readonly (readonly [clause: C, stands: readonly Stood[]])[],
  withDone: boolean,
  linesOf: (stands: readonly Stood[]) => readonly StoodLine[],
): ReadonlyMap<C, ClauseLines> => {
  let roomForOpen = mostOpen
  const open = new Map(
    clauses.map(([clause, stands]) => {
      const all = stands.filter((one) => !isDone(one)).toSorted(byUrgency)
      const lines = linesOf(all).slice(0, Math.min(mostOfOneClause, roomForOpen))
      roomForOpen -= lines.length
      const left = {
        moreOpen: all.length - countOf(lines),
        moreOverdue: overdueIn(all) - overdueIn(lines.flatMap((line) => line.stands)),
      }
      return [clause, { lines, left }] as const
    }),
  )
  let room = mostInAll - (mostOpen - roomForOpen)
  return new Map(
    clauses.map(([clause, stands]) => {
      const { lines: isOpen, left } = open.get(clause) ?? { lines: [], left: { moreOpen: 0, moreOverdue: 0 } }
      const most = Math.min(mostOfOneClause - isOpen.length, room)
      const done = withDone ? linesOf(latestDone(stands)).slice(0, Math.max(0, most)) : []
      room -= done.length
      const moreDone = stands.filter(isDone).length - countOf(done)
      return [clause, { lines: [...isOpen, ...done], ...left, moreDone }] as const
    }),
  )
}
