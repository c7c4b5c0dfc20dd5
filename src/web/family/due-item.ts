import { details } from '../components/details.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { tag } from '../components/tag.ts'

/** How urgent a thing is, as the edge and the word beside it show. */
export type Urgency = 'overdue' | 'soon' | 'open' | 'waits'

export type DueItem = {
  readonly what: string
  /** The page that records it; null where nothing on record can meet it, or the reader may not. */
  readonly href: string | null
  readonly whom: string | null
  readonly urgency: Urgency
  /** `was due Fri 6 March 2026, 3 working days late`. */
  readonly when: string
  readonly who: string | null
  /** Whether it is for the reader to do: who has to is said at once only where it is somebody else. */
  readonly isOwn?: boolean
  readonly why: string
  readonly clause: { readonly id: string; readonly href: string }
  /** The page on which its date can be moved, for whoever may. */
  readonly move?: string | null
}

const tags: Readonly<Record<Urgency, Part>> = {
  overdue: tag({ text: 'Overdue', classes: 'govuk-tag--red' }),
  soon: tag({ text: 'Due soon', classes: 'govuk-tag--yellow' }),
  open: null,
  waits: null,
}

/** One thing to be done, with why it is due folded away under it. */
export const dueItem = ({
  what,
  href,
  whom,
  urgency,
  when,
  who,
  isOwn = true,
  why,
  clause,
  move = null,
}: DueItem): Html => {
  const said = html`${what}${whom !== null && html` <span class="app-due__whom">for ${whom}</span>`}`
  const title =
    href === null
      ? html`<span class="app-due__title">${said}</span>`
      : html`<a class="govuk-link app-due__title" href="${href}">${said}</a>`
  const reason = html`<p>${why}</p><p>Clause <a class="govuk-link" href="${clause.href}">${clause.id}</a>${who !== null && `. To be done by: ${who}.`}</p>${move !== null && html`<p><a class="govuk-link" href="${move}">Move the date</a></p>`}`
  return html`<li class="app-due app-due--${urgency}"><div class="app-due__what">${title} ${tags[urgency]}</div><div class="app-due__when">${when}</div>${!isOwn && who !== null && html`<div class="app-due__who">For: ${who}</div>`}${details({ summary: html`Why<span class="govuk-visually-hidden">: ${what}${whom !== null && ` for ${whom}`}</span>`, text: reason, classes: 'app-why' })}</li>`
}

export const dueList = (items: readonly Html[]): Html => html`<ul class="app-dues">${items}</ul>`
