import type { Instant } from '#calendar/instant.ts'
import type { Changing } from '../ports.ts'
import type { LinkKind } from './kept-sign-in.ts'
import type { LinkDeps } from './sign-in-deps.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How long each link works, in milliseconds. */
export const worksFor: Readonly<Record<LinkKind, number>> = {
  invitation: 7 * day,
  password: 60 * minute,
  'half-way': 10 * minute,
}

/** The authority's id without its dashes, then what nobody can guess: a token says where to look. */
const tokenForm = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[\w-]{43}$/

/** The authority that a token is of; null for what is no token. */
export const authorityOfToken = (token: string): string | null =>
  tokenForm.exec(token)?.slice(1).join('-') ?? null

/** Makes a link for a user; all that they had before stop working. */
export const makeLink = async (
  { secrets, clock }: Pick<LinkDeps, 'secrets' | 'clock'>,
  store: Changing,
  authority: string,
  user: string,
  kind: LinkKind,
): Promise<{ readonly token: string; readonly until: Instant }> => {
  const token = `${authority.replaceAll('-', '')}${secrets.newToken()}`
  const now = clock.now()
  const until = (now + worksFor[kind]) as Instant
  if (kind !== 'half-way') await store.dropLinks(user)
  await store.keepLink({ digest: secrets.digestOf(token), user, kind, until }, now)
  return { token, until }
}
