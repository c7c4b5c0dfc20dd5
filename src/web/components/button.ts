import { attributes, classNames, html, trusted } from './html.ts'
import type { Common, Html, Part } from './html.ts'

export type ButtonOptions = Common & {
  readonly text: Part
  /** Makes it a link that looks like a button. */
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
}

const startIcon = trusted(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
)

/** A button; one main button a page, further ones with the class `govuk-button--secondary` or `--warning`. */
export const button = (options: ButtonOptions): Html => {
  const { text, href, isStartButton = false } = options
  const all = {
    class: classNames('govuk-button', options.classes, isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...options.attributes,
    id: options.id,
  }
  const inside = html`${isStartButton && typeof text === 'object' ? html`<span>${text}</span>` : text}${isStartButton && startIcon}`
  if (href !== undefined) {
    return html`<a${attributes({ href, role: 'button', draggable: 'false', ...all })}>${inside}</a>`
  }
  const own = {
    type: options.type ?? 'submit',
    value: options.value,
    name: options.name,
    disabled: options.disabled,
    'aria-disabled': options.disabled === true ? 'true' : null,
    'data-prevent-double-click': options.preventDoubleClick?.toString(),
  }
  return html`<button${attributes({ ...own, ...all })}>${inside}</button>`
}

/** Buttons side by side. */
export const buttonGroup = (...buttons: readonly Part[]): Html =>
  html`<div class="govuk-button-group">${buttons}</div>`
