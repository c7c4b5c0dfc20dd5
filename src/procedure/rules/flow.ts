import { z } from 'zod'
import type { Condition } from './condition.ts'
import { conditionSchema } from './condition.ts'
import type { Match } from './match.ts'
import { matchSchema } from './match.ts'
import { idSchema, idsSchema, textSchema } from '../words.ts'

/** A way into the procedure: the event that opens it and the step where it arrives. */
export type Route = {
  readonly kind: 'route'
  readonly id: string
  readonly clause: string
  readonly title: string
  readonly event: Match
  readonly to: string
}

export type Outcome = {
  readonly value: string
  readonly title: string
  /** The step or the exit that it leads to. */
  readonly to: string
}

/** A choice that a person makes, what it may come to, and where each outcome leads. */
export type Decision = {
  readonly kind: 'decision'
  readonly id: string
  readonly clause: string
  readonly title: string
  readonly step: string
  readonly on: Match
  /** The data field that carries the outcome. */
  readonly field: string
  readonly by: readonly string[]
  readonly when: Condition | null
  readonly outcomes: readonly Outcome[]
}

/** A form of the pack that carries out what the clause asks, and the fields of it that do. */
export type FormUse = {
  readonly kind: 'form'
  readonly id: string
  readonly clause: string
  readonly form: string
  readonly fields: readonly string[]
}

export const routeSchema = z
  .strictObject({
    route: idSchema.describe('the way in’s id, kebab-case'),
    title: textSchema.describe('what it is called'),
    event: matchSchema.describe('the event that opens it'),
    to: idSchema.describe('the step where it arrives'),
  })
  .transform(
    (read): Omit<Route, 'clause'> => ({
      kind: 'route',
      id: read.route,
      title: read.title,
      event: read.event,
      to: read.to,
    }),
  )

export const decisionSchema = z
  .strictObject({
    decision: idSchema.describe('the decision’s id, kebab-case'),
    title: textSchema.describe('the question that is decided'),
    step: idSchema.describe('the step at which it is made'),
    on: matchSchema.describe('the event that records it'),
    field: z.string().optional().describe('the data field with the outcome; "outcome" unless said'),
    by: idsSchema.describe('the roles that make it'),
    when: conditionSchema.optional().describe('it is made only when this is so'),
    outcomes: z
      .record(
        z.string(),
        z.strictObject({
          title: textSchema.describe('what the outcome is called'),
          to: idSchema.describe('the step or exit that it leads to'),
        }),
      )
      .describe('each value of the field, what it is called and where it leads'),
  })
  .transform(
    (read): Omit<Decision, 'clause'> => ({
      kind: 'decision',
      id: read.decision,
      title: read.title,
      step: read.step,
      on: read.on,
      field: read.field ?? 'outcome',
      by: read.by,
      when: read.when ?? null,
      outcomes: Object.entries(read.outcomes).map(([value, { title, to }]) => ({ value, title, to })),
    }),
  )

export const formUseSchema = z
  .strictObject({
    form: idSchema.describe('a form of the pack'),
    id: idSchema.optional().describe('an id of its own, when the form is used more than once'),
    fields: idsSchema.optional().describe('the fields of it that carry out this clause'),
  })
  .transform(
    (read): Omit<FormUse, 'clause'> => ({
      kind: 'form',
      id: read.id ?? read.form,
      form: read.form,
      fields: read.fields ?? [],
    }),
  )
