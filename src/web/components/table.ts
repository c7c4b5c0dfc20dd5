import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type Cell = Common & {
  readonly text: Part
  /** Numbers stand to the right. */
  readonly format?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
}

export type TableOptions = Common & {
  readonly caption?: Part
  readonly captionClasses?: string | undefined
  readonly head?: readonly Cell[] | undefined
  readonly rows: readonly (readonly Cell[])[]
  readonly firstCellIsHeader?: boolean | undefined
}

const spans = ({ colspan, rowspan, attributes: more }: Cell): Part =>
  attributes({ colspan, rowspan, ...more })

const headCell = (cell: Cell): Html => {
  const format = cell.format !== undefined && `govuk-table__header--${cell.format}`
  return html`<th scope="col" class="${classNames('govuk-table__header', format, cell.classes)}"${spans(cell)}>${cell.text}</th>`
}

const bodyCell = (cell: Cell): Html => {
  const format = cell.format !== undefined && `govuk-table__cell--${cell.format}`
  return html`<td class="${classNames('govuk-table__cell', format, cell.classes)}"${spans(cell)}>${cell.text}</td>`
}

const rowHeader = (cell: Cell): Html =>
  html`<th scope="row" class="${classNames('govuk-table__header', cell.classes)}"${spans(cell)}>${cell.text}</th>`

/** Things of one kind to compare. Lists that people work through stand better as lists. */
export const table = (options: TableOptions): Html => {
  const { caption, captionClasses, head, rows, firstCellIsHeader = false } = options
  const cell = (one: Cell, i: number): Html => (i === 0 && firstCellIsHeader ? rowHeader(one) : bodyCell(one))
  const top =
    head !== undefined &&
    html`<thead class="govuk-table__head"><tr class="govuk-table__row">${head.map(headCell)}</tr></thead>`
  return html`<table${attributes({ class: classNames('govuk-table', options.classes), ...options.attributes })}>${
    caption !== undefined &&
    html`<caption class="${classNames('govuk-table__caption', captionClasses)}">${caption}</caption>`
  }${top}
<tbody class="govuk-table__body">${rows.map((row) => html`<tr class="govuk-table__row">${row.map(cell)}</tr>`)}</tbody></table>`
}
