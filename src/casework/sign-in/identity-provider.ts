import type { Subject } from './kept-sign-in.ts'

/** What the browser keeps while its person is at the provider: with it the answer is held against the question. */
export type Asked = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Somebody as the provider says they are. */
export type Claims = Subject & {
  /** An address of email that the provider vouches for; null where it gives none, or vouches for none. */
  readonly email: string | null
}

/** What came back from the provider. Refused: it does not belong to the question, was made up, or the person gave up. */
export type Finished =
  | { readonly kind: 'known'; readonly claims: Claims }
  | { readonly kind: 'refused'; readonly why: string }

/** Signing in with an account of somewhere else, by OpenID Connect. */
export type IdentityProvider = {
  /** What the button says: `Sign in with your council account`. */
  readonly label: string
  /** Where to send the browser, and what it keeps until it comes back. */
  readonly begin: () => Promise<{ readonly url: string; readonly asked: Asked }>
  /**
   * Who has come back.
   *
   * @param query what the provider put on the address that it sent the browser to
   * @throws where the provider cannot be reached
   */
  readonly finish: (query: string, asked: Asked) => Promise<Finished>
}
