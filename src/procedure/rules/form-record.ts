import { z } from 'zod'
import type { FieldTest, Scalar } from './match.ts'
import { whereSchema } from './match.ts'

/** An event that is recorded when a form is handed in. */
export type FormRecord = {
  readonly event: string
  /** What the event says because of the form: `form.returned` with `form: medical`. */
  readonly says: Readonly<Record<string, Scalar>>
  /** Recorded only when all of these hold for the answers; of several events the first that fits. */
  readonly when: readonly FieldTest[]
}

const scalar = z.union([z.string(), z.number(), z.boolean()], 'a word, a number, true or false')

const eventSchema = z.string().min(1)

const one = z.union(
  [
    eventSchema.transform((event): FormRecord => ({ event, says: {}, when: [] })),
    z
      .strictObject({
        event: eventSchema.describe('the event that handing it in records'),
        says: z.record(z.string(), scalar).optional().describe('what the event says because of the form'),
        when: whereSchema.optional().describe('what the answers have to say for it'),
      })
      .transform(({ event, says, when }): FormRecord => ({ event, says: says ?? {}, when: when ?? [] })),
  ],
  'an event, or { event, says, when }',
)

/** One event that a form records when it is handed in, or several of which the answers choose. */
export const formRecordsSchema = z
  .union(
    [one.transform((only): readonly FormRecord[] => [only]), z.array(one).min(1)],
    'an event, { event, says, when }, or a list of them',
  )
  .transform((all): readonly FormRecord[] => all)
