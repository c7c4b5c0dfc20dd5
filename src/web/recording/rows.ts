import { button } from '../components/button.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { textOf } from '../forms/field.ts'
import type { Typed } from '../forms/typed.ts'

const most = 30

/** How many rows a page shows: as many as it had, and one more where its button asked for one. */
export const rowsIn = (typed: Typed, name: string, least: number): number => {
  const had = textOf(typed, `${name}-rows`)
  return Math.min(most, Math.max(least, /^\d{1,2}$/.test(had) ? Number(had) : least))
}

/** Whether the page was sent only to have a further row. */
export const wantsRow = (typed: Typed): boolean => textOf(typed, 'add-row') !== ''

/** What was typed, with the row that its button asked for. */
export const withRow = (typed: Typed): Typed => {
  const { 'add-row': asked, ...rest } = typed
  const name = typeof asked === 'string' ? asked : ''
  return { ...rest, [`${name}-rows`]: String(rowsIn(rest, name, 0) + 1) }
}

/** A button that sends the page to itself for a further row: it works without script. */
export const addButton = (name: string, rows: number, text: string): Html =>
  html`<input type="hidden" name="${`${name}-rows`}" value="${rows}">${button({
    text,
    name: 'add-row',
    value: name,
    // Back to where the rows stand on a long page.
    attributes: { formaction: `#${name}` },
    classes: 'govuk-button--secondary',
  })}`

/** The first button of a form is what Enter presses: it must be the one that sends it, not one for a further row. */
export const sendOnEnter = html`<button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Send</button>`
