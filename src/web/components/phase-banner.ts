import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'
import { tag } from './tag.ts'

export type PhaseBannerOptions = Common & {
  readonly tag: Common & { readonly text: Part }
  readonly text: Part
}

/** A line under the header that says what kind of service this is. */
export const phaseBanner = (options: PhaseBannerOptions): Html => {
  const all = {
    class: classNames('govuk-phase-banner', 'govuk-width-container', options.classes),
    ...options.attributes,
  }
  const own = tag({
    text: options.tag.text,
    classes: classNames('govuk-phase-banner__content__tag', options.tag.classes),
  })
  return html`<div${attributes(all)}><p class="govuk-phase-banner__content">${own} <span class="govuk-phase-banner__text">${options.text}</span></p></div>`
}
