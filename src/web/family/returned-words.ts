import type { StoredEvent } from '#casework/case/case-record.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { timeInWords } from '../time-in-words.ts'

/** Who gave a form back to be changed, when, and what is to be changed in it. */
export const returnedWords = ({ at, data }: StoredEvent, who: string | null): Html => {
  const { reason } = data
  return html`<p class="govuk-body"><strong>Returned to be changed</strong> by ${who ?? 'somebody'}, ${timeInWords(at)}.</p>${
    typeof reason === 'string' && reason !== '' && html`<p class="govuk-body app-lines">${reason}</p>`
  }`
}
