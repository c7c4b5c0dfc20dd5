import { longDayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { paths } from '../../paths.ts'
import type { Overview } from './overview.ts'

const row = (name: string, value: Part): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

/** Who works with the family, and since when it has been with the service. */
export const workerPart = (all: Overview): Html => {
  const { record, team, names, may, recordAt } = all
  const give =
    may.allocate && record.closed === null
      ? recordAt(record.worker === null ? 'case.allocated' : 'case.transferred')
      : null
  const link =
    give !== null &&
    html` <a class="govuk-link" href="${give}">${record.worker === null ? 'Give to a worker' : 'Change'}</a>`
  // A restricted family says above who may see it, with the way to change that.
  const restrict =
    may.restrict && record.restrictedTo === null
      ? html`<a class="govuk-link" href="${paths.restriction(record.id)}">Restrict to named people</a>`
      : null
  return html`<section aria-labelledby="work"><h2 class="govuk-heading-m" id="work">Who works with them</h2><dl class="app-facts">${row('Worker', html`${names.user(record.worker) ?? 'Nobody yet'}${link}`)}${row('Team', team?.name ?? 'No team yet')}${row('Opened', longDayInWords(dayOf(record.opened)))}${restrict !== null && row('Who may see it', restrict)}${record.closed !== null && row('Closed', longDayInWords(dayOf(record.closed)))}</dl></section>`
}
