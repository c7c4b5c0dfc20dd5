import { z } from 'zod'

export type Scalar = string | number | boolean

/** What a field of an event has to be for a rule to take notice of the event. */
export type FieldTest = { readonly path: readonly string[] } & (
  | { readonly kind: 'in'; readonly values: readonly Scalar[] }
  | { readonly kind: 'not-in'; readonly values: readonly Scalar[] }
  | { readonly kind: 'beyond'; readonly values: readonly Scalar[] }
  | { readonly kind: 'present'; readonly present: boolean }
  | { readonly kind: 'range'; readonly atLeast: number; readonly atMost: number }
)

/** Which events a rule means: their types, tests on their data, and the roles that recorded them. */
export type Match = {
  readonly events: readonly string[]
  readonly where: readonly FieldTest[]
  readonly by: readonly string[]
  /** Only events after the latest of these count, when there is one (`since: case.reopened`). */
  readonly since: readonly string[]
  /** In a condition: fields in which it agrees with the event at hand (`same: [of]`, the same supervision). */
  readonly same: readonly string[]
}

const scalar = z.union([z.string(), z.number(), z.boolean()], 'a word, a number, true or false')

const testWords =
  'a value, a list of values, { not: value }, { beyond: [values] }, { present: true } or ' +
  '{ at-least: n, at-most: n }'

const testSchema = z
  .union(
    [
      scalar,
      z.array(scalar).min(1),
      z.strictObject({
        not: z
          .union([scalar, z.array(scalar).min(1)], 'a value or a list of values')
          .describe('none of these values'),
      }),
      z.strictObject({
        beyond: z.array(scalar).min(1).describe('something that is none of these values'),
      }),
      z.strictObject({ present: z.boolean().describe('whether it is there at all') }),
      z.strictObject({
        'at-least': z.number().optional().describe('no less than'),
        'at-most': z.number().optional().describe('no more than'),
      }),
    ],
    testWords,
  )
  .meta({ id: 'test', description: testWords })

type TestInput = z.infer<typeof testSchema>

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T]

const fieldTest = (field: string, input: TestInput): FieldTest => {
  const path = field.split('.')
  if (typeof input !== 'object' || Array.isArray(input)) return { path, kind: 'in', values: listOf(input) }
  if ('not' in input) return { path, kind: 'not-in', values: listOf(input.not) }
  if ('beyond' in input) return { path, kind: 'beyond', values: input.beyond }
  if ('present' in input) return { path, kind: 'present', present: input.present }
  return {
    path,
    kind: 'range',
    atLeast: input['at-least'] ?? Number.NEGATIVE_INFINITY,
    atMost: input['at-most'] ?? Number.POSITIVE_INFINITY,
  }
}

/** `where: { outcome: accepted, tier: [3, 4], reason: { present: true } }`, read. */
export const whereSchema = z
  .record(z.string(), testSchema)
  .transform((fields) => Object.entries(fields).map(([field, input]) => fieldTest(field, input)))

const names = z.union([z.string(), z.array(z.string()).min(1)], 'a name or a list of names').transform(listOf)

const matchObject = z
  .strictObject({
    event: names.describe('an event, or a list of which any will do'),
    where: whereSchema.optional().describe('tests on its data: { outcome: accepted }'),
    by: names.optional().describe('the roles that recorded it'),
    since: names.optional().describe('only after the latest of these events, when there is one'),
    same: names.optional().describe('fields in which it agrees with the event at hand'),
  })
  .transform(
    ({ event, where, by, since, same }): Match => ({
      events: event,
      where: where ?? [],
      by: by ?? [],
      since: since ?? [],
      same: same ?? [],
    }),
  )

const bare = z
  .string()
  .transform((event): Match => ({ events: [event], where: [], by: [], since: [], same: [] }))

const matchWords = 'an event, or { event, where, by, since, same }'

/** One match: an event's name, or `{ event, where, by, since, same }`. */
export const matchSchema = z
  .union([bare, matchObject], matchWords)
  .meta({ id: 'match', description: matchWords })

/** One match or a list of them; any of them will do. */
export const matchesSchema = z
  .union(
    [matchSchema.transform((one): readonly Match[] => [one]), z.array(matchSchema).min(1)],
    'an event, { event, where, by, since, same }, or a list of them',
  )
  .transform((all): readonly Match[] => all)
  .meta({
    id: 'matches',
    description: 'an event, { event, where, by, since, same }, or a list of which any will do',
  })

/** One name or a list of names. */
export const namesSchema = names
