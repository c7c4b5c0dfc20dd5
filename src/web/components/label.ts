import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

/** The words of a label or legend: bare, or with how they look. */
export type Words = Part | (Common & { readonly text: Part; readonly isPageHeading?: boolean | undefined })

type Spelled = Exclude<Words, Part>

/** The same with everything spelled out. */
export const spelled = (words: Words): Spelled =>
  typeof words === 'object' && words !== null && 'text' in words ? words : { text: words }

/** The label of one control. */
export const label = (words: Words, control: string | undefined): Html | null => {
  const { text, classes, isPageHeading = false, attributes: more } = spelled(words)
  if (text === undefined || text === null || text === '') return null
  const all = { class: classNames('govuk-label', classes), ...more, for: control }
  const own = html`<label${attributes(all)}>${text}</label>`
  return isPageHeading ? html`<h1 class="govuk-label-wrapper">${own}</h1>` : own
}
