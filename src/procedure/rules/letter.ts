import { z } from 'zod'
import { idsSchema, textSchema } from '../words.ts'

/** A placeholder as it stands in a letter: `{{team phone}}`. */
export type Placeholder = { readonly name: string; readonly line: number }

/** A letter or notice of a pack: who gets it, how, and its words with things to fill in. */
export type Letter = {
  /** The name of its file. */
  readonly id: string
  readonly title: string
  readonly to: readonly string[]
  readonly by: 'letter' | 'email'
  /** What `due date` is the date of: a clock, or a field of an event such as `waiting-list.joined.expected`. */
  readonly due: string | null
  /** Markdown with `{{placeholders}}`. */
  readonly body: string
  readonly placeholders: readonly Placeholder[]
  readonly file: string
  readonly text: string
}

export const letterHeadSchema = z.strictObject({
  title: textSchema.refine(
    (title) => !title.includes('{{'),
    'has something to fill in. It stands in lists, where nobody is named: write it in plain words',
  ),
  to: idsSchema.describe('a role, family, referrer, professionals or worker'),
  by: z.enum(['letter', 'email']),
  due: textSchema
    .nullable()
    .default(null)
    .describe('the clock, or the field of an event, whose date {{due date}} is'),
})
