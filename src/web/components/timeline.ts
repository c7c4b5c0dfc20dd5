import { html } from './html.ts'
import type { Html, Part } from './html.ts'

export type TimelineItem = {
  readonly title: Part
  readonly byline?: string | undefined
  /** For machines: `2026-03-06` or `2026-03-06T15:00+00:00`. */
  readonly datetime: string
  /** For people: `Friday 6 March 2026, 3pm`. */
  readonly when: string
  readonly text: Part
}

/** What happened, the latest first, as in the Ministry of Justice's design system. */
export const timeline = (
  items: readonly TimelineItem[],
  { headingLevel = 2 }: { readonly headingLevel?: 2 | 3 | 4 } = {},
): Html => {
  const item = ({ title, byline, datetime, when, text }: TimelineItem): Html => {
    const by = byline !== undefined && html` <p class="moj-timeline__byline">by ${byline}</p>`
    return html`<div class="moj-timeline__item"><div class="moj-timeline__header"><h${headingLevel} class="moj-timeline__title">${title}</h${headingLevel}>${by}</div>
<p class="moj-timeline__date"><time datetime="${datetime}">${when}</time></p>
<div class="moj-timeline__description">${text}</div></div>`
  }
  return html`<div class="moj-timeline">${items.map(item)}</div>`
}
