import type { Day } from '#calendar/day.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import { daysNotCounted } from '#calendar/days-not-counted.ts'
import { dayOf } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { capital } from '#procedure/in-words.ts'
import type { Period } from '#procedure/rules/clock-due.ts'
import type { Unit } from '#procedure/rules/duration.ts'
import { durationInWords } from '#procedure/rules/duration.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { changesInWords, pausesInWords } from './because-changes.ts'
import { ordinal, orderInWords } from './because-order.ts'
import { startInWords } from './because-start.ts'
import type { Obligation } from '../obligation.ts'

const periodInWords = (period: Period, { startEntry }: Obligation): string => {
  if (period.kind === 'fixed') return durationInWords(period.duration)
  const agreed = startEntry?.data[period.field]
  if (typeof agreed === 'number') return `${durationInWords({ n: agreed, unit: period.unit })}, as agreed,`
  return period.otherwise === null ? 'a time to be agreed' : durationInWords(period.otherwise)
}

/** `7 working days after contact on ...`, with a range, an aim or an advisory length where there is one. */
const lengthInWords = (obligation: Obligation, procedure: Procedure): string => {
  const { due } = obligation.clock
  const after = `after ${startInWords(obligation, procedure)}`
  if (due.about !== null) return `About ${durationInWords(due.about)} ${after}: an aim, never a breach`
  const within = due.within === null ? null : periodInWords(due.within, obligation)
  if (due.earliest !== null && within !== null)
    return `Not before ${durationInWords(due.earliest)} and within ${within} ${after}`
  if (due.aim !== null && within !== null && obligation.aim !== null)
    return `${capital(periodInWords(due.aim, obligation))} ${after}, ${within} at most`
  if (within !== null) return `${capital(within)} ${after}`
  const opens = obligation.clock.opensAfter
  if (opens !== null)
    return `Opens when more than ${durationInWords(opens)} have gone by ${after}; no limit is set`
  return `${capital(after)}; no limit is set`
}

const sourceInWords = (obligation: Obligation, procedure: Procedure): string => {
  const { reckoning, clock } = obligation
  switch (reckoning.from) {
    case 'date': {
      const from = clock.due.fromDate
      const date = dayInWords(reckoning.anchor as Day)
      if (from?.by == null) return `On ${date}, the date given with ${startInWords(obligation, procedure)}`
      return `${capital(durationInWords(from.by))} ${from.way} ${date}, the date given with ${startInWords(obligation, procedure)}`
    }
    case 'slot': {
      const slot = procedure.slots[clock.due.slot?.slot ?? '']
      const nth = clock.due.slot?.nth ?? 1
      return `The ${nth === 1 ? 'next' : ordinal(nth)} of the ${slot?.title ?? 'slots'} on or after ${startInWords(obligation, procedure, 'hours')}`
    }
    case 'order':
      return orderInWords(obligation, procedure, startInWords(obligation, procedure))
    case 'quota': {
      const quota = clock.due.quota
      const window = quota === null ? '' : `At least ${quota.atLeast} in any ${durationInWords(quota.in)}`
      const oldest = dayInWords(reckoning.anchor as Day)
      return reckoning.held === quota?.atLeast
        ? `${window}: on this day the one of ${oldest} falls out of the ${durationInWords(quota.in)} and too few would remain`
        : `${window}: ${reckoning.held} held since ${oldest}, and the first ${quota === null ? '' : durationInWords(quota.in)} end on this day`
    }
    default:
      return lengthInWords(obligation, procedure)
  }
}

const unitOf = ({ clock }: Obligation): Unit | undefined => {
  const { within, about, fromDate } = clock.due
  return within?.kind === 'fixed' ? within.duration.unit : (within?.unit ?? about?.unit ?? fromDate?.by?.unit)
}

const countedDays = (obligation: Obligation): boolean => unitOf(obligation) === 'working days'

/** Whether the day of the start was counted as day 1, which it is of days only, and only forwards from it. */
const countedFirst = (obligation: Obligation, procedure: Procedure): boolean =>
  (obligation.clock.due.startDay ?? procedure.counting.startDay) === 1 &&
  obligation.reckoning.from === 'period' &&
  (countedDays(obligation) || unitOf(obligation) === 'days')

/** The days between start and due date that did not count, where working days are counted. */
const notCounted = (obligation: Obligation, calendar: WorkingCalendar): string => {
  const { counts, start, firstDue, due, aim, reckoning } = obligation
  const to = firstDue ?? due ?? aim
  if (counts === 'hours' || to === null || !countedDays(obligation) || reckoning.from === 'order') return ''
  const from = reckoning.from === 'date' ? (reckoning.anchor as Day) : dayOf(start)
  return daysNotCounted(calendar, from, to as Day)
}

/**
 * Why the dates of an obligation are what they are, in one or more sentences: the start, the days that did
 * not count and why, and what people have changed since.
 */
export const becauseOf = (
  obligation: Obligation,
  procedure: Procedure,
  calendar: WorkingCalendar,
): string => {
  const { reckoning, undecided, clock } = obligation
  if (undecided !== null)
    return `A person has to decide the date: ${undecided}. It follows ${startInWords(obligation, procedure)}.`
  const days = notCounted(obligation, calendar)
  const dayOne = countedFirst(obligation, procedure) ? '; the day of the start is day 1' : ''
  const opens =
    clock.opensAfter === null || reckoning.from === 'none'
      ? ''
      : `; opens when more than ${durationInWords(clock.opensAfter)} have gone by`
  const rolled =
    reckoning.rolledFrom === null
      ? ''
      : `; ${dayInWords(reckoning.rolledFrom as Day)} is not worked, so it is the next working day`
  const provisional = obligation.provisional
    ? ` Provisional: bank holidays are known up to ${dayInWords(calendar.knownTo)}.`
    : ''
  const main = `${sourceInWords(obligation, procedure)}${opens}${dayOne}${days === '' ? '' : `; ${days}`}${rolled}.`
  return `${main}${pausesInWords(obligation)}${changesInWords(obligation)}${provisional}`
}
