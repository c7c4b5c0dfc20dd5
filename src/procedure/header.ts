import { z } from 'zod'
import { pauseSchema } from './clock.ts'
import { fieldSchema } from './event-field.ts'
import { matchesSchema } from './match.ts'
import { durationSchema, idSchema, textSchema } from './words.ts'
import { parseTimes, parseWeekdays } from './week.ts'

const weekdaysSchema = z.string().transform((text, context) => {
  const days = parseWeekdays(text)
  if (days !== undefined) return days
  context.addIssue({
    code: 'custom',
    message: 'should be days of the week, such as "Mon to Fri" or "Tue, Wed, Thu"',
  })
  return z.NEVER
})

const timesSchema = z.string().transform((text, context) => {
  const times = parseTimes(text)
  if (times !== undefined) return times
  context.addIssue({ code: 'custom', message: 'should be a time from and to, such as "9:00 to 17:30"' })
  return z.NEVER
})

const stretchSchema = z.strictObject({ days: weekdaysSchema, times: timesSchema })

const stepSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    lane: idSchema,
    stage: textSchema.optional(),
    begins: z
      .union(
        [
          matchesSchema.transform((any) => [any]),
          z.strictObject({ all: z.array(matchesSchema).min(2) }).transform(({ all }) => all),
        ],
        'an event, a list of events of which any will do, or { all: [events] }',
      )
      .optional()
      .describe('the events with which a case reaches this step, or { all: [...] }'),
    next: z
      .array(z.strictObject({ to: idSchema, if: textSchema.optional() }))
      .optional()
      .describe('the steps or exits that follow, each with the words on its arrow'),
  })
  .transform((step) => ({
    id: step.id,
    title: step.title,
    lane: step.lane,
    stage: step.stage ?? null,
    begins: step.begins ?? [],
    next: (step.next ?? []).map((n) => ({ to: n.to, if: n.if ?? null })),
  }))

/** The block at the head of a procedure: what holds for all its clauses. */
export const headerSchema = z
  .strictObject({
    procedure: idSchema,
    title: textSchema,
    'in-force': z.iso.date('a day, such as 2026-01-01'),
    about: textSchema.optional(),
    roles: z.record(idSchema, textSchema).describe('each role and what this authority calls it'),
    words: z
      .record(z.string(), textSchema)
      .optional()
      .describe('standard terms and what this authority calls them'),
    lanes: z.record(idSchema, textSchema),
    steps: z.array(stepSchema).min(1),
    exits: z.record(idSchema, textSchema),
    'opening-hours': z.array(stretchSchema).min(1).optional(),
    slots: z.record(idSchema, stretchSchema.extend({ title: textSchema })).optional(),
    'start-day': z.literal([0, 1]).optional(),
    roll: z.enum(['none', 'next working day']).optional(),
    'due-soon': durationSchema.optional(),
    pauses: z.array(pauseSchema).optional(),
    events: z.record(z.string(), z.record(z.string(), fieldSchema)).optional(),
  })
  .transform((read) => ({
    id: read.procedure,
    title: read.title,
    inForce: read['in-force'],
    about: read.about ?? '',
    roles: read.roles,
    words: read.words ?? {},
    lanes: read.lanes,
    steps: read.steps,
    exits: read.exits,
    openingHours: read['opening-hours'] ?? [],
    slots: read.slots ?? {},
    counting: {
      startDay: read['start-day'] ?? 0,
      roll: read.roll ?? 'none',
      soon: read['due-soon'] ?? { n: 2, unit: 'working days' as const },
    },
    pauses: read.pauses ?? [],
    events: read.events ?? {},
  }))

export type Header = Readonly<z.output<typeof headerSchema>>
export type Step = Header['steps'][number]
export type Stretch = z.output<typeof stretchSchema>
