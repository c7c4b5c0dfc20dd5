import type { Session } from '#casework/sign-in/sessions.ts'
import { backLink } from './components/back-link.ts'
import { errorSummary } from './components/error-summary.ts'
import { genericHeader } from './components/generic-header.ts'
import { attributes, html, trusted } from './components/html.ts'
import type { Html, Part } from './components/html.ts'
import { notificationBanner } from './components/notification-banner.ts'
import { phaseBanner } from './components/phase-banner.ts'
import { serviceNavigation } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { controlOf } from './forms/read-fields.ts'
import type { FieldProblem } from './forms/read-fields.ts'
import { sectionsFor } from './navigation.ts'
import type { Section } from './navigation.ts'
import { paths } from './paths.ts'
import { assets } from './served-assets.ts'

/** What a view makes of its facts. */
export type Page = {
  /** Shown in the browser's tab and history: never a person's name. */
  readonly title: string
  readonly body: Html
  readonly back?: { readonly href: string; readonly text?: string } | undefined
  /** The part of the service that the page belongs to. */
  readonly section?: Section | undefined
  /** What is wrong with what was sent: listed above everything, and said in the title. */
  readonly problems?: readonly FieldProblem[] | undefined
  /** Lines of text stay short unless a page has lists side by side. */
  readonly wide?: boolean | undefined
  /** For a page that nobody is signed in to: where one is signed in, the authority says it. */
  readonly demonstration?: boolean | undefined
}

/** What every page stands in: who looks at it, and what has just happened. */
export type Frame = {
  readonly session: Pick<Session, 'actor' | 'authority'> | null
  readonly csrf: string | null
  /** Said once, after something was done: `The visit was recorded.` */
  readonly notice: string | null
  readonly idleMinutes: number
  readonly isThere: (path: string) => boolean
}

const header = ({ session }: Frame): Html =>
  genericHeader({
    url: session === null ? paths.signIn : paths.home,
    classes: 'app-header',
    logo: html`<span class="app-header__name">Alongside</span>${
      session !== null && html` <span class="app-header__authority">${session.authority.name}</span>`
    }`,
  })

/** Somebody's name; outside a demonstration it leads to how they sign in. */
const whose = ({ actor, authority }: Pick<Session, 'actor' | 'authority'>): Html =>
  authority.demonstration
    ? html`<span class="app-signed-in__name">${actor.name}</span>`
    : html`<a class="govuk-link app-signed-in__name" href="${paths.account}">${actor.name}</a>`

const signedIn = ({ session, csrf }: Frame): Html | undefined => {
  if (session === null || csrf === null) return undefined
  return html`<form class="app-signed-in" method="post" action="${paths.signOut}"><input type="hidden" name="_csrf" value="${csrf}">${whose(session)} <button type="submit" class="app-link-button">Sign out</button></form>`
}

const navigation = (frame: Frame, section: Section | undefined): Part =>
  frame.session !== null &&
  serviceNavigation({
    ariaLabel: 'Service',
    navigationLabel: 'Parts of the service',
    navigation: sectionsFor(frame.session.actor, frame.isThere).map(({ section: its, text, href }) => ({
      text,
      href,
      active: its === section,
    })),
    collapseNavigationOnMobile: false,
    end: signedIn(frame),
    endInline: true,
  })

const demonstration = ({ session }: Frame, page: Page): Part =>
  (session?.authority.demonstration ?? page.demonstration === true) &&
  phaseBanner({
    classes: 'app-demonstration',
    tag: { text: 'Demonstration' },
    text: 'This is a demonstration. The people are not real.',
  })

const summary = (problems: readonly FieldProblem[]): Part =>
  problems.length > 0 &&
  errorSummary({
    attributes: { tabindex: -1 },
    errorList: problems.map((problem) => ({ text: problem.text, href: `#${controlOf(problem)}` })),
  })

const noticeBanner = ({ notice }: Frame): Part =>
  notice !== null && notificationBanner({ type: 'success', titleText: 'Done', text: notice })

const timeout = ({ session, idleMinutes }: Frame): Part =>
  session !== null &&
  html`<div class="app-timeout govuk-width-container" role="alert" data-idle-minutes="${idleMinutes}" data-session="${paths.session}" hidden><p class="govuk-body"><strong>Are you still there?</strong> You will be signed out soon. Drafts are kept.</p>
<button type="button" class="govuk-button govuk-button--secondary app-button--small">Stay signed in</button></div>`

/** A whole page. */
export const layout = (frame: Frame, page: Page): string => {
  const { problems = [], back } = page
  const title = `${problems.length > 0 ? 'Error: ' : ''}${page.title} - Alongside`
  const column = page.wide === true ? 'app-column--wide' : 'app-column'
  return String(html`${trusted('<!DOCTYPE html>')}
<html class="govuk-template" lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><meta name="theme-color" content="#124f5c"><link rel="icon" href="${assets.icon.path}" type="image/svg+xml"><link rel="stylesheet" href="${assets.styles.path}"><script src="${assets.script.path}" defer></script></head>
<body class="govuk-template__body">${skipLink({ text: 'Skip to main content', href: '#main' })}
<header>${header(frame)}${navigation(frame, page.section)}${demonstration(frame, page)}</header>
<div class="govuk-width-container">${back !== undefined && html`<nav aria-label="Back">${backLink(back)}</nav>`}
<main class="govuk-main-wrapper"${attributes({ id: 'main', tabindex: -1 })}><div class="${column}">${summary(problems)}${noticeBanner(frame)}${page.body}</div></main></div>
${timeout(frame)}<footer class="govuk-footer app-footer"><div class="govuk-width-container"><p class="govuk-body-s">Alongside: Early Help and family support, by the written procedure.</p></div></footer></body></html>`)
}
