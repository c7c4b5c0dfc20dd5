import type { MyWork } from '#casework/lists/my-work.ts'
import type { Draft } from '#casework/ports.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { draftPlace } from '../../family/draft-place.ts'
import { timeInWords } from '../../time-in-words.ts'

/** Families by the ids of their cases, as far as the page knows them. */
type Families = ReadonlyMap<string, string>

const draftItem = (draft: Draft, families: Families, titles: ReadonlyMap<string, string>): Html => {
  const { text, href, caseId } = draftPlace(draft.form, titles)
  const family = caseId === null ? undefined : families.get(caseId)
  const words = html`${text}${family !== undefined && `, ${family}`}`
  const title = href === null ? words : html`<a class="govuk-link" href="${href}">${words}</a>`
  return html`<li>${title} <span class="app-quiet">saved ${timeInWords(draft.savedAt)}</span></li>`
}

/** What was typed and not yet recorded, the latest first. */
export const draftsPart = ({ drafts, titles }: Pick<MyWork, 'drafts' | 'titles'>, families: Families): Part =>
  drafts.length > 0 &&
  html`<section class="app-drafts" aria-labelledby="drafts"><h2 class="govuk-heading-s" id="drafts">Not finished yet</h2><ul class="govuk-list">${drafts.map((draft) => draftItem(draft, families, titles))}</ul></section>`
