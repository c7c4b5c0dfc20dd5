import { addDays, weekdayOf } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt, minutesOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { addWorkingDays, isWorkingDay, onOrAfter } from '#calendar/working-calendar.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Stretch } from '#procedure/header.ts'
import type { Chance } from './chance.ts'

const MINUTE = 60_000
const OPENS = 9 * 60
const CLOSES = 17 * 60 + 30

/** Some moment of a working day: the day itself, or the next on which people are at work. */
export const inOffice = (calendar: WorkingCalendar, day: Day, chance: Chance): Instant =>
  instantAt(onOrAfter(calendar, day), OPENS + chance.whole(0, 97) * 5)

/** Some moment of a fixed slot, on the first day on or after a day that has it. */
export const inSlotTime = (calendar: WorkingCalendar, day: Day, slot: Stretch, chance: Chance): Instant => {
  let on = onOrAfter(calendar, day)
  for (let tries = 0; tries < 60 && !slot.days.includes(weekdayOf(on)); tries += 1)
    on = onOrAfter(calendar, addDays(on, 1))
  return instantAt(on, chance.whole(slot.times.from, slot.times.to - 1))
}

/** The moment itself where people are at work then, else the beginning of the next working day. */
export const whenOpen = (calendar: WorkingCalendar, moment: Instant, chance: Chance): Instant => {
  const day = dayOf(moment)
  const minutes = minutesOf(moment)
  if (isWorkingDay(calendar, day) && minutes >= OPENS && minutes <= CLOSES) return moment
  const next = isWorkingDay(calendar, day) && minutes < OPENS ? day : onOrAfter(calendar, addDays(day, 1))
  return instantAt(next, OPENS + chance.whole(0, 15) * 5)
}

/** Some minutes later, on the next working day where the office has closed by then. */
export const soonAfter = (calendar: WorkingCalendar, moment: Instant, chance: Chance): Instant => {
  const later = (Math.floor(moment / MINUTE) * MINUTE + chance.whole(1, 9) * 5 * MINUTE) as Instant
  return minutesOf(later) < CLOSES && dayOf(later) === dayOf(moment)
    ? later
    : whenOpen(calendar, later, chance)
}

/** When something is written down: mostly the same day, now and then a day or two later. */
export const writtenDown = (calendar: WorkingCalendar, happened: Instant, chance: Chance): Instant => {
  const way = chance.whole(1, 100)
  if (way <= 45) return happened
  if (way <= 72) return soonAfter(calendar, happened, chance)
  const days = way <= 93 ? 1 : chance.whole(2, 4)
  const next = addWorkingDays(calendar, dayOf(happened), days)
  return instantAt(next, OPENS + chance.whole(0, 60) * 5)
}
