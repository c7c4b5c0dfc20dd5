import { formatDay } from '#calendar/day.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { dateInput } from '../components/date-input.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { date } from '../forms/date-fields.ts'
import { textOf } from '../forms/field.ts'
import { text } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import { addButton, rowsIn } from './rows.ts'
import { notBefore } from './when-it-happened.ts'

const least = 3

type Rows =
  | { readonly ok: true; readonly rows: readonly DataValue[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const parts = ['what', 'who', 'by-day', 'by-month', 'by-year']

const isEmpty = (typed: Typed, row: string): boolean =>
  parts.every((part) => textOf(typed, `${row}-${part}`) === '')

const rowNames = (typed: Typed, name: string): readonly string[] =>
  Array.from({ length: rowsIn(typed, name, least) }, (_, i) => `${name}-${i + 1}`)

/** Actions that were agreed, row by row: what, who and by when. Empty rows are left out. */
export const readActions = (typed: Typed, name: string): Rows => {
  const problems: FieldProblem[] = []
  const rows: Data[] = []
  const from = notBefore(typed, 'The date by which it is to be done must not be before it was agreed')
  for (const row of rowNames(typed, name)) {
    if (isEmpty(typed, row)) continue
    const read = readFields(typed, {
      [`${row}-what`]: text({ needed: 'Enter what is to be done' }),
      [`${row}-who`]: text(),
    })
    const by = readFields(typed, { [`${row}-by`]: date({ name: 'The date', from }) })
    if (!read.ok) problems.push(...read.problems)
    if (!by.ok) problems.push(...by.problems)
    if (!read.ok || !by.ok) continue
    const who = read.values[`${row}-who`] ?? null
    const day = by.values[`${row}-by`] ?? null
    rows.push({
      what: read.values[`${row}-what`] ?? '',
      ...(who === null ? {} : { who }),
      ...(day === null ? {} : { by: formatDay(day) }),
    })
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows }
}

const drawRow = (row: string, number: number, said: Said): Html =>
  html`<fieldset class="govuk-fieldset app-row"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Action ${number}</legend>${input({ ...said.text(`${row}-what`), label: 'What' })}${input({ ...said.text(`${row}-who`), label: 'Who', classes: 'govuk-!-width-two-thirds' })}${dateInput({ ...said.date(`${row}-by`), legend: 'By when' })}</fieldset>`

export const drawActions = (
  { name, label, hint }: { readonly name: string; readonly label: string; readonly hint: string | null },
  said: Said,
  typed: Typed,
): Html => {
  const rows = rowNames(typed, name)
  return html`<div id="${name}"><h2 class="govuk-heading-m">${label}</h2>${
    hint !== null && html`<p class="govuk-hint">${hint}</p>`
  }${rows.map((row, i) => drawRow(row, i + 1, said))}${addButton(name, rows.length, 'Add another action')}</div>`
}
