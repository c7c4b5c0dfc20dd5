import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Instant } from '#calendar/instant.ts'
import { pageKey } from '#casework/recording/page-key.ts'
import type { Draft } from '#casework/ports.ts'
import { keyOfRequest } from '#casework/recording/request-key.ts'
import { ownPath } from '../paths.ts'

/** What a person typed, by the names of the controls. */
export type Typed = Draft['values']

/** A form as it was sent: what was typed, and what the page had put beside it. */
export type Sent = {
  readonly typed: Typed
  /** The same for every sending of one page with the same contents, so that it is recorded once. */
  readonly key: string
  /** The name of its draft; null for a form that keeps none. */
  readonly form: string | null
  /** The revision of the case that the person saw. */
  readonly revision: number | null
  /** The page that the form stood on; undefined where it is none of ours. */
  readonly page: string | undefined
  /** The token that shows that the form is ours; empty without one. */
  readonly csrf: string
}

/** What draws itself as a draft's name: the page, and what it is about. */
const formName = /^[a-z][a-z-]{0,60}(?::[\w-]{1,64}){0,4}$/

export const isFormName = (text: unknown): text is string => typeof text === 'string' && formName.test(text)

/** A key for a page that is opened now. */
export const newKey = (now: Instant): string => pageKey(now, randomBytes(10))

/** Says which answers were given, whatever their order; with it a page that was changed is told from one sent twice. */
const contentsOf = (typed: Typed): string => {
  const answers = Object.entries(typed).map(([name, value]) => [name, value].flat())
  const text = JSON.stringify(answers.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)))
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

/** Without what no record can hold: it comes along when something is copied out of a broken file. */
const tidy = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed()

const typedIn = (body: Readonly<Record<string, unknown>>): Typed => {
  const all: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('_')) continue
    if (typeof value === 'string') all[name] = tidy(value)
    else if (Array.isArray(value)) all[name] = value.filter((one) => typeof one === 'string').map(tidy)
  }
  return all
}

type Body = Readonly<Record<string, unknown>>

/** What stands in the body of a request is asked for at several places on its way. */
const known = new WeakMap<Body, Sent>()

/** Reads the body of a POST. Whatever is missing or strange in what the page itself had put there is left out. */
export const sentIn = (body: unknown): Sent => {
  const all = (typeof body === 'object' && body !== null ? body : {}) as Body
  const before = known.get(all)
  if (before !== undefined) return before
  const sent = readBody(all)
  known.set(all, sent)
  return sent
}

const readBody = (all: Body): Sent => {
  const { _key: key, _form: form, _revision: revision, _page: page, _csrf: csrf } = all
  const typed = typedIn(all)
  const opened = typeof key === 'string' && /^[\w-]{16,64}$/.test(key) ? key : randomUUID()
  return {
    typed,
    key: keyOfRequest({ page: opened, contents: contentsOf(typed) }),
    form: isFormName(form) ? form : null,
    revision: typeof revision === 'string' && /^\d{1,9}$/.test(revision) ? Number(revision) : null,
    page: ownPath(page),
    csrf: typeof csrf === 'string' ? csrf : '',
  }
}
