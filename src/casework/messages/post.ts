import type { Deps } from '../deps.ts'

/** A message as it is mailed: plain text to one address. */
export type Letter = {
  /** The same at every try, so that mail systems can tell one that came twice. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * What became of a letter. Refused: it is not taken for this address, and trying again would change nothing. Not now: it may
 * be taken later.
 */
export type Carried =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'not-now'; readonly why: string }

/** Carries letters out of the service, one at a time each; the room post implements it. Never rejects. */
export type Post = {
  readonly carry: (letter: Letter) => Promise<Carried>
  readonly close: () => void
}

/** Addresses in the browser that messages lead to. They hold nothing about a person but an id. */
export type Links = {
  readonly myWork: string
  readonly family: (caseId: string) => string
}

/** What a worker needs beside what casework always needs; `post` is null where the installation has no mail. */
export type PostDeps = Deps & { readonly post: Post | null; readonly links: Links }
