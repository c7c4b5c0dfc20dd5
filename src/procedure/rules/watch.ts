import { z } from 'zod'
import type { Duration } from './duration.ts'
import type { Match } from './match.ts'
import { matchesSchema } from './match.ts'
import { durationSchema, idSchema, textSchema } from '../words.ts'

/** Something kept in view: who was last seen, how long a thing lasts, how often it has happened. */
export type Watch = {
  readonly kind: 'watch'
  readonly id: string
  readonly clause: string
  readonly title: string
  readonly scope: 'case' | 'each child' | 'each member'
  readonly of: WatchOf
}

export type WatchOf =
  /** When it last happened, and last alone (construct: watches). */
  | { readonly kind: 'last'; readonly any: readonly Match[] }
  /** How long something lasts, with the lengths worth marking (construct 13). */
  | {
      readonly kind: 'length'
      readonly since: readonly Match[]
      readonly until: readonly Match[]
      readonly marks: readonly Duration[]
    }
  /** How often something has happened, and the number worth marking. */
  | { readonly kind: 'count'; readonly any: readonly Match[]; readonly reaches: number }

const base = {
  watch: idSchema.describe('the watch’s id, kebab-case'),
  title: textSchema.describe('what is kept in view'),
  for: z.enum(['case', 'each child', 'each member']).optional().describe('for whom; the case unless said'),
}

const from = (
  read: { watch: string; title: string; for?: Watch['scope'] | undefined },
  of: WatchOf,
): Omit<Watch, 'clause'> => ({
  kind: 'watch',
  id: read.watch,
  title: read.title,
  scope: read.for ?? 'case',
  of,
})

/** A watch as it is written under its clause. */
export const watchSchema = z.union([
  z
    .strictObject({ ...base, last: matchesSchema.describe('when it last happened, and last alone') })
    .transform((read) => from(read, { kind: 'last', any: read.last })),
  z
    .strictObject({
      ...base,
      since: matchesSchema.describe('how long since these events'),
      until: matchesSchema.optional().describe('the events with which it ends'),
      marks: z.array(durationSchema).min(1).describe('the lengths of time worth marking'),
    })
    .transform((read) =>
      from(read, { kind: 'length', since: read.since, until: read.until ?? [], marks: read.marks }),
    ),
  z
    .strictObject({
      ...base,
      count: matchesSchema.describe('how often these events have happened'),
      reaches: z.int().min(1).describe('the number worth marking'),
    })
    .transform((read) => from(read, { kind: 'count', any: read.count, reaches: read.reaches })),
])
