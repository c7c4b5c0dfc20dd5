import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

/** Words set off from those around them. */
export const insetText = ({
  text,
  id,
  classes,
  attributes: more,
}: Common & { readonly text: Part; readonly id?: string | undefined }): Html =>
  html`<div${attributes({ id, class: classNames('govuk-inset-text', classes), ...more })}>${text}</div>`
