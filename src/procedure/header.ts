import { z } from 'zod'
import { pauseSchema } from './rules/clock.ts'
import { fieldSchema } from './event-field.ts'
import { matchesSchema } from './rules/match.ts'
import { durationSchema, idSchema, textSchema } from './words.ts'
import { parseTimes, parseWeekdays } from './rules/week.ts'

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

const stretchSchema = z.strictObject({
  days: weekdaysSchema.describe('days of the week: Mon to Fri, or Tue, Wed, Thu'),
  times: timesSchema.describe('from and to: 9:00 to 17:30'),
})

const stepSchema = z
  .strictObject({
    id: idSchema.describe('the step’s id, kebab-case'),
    title: textSchema.describe('what it is called'),
    lane: idSchema.describe('the lane in which it is done'),
    stage: textSchema.optional().describe('the part of the work that it belongs to'),
    begins: z
      .union(
        [
          matchesSchema.transform((any) => [any]),
          z
            .strictObject({ all: z.array(matchesSchema).min(2).describe('when all of these have happened') })
            .transform(({ all }) => all),
        ],
        'an event, a list of events of which any will do, or { all: [events] }',
      )
      .optional()
      .describe('the events with which a case reaches this step, or { all: [...] }'),
    next: z
      .array(
        z.strictObject({
          to: idSchema.describe('a step or an exit'),
          if: textSchema.optional().describe('the words on the arrow'),
        }),
      )
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
    procedure: idSchema.describe('the procedure’s id: the name of the folder of the pack'),
    title: textSchema.describe('what it is called'),
    'in-force': z.iso
      .date('a day, such as 2026-01-01')
      .describe('its first day in force, such as 2026-01-01'),
    about: textSchema.optional().describe('what it is for, in a sentence or two'),
    roles: z.record(idSchema, textSchema).describe('each role and what this authority calls it'),
    'stands-for': z
      .record(idSchema, idSchema)
      .optional()
      .describe('the standard role that a role of this procedure is, where it is called otherwise'),
    words: z
      .record(z.string(), textSchema)
      .optional()
      .describe('standard terms and what this authority calls them'),
    lanes: z.record(idSchema, textSchema).describe('who works, and what each lane is called'),
    steps: z.array(stepSchema).min(1).describe('the steps in their order'),
    exits: z.record(idSchema, textSchema).describe('the ways out and what each is called'),
    'opening-hours': z.array(stretchSchema).min(1).optional().describe('when people work, for working hours'),
    slots: z
      .record(idSchema, stretchSchema.extend({ title: textSchema.describe('what it is called') }))
      .optional()
      .describe('fixed times, such as duty mornings'),
    'start-day': z
      .literal([0, 1])
      .optional()
      .describe('1 counts the day of the start as day 1; 0 unless said'),
    roll: z
      .enum(['none', 'next working day'])
      .optional()
      .describe('whether a calendar due date moves off a weekend or holiday'),
    'due-soon': durationSchema.optional().describe('how long before it is due a thing counts as due soon'),
    pauses: z.array(pauseSchema).optional().describe('pauses for every clock that does not say its own'),
    events: z
      .record(z.string(), z.record(z.string(), fieldSchema))
      .optional()
      .describe('events of its own, or more fields and values for a standard one'),
  })
  .transform((read) => ({
    id: read.procedure,
    title: read.title,
    inForce: read['in-force'],
    about: read.about ?? '',
    roles: read.roles,
    standsFor: read['stands-for'] ?? {},
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
