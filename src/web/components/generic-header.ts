import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type GenericHeaderOptions = Common & {
  readonly logo: Part
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
}

/** The header of a service that is not on GOV.UK: no crown. */
export const genericHeader = (options: GenericHeaderOptions): Html => {
  const { logo, url = '/', containerClasses = 'govuk-width-container' } = options
  const all = { class: classNames('govuk-generic-header', options.classes), ...options.attributes }
  return html`<div${attributes(all)}><div class="${classNames('govuk-generic-header__container', containerClasses)}"><div class="govuk-generic-header__logo"><a href="${url}" class="govuk-generic-header__homepage-link">${logo}</a></div></div></div>`
}
