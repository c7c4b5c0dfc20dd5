import { dayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import { entriesOf } from '#casework/case/timeline-entry.ts'
import { html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'
import { happened } from '../../family/happened.ts'
import { paths } from '../../paths.ts'
import type { Overview } from './overview.ts'

const most = 5

/** The latest of what happened, with the way to all of it. */
export const latestPart = ({ record, procedure, now, names }: Overview): Html => {
  const latest = entriesOf(record, now)
    .filter(({ withdrawn }) => !withdrawn)
    .slice(0, most)
  const items = latest.map(({ event }) => {
    const by = names.user(event.writtenBy)
    return html`<li><a class="govuk-link" href="${paths.entry(record.id, event.id)}">${happened(event.type, procedure)}</a><br><span class="app-quiet">${dayInWords(dayOf(event.at))}${by !== null && `, written down by ${by}`}</span></li>`
  })
  return html`<section aria-labelledby="latest"><h2 class="govuk-heading-m" id="latest">Latest</h2>${
    items.length === 0
      ? html`<p class="govuk-body">Nothing is on record yet.</p>`
      : html`<ul class="govuk-list app-latest">${items}</ul><p class="govuk-body"><a class="govuk-link" href="${paths.timeline(record.id)}">Everything that happened</a></p>`
  }</section>`
}
