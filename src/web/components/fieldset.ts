import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'
import { isSaid } from './form-group.ts'
import { spelled } from './label.ts'
import type { Words } from './label.ts'

export type FieldsetOptions = Common & {
  readonly legend: Words
  readonly describedBy?: string | undefined
  readonly role?: string | undefined
}

/** Controls that belong together under one legend. */
export const fieldset = (options: FieldsetOptions, inside: Part): Html => {
  const { text, classes, isPageHeading = false } = spelled(options.legend)
  const all = {
    class: classNames('govuk-fieldset', options.classes),
    role: options.role,
    'aria-describedby': options.describedBy,
    ...options.attributes,
  }
  const words = isPageHeading ? html`<h1 class="govuk-fieldset__heading">${text}</h1>` : text
  const legend =
    isSaid(text) && html`<legend class="${classNames('govuk-fieldset__legend', classes)}">${words}</legend>`
  return html`<fieldset${attributes(all)}>${legend}${inside}</fieldset>`
}
