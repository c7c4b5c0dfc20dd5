import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { isWorkingDay, onOrBefore } from '#calendar/working-calendar.ts'
import { cutBefore, cutsAtDue, justBegun } from './cut-at-due.ts'
import { withDateAgreed } from './date-agreed.ts'
import type { FamilyHistory } from './history.ts'
import { hasWorker, isClosed } from './history.ts'
import type { ListPart } from './list-parts.ts'
import { listParts } from './list-parts.ts'

/** Of each worker's families so many give something due today, and as many something overdue: at least one of each. */
const oneIn = 4
/** Of so many families these wait, as it was on a morning when something fell due that comes before a worker. */
const waiting = { of: 20, are: [1, 3] }
/** This family has only just arrived. */
const arrived = 6
/** So many mornings of a history, and so many histories, are looked at for one that gives what a list still lacks. */
const mostMornings = 6
const mostHistories = 12
const mostForAll = 60

const others = (another: (nth: number) => FamilyHistory, most = mostHistories) =>
  Array.from({ length: most - 1 }, (_, nth) => () => another(nth + 1))

const cuts = { today: 'today', overdue: 'lately' } as const
type Lacking = keyof typeof cuts

type List = Record<ListPart | 'families', number>

const week = 7
/** Whoever has fewer families than these needs something of everything from one. */
const few = 6

/**
 * Makes of histories what the lists need: families that wait for a worker, and for every worker something of everything.
 *
 * @param familiesEach about how many families each worker has
 */
export const fillLists = (today: Day, calendar: WorkingCalendar, familiesEach: number) => {
  const lists = new Map<string, List>()
  const dayFor: Record<Lacking, Day> = { today, overdue: onOrBefore(calendar, addDays(today, -1)) }

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

  const gives = (list: List, history: FamilyHistory, part: Lacking): boolean => {
    if (!hasWorker(history) || isClosed(history)) return false
    const parts = listParts(history, today, calendar)
    return parts.has(part) && (list.later > 0 || parts.has('later'))
  }

  const cutFor = (list: List, history: FamilyHistory, part: Lacking): FamilyHistory | null =>
    cutWhere(history, part, (cut) => gives(list, cut, part))

  /** The history with a date agreed for what was open: as it stood when something fell due lately, now, and a week ago. */
  const agreedOn = (history: FamilyHistory, day: Day): readonly FamilyHistory[] => {
    const lately = cutsAtDue(history, 'lately', today, calendar).take(mostMornings)
    const quiet = cutBefore(history, addDays(today, -week))
    return [...lately, history, ...(quiet === null ? [] : [quiet])].flatMap(
      (one) => withDateAgreed(one, day, calendar) ?? [],
    )
  }

  /** The first of them that gives what a list lacks. */
  const agreedFor = (list: List, history: FamilyHistory, part: Lacking): FamilyHistory | null => {
    const agreed = agreedOn(history, dayFor[part])
    return agreed.find((one) => gives(list, one, part)) ?? null
  }

  /** A history with something overdue, in which a date was agreed for today. */
  const ofEverything = (history: FamilyHistory): FamilyHistory | null => {
    const cut = cutsAtDue(history, 'lately', today, calendar).take(mostMornings).toArray()
    for (const one of [...cut, ...agreedOn(history, dayFor.overdue)]) {
      const agreed = withDateAgreed(one, today, calendar)
      if (agreed === null || !hasWorker(agreed) || isClosed(agreed)) continue
      if (listParts(agreed, today, calendar).size === 3) return agreed
    }
    return null
  }

  const forPart = (
    list: List,
    history: FamilyHistory,
    part: Lacking,
    another: (nth: number) => FamilyHistory,
  ): FamilyHistory | null => {
    const first = cutFor(list, history, part)
    if (first !== null || list[part] > 0) return first
    // Hardly anything falls due on a day that is not worked.
    const isSeldom = part === 'today' && !isWorkingDay(calendar, today)
    for (const other of isSeldom ? [] : others(another)) {
      const cut = cutFor(list, other(), part)
      if (cut !== null) return cut
    }
    for (const other of [() => history, ...others(another)]) {
      const agreed = agreedFor(list, other(), part)
      if (agreed !== null) return agreed
    }
    return null
  }

  const forList = (
    list: List,
    history: FamilyHistory,
    another: (nth: number) => FamilyHistory,
  ): FamilyHistory => {
    if (familiesEach < few && list.families === 0)
      for (const other of [() => history, ...others(another, mostForAll)]) {
        const found = ofEverything(other())
        if (found !== null) return found
      }
    for (const part of lackingOn(list)) {
      const found = forPart(list, history, part, another)
      if (found !== null) return found
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
    if (nth === arrived) return justBegun(history, today)
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
