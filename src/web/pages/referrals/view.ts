import type { OwnReferral } from '#casework/referrals/own-referrals.ts'
import type { Waiting, WaitingReferrals } from '#casework/referrals/waiting-referrals.ts'
import type { Instant } from '#calendar/instant.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { link } from '../../components/link.ts'
import { tag } from '../../components/tag.ts'
import { wayOn } from '../../family/way-on.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { stepInWords, waitedInWords } from '../../recording/waited.ts'
import { timeInWords } from '../../time-in-words.ts'
import { ownPart } from './own-part.ts'

const childrenInWords = (count: number): string => (count === 1 ? '1 child' : `${count} children`)

const wayOnPart = (one: Waiting): Part => {
  const way = wayOn(one, { allocate: one.mayAllocate, record: one.mayRecord })
  return way !== null && html` ${way}`
}

const row = (one: Waiting, now: Instant): Html =>
  html`<li class="app-entry"><p class="govuk-body app-entry__title">${link({ href: paths.family(one.id), text: one.family })} <span class="app-reference">${one.reference}</span> ${one.stepDown && tag({ text: 'Step-down', classes: 'govuk-tag--purple' })}</p><p class="govuk-body app-small">Waiting <strong>${waitedInWords(one.opened, now)}</strong>, since ${timeInWords(one.opened)}. ${one.wayOut === null ? stepInWords(one.step, one.procedure) : html`Decided: <strong>${one.wayOut}</strong>`}. ${childrenInWords(one.children)}${one.teamName === null ? ', in no team' : `, ${one.teamName}`}.${wayOnPart(one)}</p></li>`

const waitingPart = ({ waiting, now, more }: WaitingReferrals): Html =>
  html`<p class="govuk-body">Families that have no worker yet. Step-downs from social care come first, then those who have waited longest.</p>${
    waiting.length === 0
      ? html`<p class="govuk-body"><strong>Nobody is waiting.</strong> A referral that is taken in stands here until it has a worker.</p>`
      : html`<ul class="govuk-list app-entries">${waiting.map((one) => row(one, now))}</ul>`
  }${more && html`<p class="govuk-body">There are more than this page shows: those who have waited longest are here.</p>`}`

/** Families that nobody works with yet, and what became of those that the reader has referred. */
export const referralsView = (
  all: WaitingReferrals,
  own: readonly OwnReferral[],
  onDuty: string | null,
): Page => ({
  title: 'Referrals',
  section: 'referrals',
  body: html`<h1 class="govuk-heading-l">Referrals</h1>${
    all.mayReceive && button({ text: 'Take in a referral', href: paths.newReferral })
  }${onDuty !== null && html`<p class="govuk-body">On duty today: <strong>${onDuty}</strong></p>`}${
    (all.seesOthers || all.waiting.length > 0) && waitingPart(all)
  }${((all.mayReceive && !all.seesOthers) || own.length > 0) && ownPart(own)}`,
})
