import { weekdayOf, type Day, type Weekday } from './day.ts'
import { dayOf, instantAt, type Instant } from './instant.ts'
import { onOrAfter, type WorkingCalendar } from './working-calendar.ts'

/** A time that comes round every week: on these weekdays (Monday 1), from and to in minutes of the day (0 to 1440). */
export type Slot = { readonly weekdays: readonly Weekday[]; readonly from: number; readonly to: number }

/** One occurrence of a slot. */
export type SlotOccurrence = { readonly day: Day; readonly opens: Instant; readonly closes: Instant }

/**
 * The next occurrence of a slot on a working day that closes after `from`: one in progress counts, one that closes at that very
 * moment does not. `nth` 2 is the one after it, and so on.
 * RangeError for a slot without a day from Monday to Friday, one that ends before it begins, an `nth` below 1 or not whole, and
 * outside the calendar's table.
 */
export function nextSlot(cal: WorkingCalendar, slot: Slot, from: Instant, nth = 1): SlotOccurrence {
  if (!slot.weekdays.some((weekday) => weekday <= 5)) {
    throw new RangeError('The slot is on no day from Monday to Friday, so it never comes. Give it a weekday.')
  }
  if (!(slot.to > slot.from))
    throw new RangeError(`The slot ends (${slot.to}) before it begins (${slot.from}). Check its times.`)
  if (!Number.isInteger(nth) || nth < 1)
    throw new RangeError(`The next slot is number 1; there is no number ${nth}.`)
  let left = nth
  for (let day = onOrAfter(cal, dayOf(from)); ; day = onOrAfter(cal, (day + 1) as Day)) {
    if (!slot.weekdays.includes(weekdayOf(day))) continue
    const closes = instantAt(day, slot.to)
    if (closes <= from) continue
    left -= 1
    if (left === 0) return { day, opens: instantAt(day, slot.from), closes }
  }
}
