import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

const again = button({ text: 'Back to signing in', href: paths.signIn })

/** For somebody whom the provider knows and the authority does not. */
export const notAUserView = (authority: string): Page => ({
  title: 'You have no access to Alongside',
  body: html`<h1 class="govuk-heading-l">You have no access to Alongside</h1><p class="govuk-body">Your work account is in order, but nobody at ${authority} has given you access to Alongside with it yet. Ask whoever looks after Alongside where you work. They need the email address of your work account.</p>${again}`,
})

/** For an answer of the provider that does not hold. */
export const notSignedInView = (): Page => ({
  title: 'You are not signed in',
  body: html`<h1 class="govuk-heading-l">You are not signed in</h1><p class="govuk-body">Signing in with your work account did not come to its end: it was stopped, took longer than ten minutes, or was begun in another window. Begin again.</p>${again}`,
})

export const notReachedView = (reference: string): Page => ({
  title: 'Your work account cannot be checked',
  body: html`<h1 class="govuk-heading-l">Your work account cannot be checked</h1><p class="govuk-body">Alongside cannot reach the service that knows your work account. Try again in a few minutes.</p>${again}<p class="govuk-body-s app-quiet">If you report this, give this number: <span class="app-reference">${reference}</span></p>`,
})
