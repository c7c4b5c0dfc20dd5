import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type WarningTextOptions = Common & {
  readonly text: Part
  readonly iconFallbackText?: string | undefined
}

/** What has grave consequences when it is overlooked. */
export const warningText = (options: WarningTextOptions): Html => {
  const all = { class: classNames('govuk-warning-text', options.classes), ...options.attributes }
  const fallback = options.iconFallbackText || 'Warning'
  return html`<div${attributes(all)}><span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${fallback}</span> ${options.text}</strong></div>`
}
