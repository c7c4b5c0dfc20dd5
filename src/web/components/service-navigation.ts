import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type NavigationItem = {
  readonly text: Part
  readonly href?: string | undefined
  /** The page one is on. */
  readonly current?: boolean | undefined
  /** The part of the service one is in. */
  readonly active?: boolean | undefined
}

export type ServiceNavigationOptions = Common & {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly NavigationItem[] | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly ariaLabel?: string | undefined
  /** A button that folds the items on a phone; works with GOV.UK's script only. */
  readonly collapseNavigationOnMobile?: boolean | undefined
  /** What stands at the end of the line, such as who is signed in. */
  readonly end?: Html | undefined
  readonly endInline?: boolean | undefined
}

const item = ({ text, href, current = false, active = false }: NavigationItem): Html => {
  const isHere = current || active
  const inside = isHere
    ? html`<strong class="govuk-service-navigation__active-fallback">${text}</strong>`
    : text
  const here = { 'aria-current': isHere ? (current ? 'page' : 'true') : null }
  const one =
    href === undefined
      ? html`<span class="govuk-service-navigation__text"${attributes(here)}>${inside}</span>`
      : html`<a${attributes({ class: 'govuk-service-navigation__link', href, ...here })}>${inside}</a>`
  const names = classNames(
    'govuk-service-navigation__item',
    isHere && 'govuk-service-navigation__item--active',
  )
  return html`<li class="${names}">${one}</li>`
}

const nav = (options: ServiceNavigationOptions): Part => {
  const { navigation = [], navigationId = 'navigation' } = options
  if (navigation.length === 0) return null
  const all = {
    'aria-label': options.navigationLabel ?? 'Menu',
    class: classNames('govuk-service-navigation__wrapper', options.navigationClasses),
  }
  const toggle =
    (options.collapseNavigationOnMobile ?? navigation.length > 1) &&
    html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls="${navigationId}" hidden aria-hidden="true">Menu</button>`
  return html`<nav${attributes(all)}>${toggle}<ul class="govuk-service-navigation__list" id="${navigationId}">${navigation.map(item)}</ul></nav>`
}

const nameOf = ({ serviceName, serviceUrl }: ServiceNavigationOptions): Part => {
  if (serviceName === undefined) return null
  const inside =
    serviceUrl === undefined
      ? html`<span class="govuk-service-navigation__text">${serviceName}</span>`
      : html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`
  return html`<span class="govuk-service-navigation__service-name">${inside}</span>`
}

/** The service's name and the ways into its parts. */
export const serviceNavigation = (options: ServiceNavigationOptions): Html => {
  const { end, endInline = false } = options
  const isSection = options.serviceName !== undefined || end !== undefined
  const all = {
    'aria-label': isSection ? (options.ariaLabel ?? 'Service information') : null,
    class: classNames('govuk-service-navigation', options.classes),
    'data-module': 'govuk-service-navigation',
    ...options.attributes,
  }
  const width = classNames(
    'govuk-width-container',
    endInline && 'govuk-service-navigation__inlining-container',
  )
  const inside = html`<div class="${width}"><div class="govuk-service-navigation__container">${nameOf(options)}${nav(options)}</div>${end}</div>`
  return isSection
    ? html`<section${attributes(all)}>${inside}</section>`
    : html`<div${attributes(all)}>${inside}</div>`
}
