import { micromark } from 'micromark'
import { html, trusted } from '../components/html.ts'
import type { Html } from '../components/html.ts'

const drawn = new Map<string, Html>()
const most = 2000

/** The pointer to the source stands under what the clause says, not in it. */
const sourceApart = (markdown: string): string =>
  markdown.replace(/\s+(?=Source: [^\n]*(?:\n[^\n]+)*\s*$)/, '\n\n')

/**
 * Markdown as markup. HTML in it stays text and links lead only to http, https or a page of ours: both are what
 * micromark does unless told otherwise.
 */
export const prose = (markdown: string): Html => {
  const known = drawn.get(markdown)
  if (known !== undefined) return known
  if (drawn.size >= most) drawn.clear()
  const made = html`<div class="app-prose">${trusted(micromark(sourceApart(markdown)))}</div>`
  drawn.set(markdown, made)
  return made
}
