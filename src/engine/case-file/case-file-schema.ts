import { z } from 'zod'

/** Text, a number or a date as YAML may give it, as text. */
const asText = z.union([z.string(), z.number()]).transform(String)

const personSchema = z.strictObject({
  id: asText,
  role: z.string(),
  born: asText.optional(),
  from: asText.optional(),
  until: asText.optional(),
  member: z.boolean().optional(),
  name: z.string().optional(),
  agency: z.string().optional(),
})

const eventSchema = z.strictObject({
  id: asText,
  type: z.string(),
  at: asText,
  recorded: asText.optional(),
  by: z.strictObject({ role: z.string().optional(), id: asText.optional() }).optional(),
  data: z.record(z.string(), z.json()).optional(),
  override: z
    .strictObject({
      by: z.strictObject({ role: z.string().optional(), id: asText.optional() }).optional(),
      reason: z.string().trim().min(1),
    })
    .optional(),
})

const workerSchema = z.union([
  asText.transform((id) => ({ id, role: undefined, started: undefined, band: undefined })),
  z.strictObject({
    id: asText,
    role: z.string().optional(),
    started: asText.optional(),
    band: z.number().optional(),
  }),
])

const shared = {
  procedure: z.string(),
  version: asText.optional(),
  events: z.array(z.unknown()),
  'as-of': asText.optional(),
}

/** The shape of a case file; its people and events are read one by one, so that one fault spoils one only. */
export const caseFileSchema = z.strictObject({ ...shared, people: z.array(z.unknown()).optional() })

/** The shape of a worker's file. */
export const workerFileSchema = z.strictObject({ ...shared, worker: workerSchema })

export { eventSchema, personSchema }

export type PersonInput = z.output<typeof personSchema>
export type EventInput = z.output<typeof eventSchema>
