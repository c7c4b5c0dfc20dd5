import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import type { DatePart } from '../components/date-input.ts'
import { dateParts } from '../components/date-input.ts'
import { textOf, wrong } from './field.ts'
import type { Field } from './field.ts'

type DateWords = {
  /** What it is called in a message: `The date of the visit`. */
  readonly name: string
  /** The first and the last day that can be meant, with what to say of others. */
  readonly from?: { readonly day: Day; readonly otherwise: string } | undefined
  readonly until?: { readonly day: Day; readonly otherwise: string } | undefined
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const monthOf = (typed: string): string => {
  const named = months.indexOf(typed.slice(0, 3).toLowerCase())
  return /^[a-z]{3,9}$/i.test(typed) && named !== -1 ? String(named + 1) : typed
}

const two = (digits: string): string => digits.padStart(2, '0')

const listed = (parts: readonly DatePart[]): string => parts.join(' and ')

/**
 * A date in three boxes: `seen-day`, `seen-month` and `seen-year` for the field `seen`. A month may be a word.
 * Empty and not needed gives null.
 */
export function date(options: { readonly needed: string } & DateWords): Field<Day>
export function date(options: { readonly needed?: undefined } & DateWords): Field<Day | null>
export function date({
  needed,
  name,
  from,
  until,
}: { readonly needed?: string | undefined } & DateWords): Field<Day | null> {
  return (typed, field) => {
    const said = { day: '', month: '', year: '' }
    for (const part of dateParts) said[part] = textOf(typed, `${field}-${part}`)
    const missing = dateParts.filter((part) => said[part] === '')
    if (missing.length === 3) return needed === undefined ? { value: null } : wrong(needed, dateParts)
    if (missing.length > 0) return wrong(`${name} must include a ${listed(missing)}`, missing)
    if (!/^\d{4}$/.test(said.year)) return wrong(`${name} must have a year with 4 digits`, ['year'])
    const [day, month] = [said.day, monthOf(said.month)]
    const isShort = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month)
    const value = isShort ? parseDay(`${said.year}-${two(month)}-${two(day)}`) : undefined
    if (value === undefined) return wrong(`${name} must be a real date, like 6 3 2026`, dateParts)
    if (from !== undefined && value < from.day) return wrong(from.otherwise, dateParts)
    if (until !== undefined && value > until.day) return wrong(until.otherwise, dateParts)
    return { value }
  }
}

/** A time of day in one box: `9`, `9am`, `2.30pm`, `14:30`, `midday`. Gives the minutes of the day. */
export function time(options: { readonly needed: string; readonly name: string }): Field<number>
export function time(options: { readonly needed?: undefined; readonly name: string }): Field<number | null>
export function time({
  needed,
  name,
}: {
  readonly needed?: string | undefined
  readonly name: string
}): Field<number | null> {
  return (typed, field) => {
    const said = textOf(typed, field).toLowerCase()
    if (said === '') return needed === undefined ? { value: null } : wrong(needed)
    // At these hours people write `3:15` and mean the afternoon; `03:15` is a clock of 24 hours.
    if (/^[1-6](?:[:.]?[0-5]\d)?$/.test(said))
      return wrong(`${name} must say am or pm: ${said}am or ${said}pm`)
    const value = minutesIn(said)
    return value === undefined ? wrong(`${name} must be a time, like 9am or 2:30pm`) : { value }
  }
}

const minutesIn = (said: string): number | undefined => {
  if (said === 'midday' || said === 'noon') return 720
  if (said === 'midnight') return 0
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm)?$/.exec(said)
  if (found === null) return undefined
  const [hour, minutes, half] = [Number(found[1]), Number(found[2] ?? 0), found[3]]
  if (minutes > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return undefined
  if (half === undefined) return hour * 60 + minutes
  return ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minutes
}
