import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

/** One step back. Say where it leads: `Back to the family`. */
export const backLink = ({
  href,
  text = 'Back',
  classes,
  attributes: more,
}: Common & { readonly href: string; readonly text?: Part }): Html =>
  html`<a${attributes({ href, class: classNames('govuk-back-link', classes), ...more })}>${text}</a>`
