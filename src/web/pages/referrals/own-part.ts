import { mostReferrals } from '#casework/referrals/own-referrals.ts'
import type { OwnReferral } from '#casework/referrals/own-referrals.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'
import { dueInWords } from '../../recording/beside-form.ts'
import { timeInWords } from '../../time-in-words.ts'

const decidedPart = ({ decided }: OwnReferral): Part =>
  decided.length === 0
    ? 'Not decided yet. '
    : decided.map(({ outcome, at }) => html`<strong>${outcome}</strong>: ${timeInWords(at)}. `)

const standsAt = (one: OwnReferral): Html => {
  const { closed, step, worker } = one
  const works = !closed && worker !== null && `${worker} works with the family.`
  return html`${decidedPart(one)}${closed ? 'The case is closed.' : step !== null && `Now at: ${step}. `}${works}`
}

const toDoPart = ({ toDo }: OwnReferral): Part =>
  toDo.length > 0 &&
  html`<p class="govuk-body app-small">For you to do:</p><ul class="govuk-list govuk-list--bullet app-small">${toDo.map(
    ({ title, due, overdue }) =>
      html`<li>${title}${due !== null && `: by ${dueInWords(due)}`}${overdue && html` ${tag({ text: 'Overdue', classes: 'govuk-tag--red' })}`}</li>`,
  )}</ul>`

const row = (one: OwnReferral): Html =>
  html`<li class="app-entry"><p class="govuk-body app-entry__title"><strong>${one.family}</strong> <span class="app-reference">${one.reference}</span></p><p class="govuk-body app-small">Sent ${timeInWords(one.sent)}. ${standsAt(one)}</p>${toDoPart(one)}</li>`

/** What became of the referrals that somebody has sent in of families whose record they do not see. */
export const ownPart = (own: readonly OwnReferral[]): Html =>
  html`<h2 class="govuk-heading-m">Referrals that you have sent</h2>${
    own.length === 0
      ? html`<p class="govuk-body">None yet. Each that you take in stands here, with what became of it.</p>`
      : html`<p class="govuk-body">You do not see these families’ records. Give the reference when you speak to Early Help about one.</p><ul class="govuk-list app-entries">${own.map(row)}</ul>${own.length >= mostReferrals && html`<p class="govuk-body">There may be more than this page shows: those that are open come first, then the latest.</p>`}`
  }`
