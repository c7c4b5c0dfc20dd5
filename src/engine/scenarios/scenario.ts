import { z } from 'zod'

/** What a scenario expects of one obligation; what it does not name is not looked at. */
const obligationSchema = z.strictObject({
  rule: z.string(),
  subject: z.string().optional(),
  startedBy: z.string().optional(),
  about: z.string().optional(),
  none: z.literal(true).optional(),
  undecided: z.boolean().optional(),
  standing: z
    .enum(['planned', 'open', 'due-soon', 'overdue', 'met', 'met-late', 'explained', 'paused', 'lapsed'])
    .optional(),
  opens: z.string().nullable().optional(),
  earliest: z.string().nullable().optional(),
  aim: z.string().nullable().optional(),
  due: z.string().nullable().optional(),
  firstDue: z.string().nullable().optional(),
  metOn: z.string().nullable().optional(),
  metBy: z.string().nullable().optional(),
  explainedBy: z.string().nullable().optional(),
  movedBy: z.string().nullable().optional(),
  lapsedBy: z.string().nullable().optional(),
  owner: z.string().optional(),
  advisory: z.boolean().optional(),
  provisional: z.boolean().optional(),
  priority: z.boolean().optional(),
  because: z.string().optional().describe('words that its explanation holds'),
})

const gateSchema = z.strictObject({
  gate: z.string(),
  open: z.boolean().optional(),
  lacks: z.array(z.string()).optional(),
})

const watchSchema = z.strictObject({
  watch: z.string(),
  subject: z.string().optional(),
  last: z.string().nullable().optional(),
  lastAlone: z.string().nullable().optional(),
  since: z.string().nullable().optional(),
  days: z.number().nullable().optional(),
  count: z.number().optional(),
  reached: z.array(z.string()).optional(),
})

const ids = z.array(z.string())

const thenSchema = z.strictObject({
  step: z.string().nullable().optional(),
  closed: z.boolean().optional(),
  obligations: z.array(obligationSchema).optional(),
  gates: z.array(gateSchema).optional(),
  watches: z.array(watchSchema).optional(),
  prompts: ids.optional(),
  'no-prompts': ids.optional(),
  notices: ids.optional(),
  'no-notices': ids.optional(),
  options: ids.optional(),
  'no-options': ids.optional(),
  decisions: ids.optional(),
  'no-decisions': ids.optional(),
  problems: ids.optional(),
})

const givenSchema = z.strictObject({
  people: z.array(z.unknown()).optional(),
  worker: z.unknown().optional(),
  events: z.array(z.unknown()).optional(),
})

const scenarioSchema = z.strictObject({
  scenario: z.string().trim().min(1),
  given: givenSchema.optional(),
  people: z.array(z.unknown()).optional(),
  worker: z.unknown().optional(),
  events: z.array(z.unknown()).optional(),
  'as-of': z.string(),
  // oxlint-disable-next-line unicorn/no-thenable -- given, when, then: the words of those who write scenarios
  then: thenSchema,
})

/** A file of scenarios: what holds for all of them, and each with its sentence, its moment and what is then so. */
export const scenarioFileSchema = z.strictObject({
  given: givenSchema.optional(),
  scenarios: z.array(scenarioSchema).min(1),
})

export type ScenarioFile = z.output<typeof scenarioFileSchema>
export type Scenario = ScenarioFile['scenarios'][number]
export type Then = z.output<typeof thenSchema>
export type ExpectedObligation = z.output<typeof obligationSchema>
