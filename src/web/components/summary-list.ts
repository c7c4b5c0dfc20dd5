import { isSaid } from './form-group.ts'
import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'
import { spelled } from './label.ts'
import type { Words } from './label.ts'

export type SummaryAction = Common & {
  readonly text: Part
  readonly href: string
  readonly visuallyHiddenText?: string | undefined
}

export type SummaryRow = {
  readonly key: Words
  readonly value: Words
  readonly actions?: readonly SummaryAction[] | undefined
  readonly classes?: string | undefined
}

export type SummaryCard = Common & {
  readonly title?: Part
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly actions?: readonly SummaryAction[] | undefined
}

export type SummaryListOptions = Common & {
  readonly rows: readonly SummaryRow[]
  /** Draws a box with a title around the list. */
  readonly card?: SummaryCard | undefined
}

const actionLink = (action: SummaryAction, title: Part): Html => {
  const { text, href, visuallyHiddenText: hidden } = action
  const all = { class: classNames('govuk-link', action.classes), href, ...action.attributes }
  const after =
    (isSaid(hidden) || isSaid(title)) &&
    html`<span class="govuk-visually-hidden">${isSaid(hidden) && ` ${hidden}`}${isSaid(title) && html` (${title})`}</span>`
  return html`<a${attributes(all)}>${text}${after}</a>`
}

const drawRow = (row: SummaryRow, title: Part, anyActions: boolean): Html => {
  const { actions } = row
  const [key, value] = [spelled(row.key), spelled(row.value)]
  const names = classNames(
    'govuk-summary-list__row',
    anyActions && actions === undefined && 'govuk-summary-list__row--no-actions',
    row.classes,
  )
  const links = (actions ?? []).map((action) => actionLink(action, title))
  const list =
    links.length > 1
      ? html`<ul class="govuk-summary-list__actions-list">${links.map((one) => html`<li class="govuk-summary-list__actions-list-item">${one}</li>`)}</ul>`
      : links
  return html`<div class="${names}"><dt class="${classNames('govuk-summary-list__key', key.classes)}">${key.text}</dt>
<dd class="${classNames('govuk-summary-list__value', value.classes)}">${value.text}</dd>${
    links.length > 0 && html`<dd class="govuk-summary-list__actions">${list}</dd>`
  }</div>`
}

const drawCard = (card: SummaryCard, list: Html): Html => {
  const level = card.headingLevel ?? 2
  const links = (card.actions ?? []).map((action) => actionLink(action, card.title))
  const names = classNames('govuk-summary-card', card.classes)
  const title = html`<h${level} class="govuk-summary-card__title">${card.title}</h${level}>`
  const actions =
    links.length > 1
      ? html`<ul class="govuk-summary-card__actions">${links.map((one) => html`<li class="govuk-summary-card__action">${one}</li>`)}</ul>`
      : html`<div class="govuk-summary-card__actions">${links}</div>`
  return html`<div${attributes({ class: names, ...card.attributes })}><div class="govuk-summary-card__title-wrapper">${isSaid(card.title) && title}${links.length > 0 && actions}</div>
<div class="govuk-summary-card__content">${list}</div></div>`
}

/** Facts as key and value, each with what can be done about it. */
export const summaryList = ({ rows, card, classes, attributes: more }: SummaryListOptions): Html => {
  const anyActions = rows.some(({ actions }) => actions !== undefined && actions.length > 0)
  const list = html`<dl${attributes({ class: classNames('govuk-summary-list', classes), ...more })}>${rows.map((row) => drawRow(row, card?.title, anyActions))}</dl>`
  return card === undefined ? list : drawCard(card, list)
}
