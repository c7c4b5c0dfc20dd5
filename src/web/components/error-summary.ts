import { isSaid } from './form-group.ts'
import { attributes, classNames, html } from './html.ts'
import type { Attributes, Common, Html, Part } from './html.ts'

export type ErrorSummaryOptions = Common & {
  readonly titleText?: Part
  readonly descriptionText?: Part
  readonly errorList?:
    | readonly {
        readonly text: Part
        readonly href?: string | undefined
        readonly attributes?: Attributes | undefined
      }[]
    | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** All that is wrong on a page, at its top, each leading to its control. */
export const errorSummary = (options: ErrorSummaryOptions): Html => {
  const { titleText = 'There is a problem', descriptionText, errorList = [] } = options
  const all = {
    class: classNames('govuk-error-summary', options.classes),
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
    ...options.attributes,
    'data-module': 'govuk-error-summary',
  }
  const items = errorList.map(({ text, href, attributes: more }) =>
    href === undefined
      ? html`<li>${text}</li>`
      : html`<li><a${attributes({ href, ...more })}>${text}</a></li>`,
  )
  return html`<div${attributes(all)}><div role="alert"><h2 class="govuk-error-summary__title">${titleText}</h2>
<div class="govuk-error-summary__body">${isSaid(descriptionText) && html`<p>${descriptionText}</p>`}${
    items.length > 0 && html`<ul class="govuk-list govuk-error-summary__list">${items}</ul>`
  }</div></div></div>`
}
