import type { Instant } from '#calendar/instant.ts'
import type { InNoTeam } from '#casework/referrals/in-no-team.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { link } from '../../components/link.ts'
import { wayOn } from '../../family/way-on.ts'
import { paths } from '../../paths.ts'
import { waitedInWords } from '../../recording/waited.ts'
import { timeInWords } from '../../time-in-words.ts'

/** Whoever answers for them decides about them and gives them to a worker. */
const may = { allocate: true, record: true } as const

const referral = (one: InNoTeam['referrals'][number], now: Instant): Html => {
  const { id, family, reference, opened } = one
  return html`<li class="app-entry"><p class="govuk-body app-entry__title">${link({ href: paths.family(id), text: family })} <span class="app-reference">${reference}</span></p><p class="govuk-body app-small">Waiting <strong>${waitedInWords(opened, now)}</strong>, since ${timeInWords(opened)}. ${wayOn(one, may)}</p></li>`
}

const whoAnswers = ({ onDuty }: InNoTeam, user: string): string => {
  if (onDuty === null) return 'They are on the list of every manager.'
  return onDuty.user === user
    ? 'You are on duty today, so they are on your list.'
    : `${onDuty.name} is on duty today and has them as well.`
}

/** The referrals that are in no team's tray, for who answers for them: nobody else would come across them. */
export const noTeamPart = (found: InNoTeam | null, user: string, now: Instant): Part => {
  if (found === null || found.referrals.length === 0) return null
  const { referrals, more } = found
  return html`<section class="app-due-group" aria-labelledby="no-team"><h2 class="govuk-heading-m" id="no-team">Referrals in no team <span class="app-count">${referrals.length}${more && '+'}</span></h2><p class="govuk-body">No team has these in its tray. ${whoAnswers(found, user)} Whoever is given a family to work with brings it into their team.</p><ul class="govuk-list app-entries">${referrals.map((one) => referral(one, now))}</ul>${more && html`<p class="govuk-body">These have waited longest. ${link({ href: paths.referrals, text: 'See all referrals' })}</p>`}</section>`
}
