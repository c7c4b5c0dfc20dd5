import { z } from 'zod'
import type { FieldTest, Match } from './match.ts'
import { matchSchema, namesSchema, whereSchema } from './match.ts'

/**
 * What has to be so for a rule to apply, or for a gate to open. Read against the history up to a moment,
 * for the person or the case that the rule is about (construct 8).
 */
export type Condition =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] }
  | { readonly kind: 'recorded'; readonly match: Match }
  | { readonly kind: 'count'; readonly match: Match; readonly atLeast: number; readonly atMost: number }
  | { readonly kind: 'latest' | 'first'; readonly of: readonly string[]; readonly is: Match }
  | {
      readonly kind: 'age'
      readonly atLeast: number
      readonly under: number
      readonly of: 'subject' | 'concerned'
    }
  | { readonly kind: 'people'; readonly role: readonly string[]; readonly atLeast: number }
  | { readonly kind: 'person'; readonly role: readonly string[]; readonly of: 'subject' | 'concerned' }
  | { readonly kind: 'this'; readonly where: readonly FieldTest[]; readonly by: readonly string[] }
  | { readonly kind: 'in-slot'; readonly slot: string }

/** Keys of a condition as written; several in one place must all be so. */
export type ConditionInput = {
  recorded?: z.input<typeof matchSchema> | undefined
  'not-recorded'?: z.input<typeof matchSchema> | undefined
  count?: z.input<typeof countSchema> | undefined
  latest?: z.input<typeof latestSchema> | undefined
  first?: z.input<typeof latestSchema> | undefined
  age?: z.input<typeof ageSchema> | undefined
  people?: z.input<typeof peopleSchema> | undefined
  person?: z.input<typeof personSchema> | undefined
  this?: z.input<typeof whereSchema> | undefined
  'by-role'?: z.input<typeof namesSchema> | undefined
  'in-slot'?: string | undefined
  all?: ConditionInput[] | undefined
  any?: ConditionInput[] | undefined
  none?: ConditionInput[] | undefined
}

const countSchema = z.strictObject({
  of: matchSchema.describe('the events that are counted'),
  'at-least': z.int().min(0).optional().describe('no fewer than'),
  'at-most': z.int().min(0).optional().describe('no more than'),
})
const latestSchema = z.strictObject({
  of: namesSchema.describe('the events among which it is looked for'),
  is: matchSchema.describe('what it has to be'),
})
const ageSchema = z.strictObject({
  'at-least': z.int().optional().describe('years of age, no fewer than'),
  under: z.int().optional().describe('years of age, fewer than'),
  of: z
    .enum(['subject', 'concerned'])
    .optional()
    .describe('the person whom the rule is about, or those whom the event concerns'),
})
const peopleSchema = z.strictObject({
  role: namesSchema.describe('roles of people in the case, such as child or professional'),
  'at-least': z.int().min(1).describe('no fewer than'),
})

const personSchema = z.strictObject({
  role: namesSchema.describe('one of these roles in the case'),
  of: z
    .enum(['subject', 'concerned'])
    .optional()
    .describe('the person the rule is about, or whom the event concerns'),
})

/** The keys that say a condition, to be spread into any rule or requirement that carries one. */
export const conditionKeys = {
  recorded: matchSchema.optional().describe('an event that is on record'),
  'not-recorded': matchSchema.optional().describe('an event that is not on record'),
  count: countSchema.optional().describe('how many of an event are on record'),
  latest: latestSchema.optional().describe('what the latest of several events has to be'),
  first: latestSchema.optional().describe('what the first of several events has to be'),
  age: ageSchema.optional().describe("a person's age on the day"),
  people: peopleSchema.optional().describe('how many people of a role are in the case'),
  person: personSchema.optional().describe('which role a person has in the case'),
  this: whereSchema.optional().describe('what the event itself has to say'),
  'by-role': namesSchema.optional().describe('who may record the event itself'),
  'in-slot': z.string().optional().describe('a fixed slot in which the event itself has to take place'),
  get all(): z.ZodOptional<z.ZodArray<z.ZodType<Condition, ConditionInput>>> {
    return z.array(conditionSchema).min(1).optional().describe('all of these have to be so')
  },
  get any(): z.ZodOptional<z.ZodArray<z.ZodType<Condition, ConditionInput>>> {
    return z.array(conditionSchema).min(1).optional().describe('any of these has to be so')
  },
  get none(): z.ZodOptional<z.ZodArray<z.ZodType<Condition, ConditionInput>>> {
    return z.array(conditionSchema).min(1).optional().describe('none of these may be so')
  },
}

type Read = { [K in keyof typeof conditionKeys]?: z.output<(typeof conditionKeys)[K]> }

const parts: { readonly [K in keyof Read]-?: (value: NonNullable<Read[K]>) => Condition } = {
  recorded: (match) => ({ kind: 'recorded', match }),
  'not-recorded': (match) => ({ kind: 'none', of: [{ kind: 'recorded', match }] }),
  count: (c) => ({
    kind: 'count',
    match: c.of,
    atLeast: c['at-least'] ?? 0,
    atMost: c['at-most'] ?? Number.POSITIVE_INFINITY,
  }),
  latest: ({ of, is }) => ({ kind: 'latest', of, is }),
  first: ({ of, is }) => ({ kind: 'first', of, is }),
  age: (a) => ({
    kind: 'age',
    atLeast: a['at-least'] ?? 0,
    under: a.under ?? Number.POSITIVE_INFINITY,
    of: a.of ?? 'subject',
  }),
  person: (p) => ({ kind: 'person', role: p.role, of: p.of ?? 'subject' }),
  people: (p) => ({ kind: 'people', role: p.role, atLeast: p['at-least'] }),
  this: (where) => ({ kind: 'this', where, by: [] }),
  'by-role': (by) => ({ kind: 'this', where: [], by }),
  'in-slot': (slot) => ({ kind: 'in-slot', slot }),
  all: (of) => ({ kind: 'all', of }),
  any: (of) => ({ kind: 'any', of }),
  none: (of) => ({ kind: 'none', of }),
}

/** The condition that the given keys say together; null when they say none. */
export const conditionFrom = (read: Read): Condition | null => {
  const of = (Object.keys(parts) as (keyof Read)[]).flatMap((key) => {
    const value = read[key]
    return value === undefined ? [] : [(parts[key] as (v: unknown) => Condition)(value)]
  })
  return of.length > 1 ? { kind: 'all', of } : (of[0] ?? null)
}

/** A condition: one or more of the keys; all of them have to be so. */
export const conditionSchema: z.ZodType<Condition, ConditionInput> = z
  .strictObject(conditionKeys)
  .transform((read, context): Condition => {
    const condition = conditionFrom(read)
    if (condition !== null) return condition
    context.addIssue({ code: 'custom', message: 'says no condition' })
    return z.NEVER
  })
  .meta({ id: 'condition', description: 'what has to be so; several keys in one place must all be so' })
