import { attributes, html } from './html.ts'
import type { Html, Part } from './html.ts'

export type SubNavigationOptions = {
  readonly label: string
  readonly items: readonly {
    readonly text: Part
    readonly href: string
    readonly current?: boolean | undefined
  }[]
}

/** The pages of one part of the service, side by side, as in the Ministry of Justice's design system. */
export const subNavigation = ({ label, items }: SubNavigationOptions): Html => {
  const item = ({ text, href, current = false }: SubNavigationOptions['items'][number]): Html => {
    const here = { 'aria-current': current ? 'page' : null, href }
    return html`<li class="moj-sub-navigation__item"><a class="moj-sub-navigation__link"${attributes(here)}>${text}</a></li>`
  }
  return html`<nav class="moj-sub-navigation" aria-label="${label}"><ul class="moj-sub-navigation__list">${items.map(item)}</ul></nav>`
}
