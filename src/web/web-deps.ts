import type { FastifyInstance } from 'fastify'
import type { SignIn } from '#casework/sign-in/sessions.ts'
import type { SignInDeps } from '#casework/sign-in/sign-in-deps.ts'

export type WebSettings = {
  /** Sign the cookies: the first signs, the others are still read. Each has 32 characters or more. */
  readonly cookieSecrets: readonly [string, ...string[]]
  /** Served over https, directly or through a proxy: cookies and browsers are told so. */
  readonly https: boolean
  /** How many proxies it is behind that say who asks: as many words of the last of them are believed, and no more. */
  readonly proxies: number
  /** After so many minutes without a request a person has to sign in again. */
  readonly idleMinutes: number
  /** And after so many hours in any case. */
  readonly longestHours: number
  /** Requests a minute from one signed-in person, or from one address where nobody is. */
  readonly requestsPerMinute: number
  readonly signInsPerMinute: number
  /** Searches for families a minute from one signed-in person: more than one types, fewer than a program would try. */
  readonly searchesPerMinute: number
}

/** Everything outside that the pages use, handed in by the app. */
export type WebDeps = SignInDeps & {
  readonly signIn: SignIn
  readonly settings: WebSettings
  /** Takes one line of JSON for each request and each failure; null for no log. */
  readonly log: { readonly write: (line: string) => void } | null
  /** Whether the service can do its work now, for whoever balances the load. */
  readonly isReady: () => Promise<boolean>
}

/** One page, or a few that belong together, putting their routes on the server. */
export type PageRoutes = (server: FastifyInstance, deps: WebDeps) => void
