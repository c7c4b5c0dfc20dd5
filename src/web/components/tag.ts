import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

/** A short word for how something stands. Colours are classes: `govuk-tag--red`. */
export const tag = ({ text, classes, attributes: more }: Common & { readonly text: Part }): Html =>
  html`<strong${attributes({ class: classNames('govuk-tag', classes), ...more })}>${text}</strong>`
