import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

/** The first thing that a keyboard reaches: past the header to what matters. */
export const skipLink = ({
  href = '#content',
  text,
  classes,
  attributes: more,
}: Common & { readonly href?: string | undefined; readonly text: Part }): Html =>
  html`<a${attributes({ href, class: classNames('govuk-skip-link', classes), ...more })} data-module="govuk-skip-link">${text}</a>`
