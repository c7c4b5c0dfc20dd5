import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type LinkOptions = Common & {
  readonly text: Part
  readonly href: string
  /** Said by screen readers after the text, so that links with one text can be told apart. */
  readonly hidden?: string | undefined
}

/** A link in running text, a table or a list. */
export const link = ({ text, href, hidden, classes, attributes: more }: LinkOptions): Html =>
  html`<a${attributes({ class: classNames('govuk-link', classes), href, ...more })}>${text}${
    hidden !== undefined && html`<span class="govuk-visually-hidden"> ${hidden}</span>`
  }</a>`
