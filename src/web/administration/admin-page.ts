import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { subNavigation } from '../components/sub-navigation.ts'
import type { Page } from '../layout.ts'
import { paths } from '../paths.ts'

type Shown = 'users' | 'teams' | 'service' | 'closures' | 'duty' | 'history'

/** What an administrator's page says of the authority: whether it has a duty rota. */
export type AdminFacts = { readonly hasDuty: boolean }

const tabs: readonly (readonly [Shown, string, string])[] = [
  ['users', 'Users', paths.users],
  ['teams', 'Teams', paths.teams],
  ['service', 'Service details', paths.serviceDetails],
  ['closures', 'Closure days', paths.closures],
  ['duty', 'Duty rota', paths.duty],
  ['history', 'What was done', paths.administrationHistory],
]

const tabsPart = (shown: Shown, { hasDuty }: AdminFacts): Html =>
  subNavigation({
    label: 'Administration',
    items: tabs
      .filter(([page]) => page !== 'duty' || hasDuty)
      .map(([page, text, href]) => ({ text, href, current: page === shown })),
  })

/** A page of the administration: its other pages, and its own part. */
export const adminPage = (facts: AdminFacts, shown: Shown, heading: string, body: Part): Page => ({
  title: heading,
  section: 'administration',
  wide: true,
  body: html`<h1 class="govuk-heading-l app-family">Administration</h1>${tabsPart(shown, facts)}<h2 class="govuk-heading-m app-part-heading">${heading}</h2>${body}`,
})
