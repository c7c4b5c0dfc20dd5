import type { Instant } from '#calendar/instant.ts'

/** Stands between a page's own key and what says which contents were sent; no key of a page holds it. */
const mark = '~'

/** What of a request is known again: the page that it was sent from and, where it says so, which contents it had. */
export type RequestKey = { readonly page: string; readonly contents: string | null }

/** The key of one sending of a page: the same page with the same contents is the same request. */
export const keyOfRequest = ({ page, contents }: RequestKey): string =>
  contents === null ? page : `${page}${mark}${contents}`

export const partsOfKey = (key: string): RequestKey => {
  const at = key.indexOf(mark)
  return at === -1 ? { page: key, contents: null } : { page: key.slice(0, at), contents: key.slice(at + 1) }
}

/** The page that a request was sent from. */
export const pageOfKey = (key: string): string => partsOfKey(key).page

/** What a request led to, and when. */
export type Answered = { readonly result: string; readonly contents: string | null; readonly at: Instant }

/** Thrown where a page is sent again after its contents were changed: what it held before is on record, this is not. */
export class SentOtherwise extends Error {
  readonly answered: Answered
  constructor(answered: Answered) {
    super('This page was sent before with other contents.')
    this.name = 'SentOtherwise'
    this.answered = answered
  }
}

/**
 * What the first sending of a page led to, for the second: the click was double, or the first answer was lost on its way.
 *
 * @throws SentOtherwise where the second is not the same
 */
export const answeredBefore = (answered: Answered | null, key: string): string | null => {
  if (answered === null) return null
  const { contents } = partsOfKey(key)
  if (contents !== null && answered.contents !== null && contents !== answered.contents)
    throw new SentOtherwise(answered)
  return answered.result
}
