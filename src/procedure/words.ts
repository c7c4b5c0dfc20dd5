import { z } from 'zod'
import { durationPattern, parseDuration } from './rules/duration.ts'

/** An id that never changes once it is used: kebab-case. */
export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in small letters, with hyphens')

/** Words for a person to read. */
export const textSchema = z.string().trim().min(1, 'some words')

/** `7 working days`, read. */
export const durationSchema = z
  .string()
  .regex(durationPattern, 'a length of time, such as "7 working days", "48 hours" or "6 weeks"')
  .transform((text, context) => {
    const duration = parseDuration(text)
    if (duration !== undefined) return duration
    context.addIssue({ code: 'custom', message: 'should be a length of time of at least 1' })
    return z.NEVER
  })
  .meta({
    id: 'length-of-time',
    description: 'a length of time, such as "7 working days", "48 hours" or "6 weeks"',
  })

/** An id or a list of ids. */
export const idsSchema = z
  .union(
    [idSchema.transform((one): readonly string[] => [one]), z.array(idSchema).min(1)],
    'an id or a list of ids',
  )
  .transform((all): readonly string[] => all)
