import type { Day } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Referred } from '#casework/referrals/receive-referral.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { familyRoles as roles } from '../../family/family-roles.data.ts'
import { date } from '../../forms/date-fields.ts'
import { textOf } from '../../forms/field.ts'
import { choice, text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Said } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'
import { addButton, rowsIn } from '../../recording/rows.ts'

const least = 4
const parts = ['name', 'born-day', 'born-month', 'born-year', 'phone', 'address']

const children = new Set(['child', 'young-person', 'unborn'])

/** The rows begin with two children and two parents. */
export const firstRoles: Typed = {
  'person-1-role': 'child',
  'person-2-role': 'child',
  'person-3-role': 'parent',
  'person-4-role': 'parent',
}

const rowsOf = (typed: Typed): readonly string[] =>
  Array.from({ length: rowsIn(typed, 'person', least) }, (_, i) => `person-${i + 1}`)

const isEmpty = (typed: Typed, row: string): boolean =>
  parts.every((part) => textOf(typed, `${row}-${part}`) === '')

type PeopleRead =
  | { readonly ok: true; readonly people: readonly Referred[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const readRow = (typed: Typed, row: string, today: Day) =>
  readFields(typed, {
    [`${row}-name`]: text({ needed: 'Enter the name, or empty the row', most: 200, name: 'The name' }),
    [`${row}-role`]: choice(
      roles.map(({ value }) => value),
      { needed: 'Choose who this is in the family' },
    ),
    // A child that is not born yet has a date on which it is expected.
    [`${row}-born`]: date(
      textOf(typed, `${row}-role`) === 'unborn'
        ? { name: 'The date' }
        : {
            name: 'The date of birth',
            until: { day: today, otherwise: 'The date of birth must be in the past' },
          },
    ),
    [`${row}-phone`]: text({ most: 50, name: 'The telephone number' }),
    [`${row}-address`]: text({ most: 300, name: 'The address' }),
  })

/** The people of a referral; empty rows are left out, and there has to be a child. */
export const readPeople = (typed: Typed, now: Instant): PeopleRead => {
  const problems: FieldProblem[] = []
  const people: Referred[] = []
  for (const row of rowsOf(typed)) {
    if (isEmpty(typed, row)) continue
    const read = readRow(typed, row, dayOf(now))
    if (!read.ok) {
      problems.push(...read.problems)
      continue
    }
    const said = (part: string): string | null => (read.values[`${row}-${part}`] as string | null) ?? null
    people.push({
      name: said('name') ?? '',
      role: said('role') ?? '',
      born: (read.values[`${row}-born`] as Day | null) ?? null,
      phone: said('phone'),
      address: said('address'),
    })
  }
  if (problems.length === 0 && !people.some(({ role }) => children.has(role)))
    problems.push({ field: 'person-1-name', text: 'Enter the name of at least one child' })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, people }
}

const drawRow = (row: string, number: number, said: Said): Html =>
  html`<fieldset class="govuk-fieldset app-child"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Person ${number}</legend><div class="app-side-by-side">${input({ ...said.text(`${row}-name`), label: 'Name', autocomplete: 'off' })}${select({ ...said.choice(`${row}-role`), label: 'Who they are', items: [{ value: '', text: 'Choose one' }, ...roles] })}</div>${dateInput({ ...said.date(`${row}-born`), legend: 'Date of birth', hint: number === 1 ? 'For an unborn child, when it is expected.' : undefined })}<div class="app-side-by-side">${input({ ...said.text(`${row}-phone`), label: 'Telephone', type: 'tel', autocomplete: 'off' })}${input({ ...said.text(`${row}-address`), label: 'Address', autocomplete: 'off' })}</div></fieldset>`

export const drawPeople = (typed: Typed, said: Said): Html => {
  const rows = rowsOf(typed)
  return html`<h2 class="govuk-heading-m">Who is in the family?</h2><p class="govuk-hint">Children first. Leave the rows empty that you do not need.</p>${rows.map((row, i) => drawRow(row, i + 1, said))}${addButton('person', rows.length, 'Add another person')}`
}
