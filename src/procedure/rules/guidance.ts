import { z } from 'zod'
import type { Condition } from './condition.ts'
import { conditionSchema } from './condition.ts'
import type { Match } from './match.ts'
import { matchesSchema, matchSchema, namesSchema } from './match.ts'
import { idSchema, idsSchema, textSchema } from '../words.ts'

/** A question put to the worker at the right moment: from one event until another. */
export type Prompt = {
  readonly kind: 'prompt'
  readonly id: string
  readonly clause: string
  readonly question: string
  readonly from: readonly Match[]
  readonly until: readonly Match[]
  /** The recording at which the question is put. */
  readonly before: string | null
  readonly when: Condition | null
}

/** The quality points of a piece of work, beside the recording or the form that they are about. */
export type Checklist = {
  readonly kind: 'checklist'
  readonly id: string
  readonly clause: string
  readonly title: string
  readonly before: readonly string[]
  readonly form: string | null
  readonly points: readonly string[]
}

/** Who is told when something happens, and by which letter. */
export type Notice = {
  readonly kind: 'notice'
  readonly id: string
  readonly clause: string
  readonly title: string
  readonly on: Match
  readonly to: readonly string[]
  readonly copy: readonly string[]
  readonly letter: string | null
  readonly when: Condition | null
}

/** A thing that may be done, and is offered while its condition holds. */
export type Option = {
  readonly kind: 'option'
  readonly id: string
  readonly clause: string
  readonly says: string
  readonly event: Match
  readonly when: Condition | null
}

export const promptSchema = z
  .strictObject({
    prompt: idSchema.describe('the prompt’s id, kebab-case'),
    question: textSchema.describe('the question to the worker'),
    from: matchesSchema.describe('the events from which it is asked'),
    until: matchesSchema.optional().describe('the events after which it is no longer asked'),
    before: z.string().optional().describe('the event at whose recording it is asked'),
    when: conditionSchema.optional().describe('it is asked only when this is so'),
  })
  .transform(
    (read): Omit<Prompt, 'clause'> => ({
      kind: 'prompt',
      id: read.prompt,
      question: read.question,
      from: read.from,
      until: read.until ?? [],
      before: read.before ?? null,
      when: read.when ?? null,
    }),
  )

export const checklistSchema = z
  .strictObject({
    checklist: idSchema.describe('the checklist’s id, kebab-case'),
    title: textSchema.describe('what it is called'),
    before: namesSchema.optional().describe('the events beside whose recording it is shown'),
    form: idSchema.optional().describe('the form that it belongs to'),
    points: z.array(textSchema).min(1).describe('what makes the work good'),
  })
  .transform(
    (read): Omit<Checklist, 'clause'> => ({
      kind: 'checklist',
      id: read.checklist,
      title: read.title,
      before: read.before ?? [],
      form: read.form ?? null,
      points: read.points,
    }),
  )

export const noticeSchema = z
  .strictObject({
    notice: idSchema.describe('the notice’s id, kebab-case'),
    title: textSchema.describe('who is told of what'),
    on: matchSchema.describe('the event of which they are told'),
    to: idsSchema.describe('roles, or worker, family, referrer, professionals'),
    copy: idsSchema.optional().describe('who is told as well'),
    letter: idSchema.optional().describe('a letter of the pack'),
    when: conditionSchema.optional().describe('they are told only when this is so'),
  })
  .transform(
    (read): Omit<Notice, 'clause'> => ({
      kind: 'notice',
      id: read.notice,
      title: read.title,
      on: read.on,
      to: read.to,
      copy: read.copy ?? [],
      letter: read.letter ?? null,
      when: read.when ?? null,
    }),
  )

export const optionSchema = z
  .strictObject({
    option: idSchema.describe('the option’s id, kebab-case'),
    says: textSchema.describe('what may be done'),
    event: matchSchema.describe('the event that records it'),
    when: conditionSchema.optional().describe('it is offered while this is so'),
  })
  .transform(
    (read): Omit<Option, 'clause'> => ({
      kind: 'option',
      id: read.option,
      says: read.says,
      event: read.event,
      when: read.when ?? null,
    }),
  )
