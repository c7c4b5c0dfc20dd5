import type { LookingAtSignIn } from './kept-sign-in.ts'
import type { Looking, User } from '../ports.ts'
import { authorityOfToken } from './make-link.ts'
import type { LinkDeps } from './sign-in-deps.ts'

/** What a link that was opened is for. */
export type LinkSeen = {
  readonly kind: 'invitation' | 'password'
  readonly user: Pick<User, 'user' | 'name' | 'email'>
  readonly authority: string
  readonly authorityName: string
  readonly digest: string
  /** What an app for codes has to be told, once an invited person has chosen a password. */
  readonly codeSecret: string | null
  readonly passwordHash: string | null
}

/** The link behind a token; null where it is none, was used, or its time is over. */
export const linkIn = async (
  deps: Pick<LinkDeps, 'secrets' | 'clock'>,
  store: Looking & LookingAtSignIn,
  token: string,
): Promise<LinkSeen | null> => {
  const digest = deps.secrets.digestOf(token)
  const link = await store.link(digest)
  if (link === null || link.kind === 'half-way' || link.used || link.until <= deps.clock.now()) return null
  const user = await store.user(link.user)
  if (user === null || !user.active) return null
  const { id, name } = await store.authority()
  const codeSecret = link.chosen === null ? null : deps.secrets.open(link.chosen.sealedCodeSecret)
  return {
    kind: link.kind,
    user: { user: user.user, name: user.name, email: user.email },
    authority: id,
    authorityName: name,
    digest,
    codeSecret,
    passwordHash: codeSecret === null ? null : (link.chosen?.passwordHash ?? null),
  }
}

/** The same, for a page that is asked for. Looking uses nothing up: programs that read mail open links as well. */
export const lookAtLink = async (
  deps: Pick<LinkDeps, 'secrets' | 'clock' | 'store'>,
  token: string,
): Promise<LinkSeen | null> => {
  const authority = authorityOfToken(token)
  if (authority === null) return null
  const isThere = (await deps.store.authorities()).some(({ id }) => id === authority)
  return isThere ? deps.store.look(authority, (all) => linkIn(deps, all, token)) : null
}
