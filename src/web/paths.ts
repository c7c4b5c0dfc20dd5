/** Every address of the service, named once. No address holds anything about a person but an id. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  /** Asked by the script to stay signed in. */
  session: '/session',
  draft: (form: string): string => `/drafts/${encodeURIComponent(form)}`,
  discardDraft: (form: string): string => `/drafts/${encodeURIComponent(form)}/discard`,
  myWork: '/my-work',
  referrals: '/referrals',
  families: '/families',
  team: '/team',
  procedure: '/procedure',
  health: '/health',
  ready: '/ready',
} as const

/** The same for routes, with the names of what varies. */
export const patterns = { draft: '/drafts/:form', discardDraft: '/drafts/:form/discard' } as const

/** A path of this service that a request names as the place to go on to; undefined for anything else. */
export const ownPath = (text: unknown): string | undefined =>
  typeof text === 'string' && text.length <= 300 && /^\/(?![/\\])[\w\-./?=&%:]*$/.test(text)
    ? text
    : undefined

/** `path` with a query; what is undefined is left out. */
export const withQuery = (path: string, query: Readonly<Record<string, string | undefined>>): string => {
  const said = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined)
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`
}
