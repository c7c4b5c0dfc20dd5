import type { Deps } from '../deps.ts'
import type { Sessions } from './sessions.ts'
import type { Secrets } from './secrets.ts'

/** What making a way in uses. */
export type LinkDeps = Deps & {
  readonly secrets: Secrets
  /** The address at which a person opens a link with this token. */
  readonly linkTo: (token: string) => string
  /** Where people sign in by work accounts alone: then nobody needs a link. Null where they have passwords. */
  readonly workAccountsAt: string | null
}

/** What signing in uses. */
export type SignInDeps = LinkDeps & { readonly sessions: Sessions }
