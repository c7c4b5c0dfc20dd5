import { z } from 'zod'
import type { Match } from './match.ts'
import { matchesSchema } from './match.ts'
import { idSchema } from '../words.ts'

/**
 * What starts a clock (construct 1): the first, each or the latest of some events; the later of several;
 * another clock being met, or passing its limit (construct 12).
 */
export type Start =
  | {
      readonly kind: 'events'
      readonly which: 'first' | 'each' | 'latest'
      readonly any: readonly Match[]
      /** 2: the second such event is the start. */
      readonly nth: number
      /** The start is the event that completes so many occurrences (construct 9) ... */
      readonly times: number
      /** ... on at least so many different days. */
      readonly onDays: number
      /** For `latest`: a newer one takes the place only of one that agrees with it in this field. */
      readonly per: string | null
    }
  | { readonly kind: 'later-of'; readonly all: readonly (readonly Match[])[] }
  | { readonly kind: 'after'; readonly clock: string }
  | { readonly kind: 'limit-of'; readonly clock: string }

const occurrences = {
  nth: z.int().min(1).optional().describe('2: the second such event'),
  times: z.int().min(2).optional().describe('the event that completes so many of them'),
  'on-days': z.int().min(2).optional().describe('on at least so many different days'),
}

type Occurrences = {
  nth?: number | undefined
  times?: number | undefined
  'on-days'?: number | undefined
  per?: string | undefined
}

const events = (which: 'first' | 'each' | 'latest', any: readonly Match[], o: Occurrences): Start => ({
  kind: 'events',
  which,
  any,
  nth: o.nth ?? 1,
  times: o.times ?? 1,
  onDays: o['on-days'] ?? 1,
  per: o.per ?? null,
})

const keyed = z.union([
  z
    .strictObject({
      first: matchesSchema.describe('its first occurrence since the case began'),
      ...occurrences,
    })
    .transform((s) => events('first', s.first, s)),
  z
    .strictObject({ each: matchesSchema.describe('every one starts its own'), ...occurrences })
    .transform((s) => events('each', s.each, s)),
  z
    .strictObject({
      latest: matchesSchema.describe('a new one replaces the one before'),
      per: z.string().optional().describe('a field: it replaces only one that agrees with it in this'),
      ...occurrences,
    })
    .transform((s) => events('latest', s.latest, s)),
  z
    .strictObject({
      'later-of': z.array(matchesSchema).min(2).describe('when the last of them has happened'),
    })
    .transform((s): Start => ({ kind: 'later-of', all: s['later-of'] })),
  z
    .strictObject({ after: idSchema.describe('when this clock is met') })
    .transform((s): Start => ({ kind: 'after', clock: s.after })),
  z
    .strictObject({ 'limit-of': idSchema.describe('when this clock passes its limit unmet') })
    .transform((s): Start => ({ kind: 'limit-of', clock: s['limit-of'] })),
])

const startWords =
  'an event, or one of { first: event }, { each: event }, { latest: event }, { later-of: [events] }, ' +
  '{ after: clock }, { limit-of: clock }'

/** A start as written: an event (its first occurrence), or one of the keys. */
export const startSchema = z
  .union([matchesSchema.transform((any) => events('first', any, {})), keyed], startWords)
  .describe(startWords)
