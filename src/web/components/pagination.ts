import { attributes, classNames, html, trusted } from './html.ts'
import type { Attributes, Common, Html, Part } from './html.ts'

export type PageArrow = {
  readonly href: string
  readonly text?: Part
  /** What the next or previous page is about. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PageItem =
  | { readonly ellipsis: true }
  | {
      readonly number: number | string
      readonly href: string
      readonly current?: boolean | undefined
      readonly visuallyHiddenText?: string | undefined
    }

export type PaginationOptions = Common & {
  readonly previous?: PageArrow | undefined
  readonly next?: PageArrow | undefined
  readonly items?: readonly PageItem[] | undefined
  readonly landmarkLabel?: string | undefined
}

const icon = (way: 'prev' | 'next', path: string): Html =>
  trusted(
    `<svg class="govuk-pagination__icon govuk-pagination__icon--${way}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${path}"></path></svg>`,
  )
const icons = {
  prev: icon(
    'prev',
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  ),
  next: icon(
    'next',
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
  ),
}

const arrow = (way: 'prev' | 'next', to: PageArrow, isBlock: boolean): Html => {
  const all = {
    class: 'govuk-link govuk-pagination__link',
    href: to.href,
    rel: way,
    ...to.attributes,
  }
  const word = way === 'prev' ? 'Previous' : 'Next'
  const text = to.text ?? html`${word}<span class="govuk-visually-hidden"> page</span>`
  const decorated = isBlock && to.labelText === undefined && 'govuk-pagination__link-title--decorated'
  const title = html`<span class="${classNames('govuk-pagination__link-title', decorated)}">${text}</span>`
  const label =
    isBlock &&
    to.labelText !== undefined &&
    html` <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${to.labelText}</span>`
  const before = (isBlock || way === 'prev') && icons[way]
  const after = !isBlock && way === 'next' && icons[way]
  return html`<div class="govuk-pagination__${way}"><a${attributes(all)}>${before}${title}${label}${after}</a></div>`
}

const pageItem = (item: PageItem): Html => {
  if ('ellipsis' in item) {
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`
  }
  const current = item.current === true
  const all = {
    class: 'govuk-link govuk-pagination__link',
    href: item.href,
    'aria-label': item.visuallyHiddenText ?? `Page ${item.number}`,
    'aria-current': current ? 'page' : null,
  }
  const names = classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')
  return html`<li class="${names}"><a${attributes(all)}>${item.number}</a></li>`
}

/** The ways through a list that is longer than a page. */
export const pagination = (options: PaginationOptions): Html => {
  const { previous, next, items } = options
  const isBlock = items === undefined && (previous !== undefined || next !== undefined)
  const all = {
    class: classNames('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes),
    'aria-label': options.landmarkLabel ?? 'Pagination',
    ...options.attributes,
  }
  return html`<nav${attributes(all)}>${previous && arrow('prev', previous, isBlock)}${
    items && html`<ul class="govuk-pagination__list">${items.map(pageItem)}</ul>`
  }${next && arrow('next', next, isBlock)}</nav>`
}
