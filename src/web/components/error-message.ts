import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type ErrorMessageOptions = Common & {
  readonly text: Part
  readonly id?: string | undefined
  /** Said before the message by screen readers; empty for nothing. */
  readonly visuallyHiddenText?: string | undefined
}

/** What is wrong with an answer and what to do, beside its control. */
export const errorMessage = (options: ErrorMessageOptions): Html => {
  const { text, id, visuallyHiddenText = 'Error', classes, attributes: more } = options
  const all = { id, class: classNames('govuk-error-message', classes), ...more }
  const before =
    visuallyHiddenText !== '' && html`<span class="govuk-visually-hidden">${visuallyHiddenText}:</span> `
  return html`<p${attributes(all)}>${before}${text}</p>`
}
