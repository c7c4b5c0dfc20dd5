import type { Instant } from '#calendar/instant.ts'
import type { Changing } from '../ports.ts'
import type { LinkDeps } from './sign-in-deps.ts'

const minute = 60_000

/** How often something may be tried, and how long until counting begins again, in milliseconds. */
const limits = {
  /** Wrong passwords for one address of email, whether or not it is anybody's. */
  password: { most: 5, forLong: 15 * minute },
  /** Wrong codes, of either kind, for one user. */
  code: { most: 5, forLong: 15 * minute },
  /** Anything wrong from one place: a whole office may be behind it. */
  place: { most: 50, forLong: 15 * minute },
  /** Letters about a forgotten password to one address of email. */
  forgotten: { most: 3, forLong: 60 * minute },
  /** Requests for one from one place. */
  forgottenFrom: { most: 20, forLong: 60 * minute },
} as const

export type Limit = keyof typeof limits

/** What is counted, as the store knows it: whose it is cannot be read there. */
export const about = ({ secrets }: Pick<LinkDeps, 'secrets'>, limit: Limit, whose: string): string =>
  secrets.keyedDigestOf(`${limit} ${whose.trim().toLowerCase()}`)

/** Counts an attempt. Gives the moment until which it, and any other, is refused; null where it may be made. */
export const refusedUntil = async (
  deps: Pick<LinkDeps, 'secrets' | 'clock'>,
  store: Changing,
  limit: Limit,
  whose: string,
): Promise<Instant | null> => {
  const { most, forLong } = limits[limit]
  const { count, since } = await store.countAttempt(about(deps, limit, whose), deps.clock.now(), forLong)
  return count > most ? ((since + forLong) as Instant) : null
}

/** The later of two moments, where there is any. */
export const laterOf = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || b === null ? (a ?? b) : a > b ? a : b
