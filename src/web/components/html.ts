import { html as tagged, raw } from 'hono/html'
import { escapeToBuffer } from 'hono/utils/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup that has been made by `html`: everything in it that came from people is escaped. */
export type Html = HtmlEscapedString

/** What may stand in a template. Text is escaped; null, undefined and booleans leave nothing behind. */
export type Part = string | number | boolean | null | undefined | readonly Part[]

/** Makes markup from a template. Each part is escaped unless `html` made it. */
export const html = tagged as (strings: TemplateStringsArray, ...parts: readonly Part[]) => Html

/** Markup that is written in this project, never anything from a person, a record or a request. */
export const trusted = (markup: string): Html => raw(markup)

/** True leaves the bare name; false, null and undefined leave nothing. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Attributes with a space before each. Names are ours; values are escaped. */
export const attributes = (all: Attributes | undefined): Part => {
  if (all === undefined) return null
  // Written out by hand, since every component comes through here: half the time of a template for each.
  const written: [string] = ['']
  for (const name in all) {
    const value = all[name]
    if (value === undefined || value === null || value === false) continue
    written[0] += ` ${name}`
    if (value === true) continue
    written[0] += '="'
    escapeToBuffer(String(value), written)
    written[0] += '"'
  }
  return trusted(written[0])
}

/** Class names in one attribute's value. */
export const classNames = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** What every component takes beside its own options. */
export type Common = {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
