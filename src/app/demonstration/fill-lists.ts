import type { Day } from '#calendar/day.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { isWorkingDay } from '#calendar/working-calendar.ts'
import { cutsAtDue } from './cut-at-due.ts'
import type { FamilyHistory } from './history.ts'
import { hasWorker, isClosed } from './history.ts'
import type { ListPart } from './list-parts.ts'
import { listParts } from './list-parts.ts'

/** Of each worker's families so many give something due today, and as many something overdue: at least one of each. */
const oneIn = 4
/** Of so many families this many wait, as it was on a morning when something fell due that comes before a worker. */
const waiting = { of: 20, are: [1, 3] }
/** So many mornings of a history, and so many histories, are looked at for one that gives what a list still lacks. */
const mostMornings = 6
const mostHistories = 12

const cuts = { today: 'today', overdue: 'lately' } as const
type Lacking = keyof typeof cuts

type List = Record<ListPart | 'families', number>

/** Makes of histories what the lists need: families that wait for a worker, and for every worker something of everything. */
export const fillLists = (today: Day, calendar: WorkingCalendar) => {
  const lists = new Map<string, List>()

  const lackingOn = ({ families, ...parts }: List): readonly Lacking[] =>
    (['today', 'overdue'] as const)
      .filter((part) => parts[part] * oneIn <= families)
      .toSorted((a, b) => parts[a] - parts[b])

  /** The history as it stood on a morning that is as wanted; null where there was none. */
  const cutWhere = (
    history: FamilyHistory,
    part: Lacking,
    isWanted: (cut: FamilyHistory) => boolean,
  ): FamilyHistory | null =>
    cutsAtDue(history, cuts[part], today, calendar).take(mostMornings).find(isWanted) ?? null

  const cutFor = (list: List, history: FamilyHistory, part: Lacking): FamilyHistory | null =>
    cutWhere(history, part, (cut) => {
      if (!hasWorker(cut) || isClosed(cut)) return false
      const parts = listParts(cut, today, calendar)
      return parts.has(part) && (list.later > 0 || list.families === 0 || parts.has('later'))
    })

  const forList = (
    list: List,
    history: FamilyHistory,
    another: (nth: number) => FamilyHistory,
  ): FamilyHistory => {
    for (const part of lackingOn(list)) {
      let cut = cutFor(list, history, part)
      // Hardly anything falls due on a day that is not worked.
      const most = list[part] > 0 || !isWorkingDay(calendar, today) ? 1 : mostHistories
      for (let tries = 1; cut === null && tries < most; tries += 1) cut = cutFor(list, another(tries), part)
      if (cut !== null) return cut
    }
    return history
  }

  /**
   * The nth family's history as it is to be: as it stood on a morning that gives what a list lacks most, or as it is.
   *
   * @param worker whose the family would be
   * @param another another history in its place, the nth of many, for a list that has nothing of a kind yet
   */
  return (
    nth: number,
    worker: string,
    history: FamilyHistory,
    another: (nth: number) => FamilyHistory,
  ): FamilyHistory => {
    if (!hasWorker(history)) return history
    if (waiting.are.includes(nth % waiting.of)) {
      const part = nth % 4 === 1 ? 'today' : 'overdue'
      const waits = cutWhere(history, part, (cut) => !hasWorker(cut))
      if (waits !== null) return waits
    }
    const list = lists.get(worker) ?? { families: 0, overdue: 0, today: 0, later: 0 }
    lists.set(worker, list)
    const chosen = forList(list, history, another)
    if (isClosed(chosen)) return chosen
    list.families += 1
    for (const part of listParts(chosen, today, calendar)) list[part] += 1
    return chosen
  }
}
