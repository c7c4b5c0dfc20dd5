import { html } from '../../components/html.ts'
import type { Page } from '../../layout.ts'

export const homeView = (): Page => ({
  title: 'Start',
  body: html`<h1 class="govuk-heading-l">You are signed in</h1><p class="govuk-body">Your role has no pages of its own. If you expected families or referrals here, ask your administrator to check your role.</p>`,
})
