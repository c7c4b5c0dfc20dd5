import { z } from 'zod'
import { durationSchema, idSchema, textSchema } from '../words.ts'
import type { Condition } from './condition.ts'
import { conditionSchema } from './condition.ts'
import type { Duration } from './duration.ts'
import { countsHours } from './duration.ts'
import type { Match } from './match.ts'
import { matchesSchema, namesSchema } from './match.ts'
import type { Due } from './clock-due.ts'
import { dueFrom, dueKeys } from './clock-due.ts'
import type { Start } from './clock-start.ts'
import { startSchema } from './clock-start.ts'

/** For whom, or for what, a clock runs (construct 7). */
export type Scope =
  | 'case'
  | 'each child'
  | 'each member'
  | 'youngest child'
  | 'each meeting'
  | 'each event'
  | 'worker'

export const scopes = [
  'case',
  'each child',
  'each member',
  'youngest child',
  'each meeting',
  'each event',
  'worker',
] as const satisfies readonly Scope[]

/** What meets a clock. `counting` says which events count: later ones, the start itself too, or any in the episode. */
export type Met = {
  readonly kind: 'events'
  readonly any: readonly Match[]
  readonly all: readonly Match[]
  readonly times: number
  readonly counting: 'after' | 'from' | 'ever'
  /** Data fields in which the start and what meets it must agree (`number`: the minutes of that meeting). */
  readonly same: readonly string[]
}

/** While an event such as `waiting-list.joined` holds, the clock's time stands still or runs on (construct 11). */
export type Pause = {
  readonly from: readonly Match[]
  readonly until: readonly Match[]
  readonly time: 'stands still' | 'runs on'
}

export type Clock = {
  readonly kind: 'clock'
  readonly id: string
  readonly clause: string
  readonly title: string
  readonly step: string | null
  readonly owner: string
  readonly scope: Scope
  readonly start: Start
  /** Null: nothing on record can meet it; it is only shown. `written down`: the start event's own recording. */
  readonly met: Met | { readonly kind: 'written down' } | null
  readonly due: Due
  readonly opensAfter: Duration | null
  readonly when: Condition | null
  readonly until: readonly Match[]
  readonly excuse: readonly Match[]
  readonly pauses: readonly Pause[] | null
  readonly outlivesClosure: boolean
  readonly priority: boolean
}

const metObject = z.strictObject({
  by: matchesSchema.optional().describe('any of these meets it'),
  all: matchesSchema.optional().describe('all of these together meet it'),
  times: z.int().min(1).optional().describe('how often it has to happen'),
  counting: z
    .enum(['after', 'from', 'ever'])
    .optional()
    .describe(
      'after: only later events; from: the start itself too; ever: any since the case began or was last closed',
    ),
  same: namesSchema.optional().describe('fields in which the start and what meets it agree'),
})

type MetRead = z.output<typeof metObject>

const metFrom = (read: MetRead): Met => ({
  kind: 'events',
  any: read.by ?? [],
  all: read.all ?? [],
  times: read.times ?? 1,
  counting: read.counting ?? 'after',
  same: read.same ?? [],
})

const writtenDown = z.literal('written down').transform(() => ({ kind: 'written down' }) as const)

const metWords = 'what meets it: an event, { by, all, times, counting, same } or "written down"'

const metSchema = z
  .union(
    [writtenDown, metObject.transform(metFrom), matchesSchema.transform((by) => metFrom({ by }))],
    metWords,
  )
  .describe(metWords)

export const pauseSchema = z
  .strictObject({
    from: matchesSchema.describe('the events with which the pause begins'),
    until: matchesSchema.describe('the events with which it ends'),
    time: z.enum(['stands still', 'runs on']).describe('whether the clock’s time runs on meanwhile'),
  })
  .transform((pause): Pause => pause)

/** A clock as it is written under its clause. */
export const clockSchema = z
  .strictObject({
    clock: idSchema.describe('the rule’s id, kebab-case'),
    title: textSchema.describe('what has to be done, in a few words'),
    step: idSchema.optional().describe('the step of the procedure that it belongs to'),
    owner: idSchema.describe('the role that has to do it'),
    for: z.enum(scopes).optional().describe('for whom or for what it runs; the case unless said'),
    start: startSchema,
    met: metSchema.optional(),
    ...dueKeys,
    'opens-after': durationSchema.optional().describe('how long after the start it opens'),
    when: conditionSchema.optional().describe('has to be so at the start'),
    until: matchesSchema.optional().describe('an event after which it no longer applies'),
    excuse: matchesSchema.optional().describe('a recorded explanation in place of the deed'),
    pauses: z
      .union([z.literal('none'), z.array(pauseSchema).min(1)], 'none, or a list of { from, until, time }')
      .optional()
      .describe('when its time stands still, or runs on unseen; none: never'),
    'outlives-closure': z.boolean().optional().describe('goes on when the case closes'),
    priority: z.boolean().optional().describe('shown first'),
  })
  .transform((read, context): Omit<Clock, 'clause'> => {
    const complain = (message: string, key: string): void =>
      context.addIssue({ code: 'custom', message, path: [key] })
    const limit = read.within?.kind === 'fixed' ? read.within.duration : read.about
    const opens = read['opens-after']
    if (opens !== undefined && countsHours(opens) !== (limit !== undefined && countsHours(limit)))
      complain('counts hours in one place and days in the other', 'opens-after')
    return {
      kind: 'clock',
      id: read.clock,
      title: read.title,
      step: read.step ?? null,
      owner: read.owner,
      scope: read.for ?? 'case',
      start: read.start,
      met: read.met ?? null,
      due: dueFrom(read, complain),
      opensAfter: read['opens-after'] ?? null,
      when: read.when ?? null,
      until: read.until ?? [],
      excuse: read.excuse ?? [],
      pauses: read.pauses === 'none' ? [] : (read.pauses ?? null),
      outlivesClosure: read['outlives-closure'] ?? false,
      priority: read.priority ?? false,
    }
  })
