import { toBeChanged } from '#casework/documents/document-story.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { paths } from '../../paths.ts'
import type { Overview } from './overview.ts'

/** Forms that were returned and wait to be changed. */
export const returnedPart = ({ record, now, may }: Overview): Part => {
  const waiting = toBeChanged(record, now)
  if (waiting.length === 0 || !may.record) return null
  return html`<section class="app-drafts" aria-labelledby="returned"><h2 class="govuk-heading-s" id="returned">Returned to be changed</h2><ul class="govuk-list">${waiting.map(
    ({ id, reason }, i) =>
      html`<li><a class="govuk-link" href="${paths.document(record.id, id)}">Read the form${waiting.length > 1 && ` (${i + 1} of ${waiting.length})`}</a>${reason !== '' && html` <span class="app-quiet">${reason}</span>`}</li>`,
  )}</ul></section>`
}
