import { attributes, classNames, html } from './html.ts'
import type { Attributes, Common, Html, Part } from './html.ts'

export type BreadcrumbsOptions = Common & {
  readonly items: readonly {
    readonly text: Part
    /** Left out for the page one is on. */
    readonly href?: string | undefined
    readonly attributes?: Attributes | undefined
  }[]
  readonly labelText?: string | undefined
  readonly collapseOnMobile?: boolean | undefined
}

/** The way from the top to where one is. */
export const breadcrumbs = (options: BreadcrumbsOptions): Html => {
  const collapse = options.collapseOnMobile === true && 'govuk-breadcrumbs--collapse-on-mobile'
  const all = {
    class: classNames('govuk-breadcrumbs', options.classes, collapse),
    ...options.attributes,
    'aria-label': options.labelText ?? 'Breadcrumb',
  }
  const items = options.items.map(({ text, href, attributes: more }) =>
    href === undefined
      ? html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${text}</li>`
      : html`<li class="govuk-breadcrumbs__list-item"><a${attributes({ class: 'govuk-breadcrumbs__link', href, ...more })}>${text}</a></li>`,
  )
  return html`<nav${attributes(all)}><ol class="govuk-breadcrumbs__list">${items}</ol></nav>`
}
