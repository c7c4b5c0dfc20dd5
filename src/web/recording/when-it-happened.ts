import { formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt, minutesOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { dateInput } from '../components/date-input.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { date, time } from '../forms/date-fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import { clockInWords } from '../time-in-words.ts'

const minute = 60_000

/** A date and a time as they stand in their boxes. */
export const typedDay = (name: string, day: Parameters<typeof formatDay>[0]): Typed => {
  const [year = '', month = '', dayOfMonth = ''] = formatDay(day).split('-')
  return {
    [`${name}-day`]: String(Number(dayOfMonth)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  }
}

/** The boxes filled with a moment, such as the present one. */
export const typedNow = (now: Instant): Typed => ({
  ...typedDay('at', dayOf(now)),
  'at-time': clockInWords(minutesOf(now)),
})

export type WhenRead =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** When something happened: a date and a time that are not in the future. */
export const readWhen = (typed: Typed, now: Instant): WhenRead => {
  const read = readFields(typed, {
    at: date({
      name: 'The date',
      needed: 'Enter the date on which it happened',
      until: { day: dayOf(now), otherwise: 'The date must be today or in the past' },
    }),
    'at-time': time({ name: 'The time', needed: 'Enter the time at which it happened' }),
  })
  if (!read.ok) return read
  const at = instantAt(read.values.at, read.values['at-time'])
  if (at <= now + minute) return { ok: true, at }
  return { ok: false, problems: [{ field: 'at-time', text: 'The time must not be in the future' }] }
}

/** The day on which it happened, where one was typed that can be read. */
export const dayTyped = (typed: Typed): Day | null => {
  const read = readFields(typed, { at: date({ name: 'The date' }) })
  return read.ok ? read.values.at : null
}

/** What was planned then cannot lie before the day on which it happened, where one was typed. */
export const notBefore = (
  typed: Typed,
  otherwise: string,
): { readonly day: Day; readonly otherwise: string } | undefined => {
  const day = dayTyped(typed)
  return day === null ? undefined : { day, otherwise }
}

export const drawWhen = (said: Said, legend: string): Html =>
  html`<div class="app-when">${dateInput({ ...said.date('at'), legend: { text: legend, classes: 'govuk-fieldset__legend--s' } })}${input({ ...said.text('at-time'), label: 'Time', hint: 'For example, 2:30pm', classes: 'govuk-input--width-5' })}</div>`
