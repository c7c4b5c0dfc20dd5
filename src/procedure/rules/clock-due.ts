import { z } from 'zod'
import type { Duration, Unit } from './duration.ts'
import { countsHours, roughLength } from './duration.ts'
import { durationSchema, idSchema } from '../words.ts'
import { matchesSchema } from './match.ts'
import type { Match } from './match.ts'

/** A length of time, written in the procedure or agreed in the case and read from the start event. */
export type Period =
  | { readonly kind: 'fixed'; readonly duration: Duration }
  | {
      readonly kind: 'agreed'
      readonly field: string
      readonly unit: Unit
      readonly otherwise: Duration | null
    }

/** A place in an order of events (construct 6): the second meeting, the last but one. */
export type Place = {
  readonly which: number | 'penultimate' | 'final'
  readonly of: readonly Match[]
  /** The events that fix the date of one to come, in their field `date`. */
  readonly plannedBy: readonly Match[]
}

/** When a clock is due. Every part may be absent; what is there is combined, the earliest limit deciding. */
export type Due = {
  readonly within: Period | null
  readonly aim: Period | null
  readonly earliest: Duration | null
  /** An aim that is never a breach: "about", "usually". */
  readonly about: Duration | null
  /** Backwards, or forwards, from a date in the start event. */
  readonly fromDate: {
    readonly field: string
    readonly by: Duration | null
    readonly way: 'before' | 'after'
  } | null
  readonly slot: { readonly slot: string; readonly nth: number } | null
  readonly order: (Place & { readonly how: 'before' | 'at' }) | null
  readonly quota: { readonly atLeast: number; readonly in: Duration } | null
  /** A limit of its own that the count of the start, and rolling, may change. */
  readonly startDay: 0 | 1 | null
  readonly roll: 'none' | 'next working day' | null
  readonly soon: Duration | null
}

const periodSchema = z.union(
  [
    durationSchema.transform((duration): Period => ({ kind: 'fixed', duration })),
    z
      .strictObject({
        agreed: z.string().describe('the field of the start event that says how many'),
        in: z.enum(['days', 'working days', 'weeks', 'months']).describe('what the number counts'),
        otherwise: durationSchema.optional().describe('when the event does not say'),
      })
      .transform(
        (p): Period => ({ kind: 'agreed', field: p.agreed, unit: p.in, otherwise: p.otherwise ?? null }),
      ),
  ],
  'a length of time, such as "7 working days", or { agreed: field, in: weeks, otherwise: 12 weeks }',
)

const which = z.union([z.int().min(1), z.enum(['penultimate', 'final'])], 'a number, penultimate or final')

const placeSchema = z
  .strictObject({
    number: which.describe('2: the second; or penultimate, or final'),
    of: matchesSchema.describe('the events that are counted'),
    'planned-by': matchesSchema.optional().describe('the events that fix its date, in their field "date"'),
  })
  .transform((p): Place => ({ which: p.number, of: p.of, plannedBy: p['planned-by'] ?? [] }))

const fromDateSchema = z.strictObject({
  date: z.string().describe('the field of the start event that holds the date'),
  by: durationSchema.optional().describe('how long before, or after, that date'),
})

export const dueKeys = {
  within: periodSchema.optional().describe('the limit: overdue begins after it'),
  aim: periodSchema.optional().describe('the target inside the limit'),
  earliest: durationSchema.optional().describe('not before'),
  about: durationSchema.optional().describe('an aim that is never a breach'),
  'ahead-of': fromDateSchema.optional().describe('so long before a date in the start event'),
  'on-date': fromDateSchema.optional().describe('a date in the start event, or so long after it'),
  slot: z
    .union(
      [
        idSchema.transform((slot) => ({ slot, nth: 1 })),
        z
          .strictObject({ of: idSchema.describe('the slot'), nth: z.int().min(1).describe('2: the second') })
          .transform((s) => ({ slot: s.of, nth: s.nth })),
      ],
      'a slot, or { of: slot, nth: 2 }',
    )
    .optional()
    .describe('the next fixed slot on or after the start'),
  'before-the': placeSchema.optional().describe('by order: before the second meeting'),
  'at-the': placeSchema.optional().describe('by order: at the last meeting but one'),
  quota: z
    .strictObject({
      'at-least': z.int().min(1).describe('how many'),
      in: durationSchema.describe('how long the window is'),
    })
    .optional()
    .describe('at least so many in any window of so long'),
  'no-limit': z.literal(true).optional().describe('a step that is only shown'),
  'start-day': z
    .literal([0, 1])
    .optional()
    .describe('1 counts the day of the start as day 1; 0 begins the day after'),
  roll: z
    .enum(['none', 'next working day'])
    .optional()
    .describe('whether a calendar due date moves off a weekend or holiday'),
  'due-soon': durationSchema.optional().describe('how long before it is due it counts as due soon'),
}

