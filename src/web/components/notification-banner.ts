import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type NotificationBannerOptions = Common & {
  /** One sentence, shown large. */
  readonly text?: string | undefined
  /** More than a sentence, in place of `text`. */
  readonly content?: Html | undefined
  readonly type?: 'success' | undefined
  readonly titleText?: Part
  readonly titleId?: string | undefined
  readonly role?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
}

/** What has just happened, or what one should know before going on. */
export const notificationBanner = (options: NotificationBannerOptions): Html => {
  const isSuccess = options.type === 'success'
  const titleId = options.titleId ?? 'govuk-notification-banner-title'
  const all = {
    class: classNames(
      'govuk-notification-banner',
      isSuccess && 'govuk-notification-banner--success',
      options.classes,
    ),
    role: options.role ?? (isSuccess ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
    ...options.attributes,
  }
  const title = options.titleText ?? (isSuccess ? 'Success' : 'Important')
  const body = options.content ?? html`<p class="govuk-notification-banner__heading">${options.text}</p>`
  return html`<div${attributes(all)}><div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="${titleId}">${title}</h2></div>
<div class="govuk-notification-banner__content">${body}</div></div>`
}
