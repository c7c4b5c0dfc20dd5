import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

const homeLink = html`<p class="govuk-body"><a class="govuk-link" href="${paths.home}">Go to the start page</a></p>`

const plain = (title: string, body: Part): Page => ({
  title,
  body: html`<h1 class="govuk-heading-l">${title}</h1>${body}`,
})

const said = (text: string): Html => html`<p class="govuk-body">${text}</p>`

export const notFoundView = (): Page =>
  plain('Page not found', [
    said(
      'If you typed the web address, check it is correct. If you followed a link, what it leads to may have moved, or it may not be yours to see.',
    ),
    homeLink,
  ])

export const notAllowedView = (): Page =>
  plain('You cannot do this', [
    said(
      'Your role does not allow it, or this family is not one that you work with. Nothing was changed. If you think that you should be able to, ask your manager.',
    ),
    homeLink,
  ])

export const staleFormView = (): Page =>
  plain('This page has been open too long', [
    said('To keep families’ records safe, the service did not accept what you sent. Nothing was recorded.'),
    said('Go back, copy anything long that you typed, reload the page and send it again.'),
    homeLink,
  ])

/** For whoever sends a form after signing out in another tab: it is theirs again as soon as they are back. */
export const signedOutView = (): Page =>
  plain('You are signed out', [
    said('Nothing was recorded. What you typed is still on the page before this one.'),
    said('Sign in again in a new tab. Then come back to this tab, go back one page and send it again.'),
    html`<p class="govuk-body"><a class="govuk-link" href="${paths.signIn}" target="_blank" rel="noreferrer">Sign in (opens in a new tab)</a></p>`,
  ])

export const tooMuchView = (): Page =>
  plain('That is too much at once', [
    said(
      'What you sent is larger than the service can take. Nothing was recorded. Go back and send it in parts.',
    ),
    homeLink,
  ])

export const tooOftenView = (): Page =>
  plain('Too many requests', [
    said('There were more requests than one person can make. Wait a minute, then go back and try again.'),
  ])

export const badRequestView = (): Page =>
  plain('The service did not understand that', [
    said('Nothing was recorded. Go back and try again.'),
    homeLink,
  ])

/** What was sent when something failed, to be sent again as it was. */
export type Again = { readonly path: string; readonly fields: Typed }

const againForm = ({ path, fields }: Again): Html => {
  const all = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map(
      (one) => html`<input type="hidden" name="${name}" value="${one}">`,
    ),
  )
  return html`<form method="post" action="${path}">${all}<p class="govuk-body">What you typed is kept on this page. If it was recorded after all, sending it again does not record it twice.</p>${button({ text: 'Try again' })}</form>`
}

const failed = (title: string, advice: string, reference: string, again: Again | null): Page =>
  plain(title, [
    said(advice),
    again === null ? homeLink : againForm(again),
    html`<p class="govuk-body-s app-quiet">If you report this, give this number: <span class="app-reference">${reference}</span></p>`,
  ])

export const brokenView = (reference: string, again: Again | null): Page =>
  failed('Something went wrong', 'This is our fault, not yours. Try again in a moment.', reference, again)

export const unavailableView = (reference: string, again: Again | null): Page =>
  failed(
    'The service is not available',
    'It cannot reach its records at the moment. Try again in a few minutes.',
    reference,
    again,
  )
