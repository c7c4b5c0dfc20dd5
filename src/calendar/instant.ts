import { addDays, FIRST_DAY, formatDay, LAST_DAY, parseDay, type Day } from './day.ts'
import { digitsAt } from './digits-at.ts'
import { dayInWords } from './day-in-words.ts'
import { londonOffset } from './london-offset.ts'

declare const instantBrand: unique symbol

/** A moment: whole milliseconds since 1970-01-01T00:00Z, in the years 1900 to 2199. */
export type Instant = number & { readonly [instantBrand]: true }

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MINUTES_OF_A_DAY = 1_440
const FIRST_MOMENT = FIRST_DAY * DAY
const LAST_MOMENT = (LAST_DAY + 1) * DAY - 1

/** What may follow the minutes: seconds, a fraction of a second, an offset. */
const TAIL = /^(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?$/

/** London wall time, in milliseconds as if it were UTC, to the moment. */
function fromWall(wall: number): Instant {
  // Summer time is tried first: it gives the first of the two hours in autumn. In the spring gap neither fits, and reading the
  // wall time as winter time moves it forward by the hour.
  const ifSummer = wall - HOUR
  if (ifSummer < FIRST_MOMENT) return wall as Instant
  return (londonOffset(ifSummer) === HOUR ? ifSummer : wall) as Instant
}

function toWall(instant: Instant): number {
  return instant + londonOffset(instant)
}

function offsetIn(text: string): number | undefined {
  if (text === 'Z') return 0
  const hours = digitsAt(text, 1, 2)
  const minutes = digitsAt(text, 4, 2)
  if (hours > 14 || minutes > 59) return undefined
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE)
}

/** A wall time to the minute and what is written after the minutes, to the moment. */
function withTail(toTheMinute: number, tail: string): Instant | undefined {
  const found = TAIL.exec(tail)
  if (found === null) return undefined
  const seconds = Number(found[1] ?? 0)
  if (seconds > 59) return undefined
  const wall = toTheMinute + seconds * SECOND + Number((found[2] ?? '').padEnd(3, '0').slice(0, 3))
  if (found[3] === undefined) return fromWall(wall)
  const offset = offsetIn(found[3])
  if (offset === undefined) return undefined
  const moment = wall - offset
  return moment < FIRST_MOMENT || moment > LAST_MOMENT ? undefined : (moment as Instant)
}

/**
 * Reads `2026-03-02T10:00`, with or without seconds, a fraction of a second (cut to milliseconds) and `Z` or an offset such as
 * `+01:00`; or a bare date, which is the start of that day. Without an offset the time is London wall time: in the hour that
 * occurs twice in autumn the first is meant, and a time in the hour left out in spring is moved forward by the hour.
 * Undefined where the text is none of these, the date or time does not exist, or the moment lies outside 1900 to 2199.
 */
export function parseInstant(text: string): Instant | undefined {
  const day = parseDay(text.slice(0, 10))
  if (day === undefined) return undefined
  if (text.length === 10) return fromWall(day * DAY)
  if (text[10] !== 'T' || text[13] !== ':') return undefined
  const [hours, minutes] = [digitsAt(text, 11, 2), digitsAt(text, 14, 2)]
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined
  const wall = day * DAY + hours * HOUR + minutes * MINUTE
  return text.length === 16 ? fromWall(wall) : withTail(wall, text.slice(16))
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`
}

/** `2026-03-10T09:00` in London; seconds and thousandths only where they are not zero. Says nothing of which hour in autumn. */
export function formatLocal(instant: Instant): string {
  const wall = toWall(instant)
  const day = Math.floor(wall / DAY)
  const ofDay = wall - day * DAY
  const minutes = Math.floor(ofDay / MINUTE)
  const inMinute = ofDay - minutes * MINUTE
  const toTheMinute = `${formatDay(day as Day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  if (inMinute === 0) return toTheMinute
  const thousandths = inMinute % SECOND
  const fraction = thousandths === 0 ? '' : `.${String(thousandths).padStart(3, '0')}`
  return `${toTheMinute}:${two(Math.floor(inMinute / SECOND))}${fraction}`
}

/** `2026-03-10T09:00+00:00`: formatLocal with London's offset at that moment. parseInstant reads it back to the same moment. */
export function formatInstant(instant: Instant): string {
  return `${formatLocal(instant)}${londonOffset(instant) === 0 ? '+00:00' : '+01:00'}`
}

/** The date in London at a moment. */
export function dayOf(instant: Instant): Day {
  return Math.floor(toWall(instant) / DAY) as Day
}

/** Whole minutes on London's clocks since their midnight, 0 to 1439. */
export function minutesOf(instant: Instant): number {
  const wall = toWall(instant)
  return Math.floor((wall - Math.floor(wall / DAY) * DAY) / MINUTE)
}

/**
 * The moment at which London's clocks show a time on a day. `minutes` are whole minutes of the day, 0 to 1440 (1440 is the
 * midnight at its end). Autumn's double hour and spring's missing one are read as in parseInstant. RangeError for other minutes.
 */
export function instantAt(day: Day, minutes: number): Instant {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > MINUTES_OF_A_DAY) {
    throw new RangeError(`A time of day is a whole number of minutes from 0 to 1440, not ${minutes}.`)
  }
  return fromWall(
    (minutes === MINUTES_OF_A_DAY ? addDays(day, 1) : day) * DAY + (minutes % MINUTES_OF_A_DAY) * MINUTE,
  )
}

/** The moment n hours of running time later (earlier where n is negative); a change of the clocks does not shorten it. */
export function addHours(instant: Instant, n: number): Instant {
  const later = Math.round(instant + n * HOUR)
  londonOffset(later)
  return later as Instant
}

/** "3:00pm"; noon and midnight are explained, since 12:00am and 12:00pm are easily mistaken. */
export function timeInWords(minutes: number): string {
  if (minutes === 0) return '12:00am (start of the day)'
  if (minutes === 720) return '12:00pm (midday)'
  const hour = Math.floor(minutes / 60)
  return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minutes % 60)}${hour < 12 ? 'am' : 'pm'}`
}

/** "Fri 6 March 2026 at 3:00pm", London time. */
export function instantInWords(instant: Instant): string {
  return `${dayInWords(dayOf(instant))} at ${timeInWords(minutesOf(instant))}`
}