const limits = [
  'within',
  'about',
  'ahead-of',
  'on-date',
  'slot',
  'before-the',
  'at-the',
  'quota',
  'no-limit',
] as const

type Read = { [K in keyof typeof dueKeys]?: z.output<(typeof dueKeys)[K]> }

const fixed = (period: Period | undefined): Duration | null =>
  period?.kind === 'fixed' ? period.duration : null

/** The limits that a clock has beyond the one that it may have, and an aim that no limit is counted with. */
const tooMany = (read: Read): readonly (readonly [string, keyof Read])[] => {
  const said = limits.filter((key) => key !== 'no-limit' && read[key] !== undefined)
  const [one, other] = said
  const byOrder = said.length === 2 && one === 'within' && (other === 'before-the' || other === 'at-the')
  if (one !== undefined && other !== undefined && !byOrder)
    return [
      [
        `is a second limit beside "${one}": keep one of them. Only before-the or at-the may stand beside within, and the earlier then counts`,
        other,
      ],
    ]
  return read.aim !== undefined && one !== undefined && one !== 'within'
    ? [[`stands beside "${one}", and goes only with "within"`, 'aim']]
    : []
}

const complaintsOf = (read: Read): readonly (readonly [string, keyof Read])[] => {
  const within = fixed(read.within)
  const aim = fixed(read.aim)
  return [
    ...(limits.every((key) => read[key] === undefined)
      ? [[`needs a limit: one of ${limits.join(', ')}`, 'within'] as const]
      : []),
    ...(read['no-limit'] && limits.some((key) => key !== 'no-limit' && read[key] !== undefined)
      ? [['says no-limit beside a limit', 'no-limit'] as const]
      : []),
    ...tooMany(read),
    ...(within !== null && aim !== null && roughLength(aim) > roughLength(within)
      ? [['aims later than its limit', 'aim'] as const]
      : []),
    ...(within !== null && read.earliest != null && roughLength(read.earliest) > roughLength(within)
      ? [['may begin only after its limit', 'earliest'] as const]
      : []),
    ...(within !== null && aim !== null && countsHours(aim) !== countsHours(within)
      ? [['counts hours in one place and days in the other', 'aim'] as const]
      : []),
    ...(within !== null && read.earliest != null && countsHours(read.earliest) !== countsHours(within)
      ? [['counts hours in one place and days in the other', 'earliest'] as const]
      : []),
    ...(['ahead-of', 'on-date'] as const)
      .filter((key) => read[key]?.by !== undefined && countsHours(read[key].by))
      .map((key) => ['counts hours from a date, which has none: count days or weeks', key] as const),
    ...(read.quota != null && countsHours(read.quota.in)
      ? [['counts hours: a window is so many days, weeks or months', 'quota'] as const]
      : []),
  ]
}

/** The parts of a due date as written, put together; what does not go together is complained of. */
export const dueFrom = (read: Read, complain: (message: string, key: string) => void): Due => {
  for (const [message, key] of complaintsOf(read)) complain(message, key)
  const ahead = read['ahead-of']
  const on = read['on-date']
  const before = read['before-the']
  const at = read['at-the']
  return {
    within: read.within ?? null,
    aim: read.aim ?? null,
    earliest: read.earliest ?? null,
    about: read.about ?? null,
    fromDate: ahead
      ? { field: ahead.date, by: ahead.by ?? null, way: 'before' }
      : on
        ? { field: on.date, by: on.by ?? null, way: 'after' }
        : null,
    slot: read.slot ?? null,
    order: before ? { ...before, how: 'before' } : at ? { ...at, how: 'at' } : null,
    quota: read.quota ? { atLeast: read.quota['at-least'], in: read.quota.in } : null,
    startDay: read['start-day'] ?? null,
    roll: read.roll ?? null,
    soon: read['due-soon'] ?? null,
  }
}
