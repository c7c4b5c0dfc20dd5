import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type DetailsOptions = Common & {
  readonly summary: Part
  readonly text: Part
  readonly id?: string | undefined
  readonly open?: boolean | undefined
}

/** More for those who want it, folded away. */
export const details = ({ summary, text, id, open, classes, attributes: more }: DetailsOptions): Html =>
  html`<details${attributes({ id, class: classNames('govuk-details', classes), ...more, open })}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${summary}</span></summary>
<div class="govuk-details__text">${text}</div></details>`
