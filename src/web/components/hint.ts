import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type HintOptions = Common & { readonly text: Part; readonly id?: string | undefined }

/** What helps to answer, beside a control. */
export const hint = ({ text, id, classes, attributes: more }: HintOptions): Html =>
  html`<div${attributes({ id, class: classNames('govuk-hint', classes), ...more })}>${text}</div>`
