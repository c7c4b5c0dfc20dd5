import { z } from 'zod'
import type { Condition } from './condition.ts'
import { conditionFrom, conditionKeys } from './condition.ts'
import type { Match } from './match.ts'
import { matchSchema } from './match.ts'
import { idSchema, textSchema } from '../words.ts'

/** One thing that has to be on record before an event, in words and as a condition. */
export type Requirement = {
  readonly what: string
  /** Once for the case, once for each person of a kind, or for each person whom the event concerns. */
  readonly forEach: 'each child' | 'each member' | 'each concerned' | null
  readonly condition: Condition
}

/** What stands before an event: a hard gate refuses it, a soft one asks a manager's reason. */
export type Gate = {
  readonly kind: 'gate'
  readonly id: string
  readonly clause: string
  readonly before: Match
  readonly hard: boolean
  readonly when: Condition | null
  readonly needs: readonly Requirement[]
}

const requirementSchema = z
  .strictObject({
    what: textSchema.describe('what is lacking, in words that end "lacks: ..."'),
    'for-each': z
      .enum(['each child', 'each member', 'each concerned'])
      .optional()
      .describe('once for each of these people'),
    ...conditionKeys,
  })
  .transform((read, context): Requirement => {
    const condition = conditionFrom(read)
    if (condition !== null) return { what: read.what, forEach: read['for-each'] ?? null, condition }
    context.addIssue({ code: 'custom', message: 'asks for nothing: say what has to be recorded' })
    return z.NEVER
  })

/** A gate as it is written under its clause. */
export const gateSchema = z
  .strictObject({
    gate: idSchema.describe('the gate’s id, kebab-case'),
    before: matchSchema.describe('the event that it stands before'),
    otherwise: z.enum(['refuse', 'ask for a reason']).describe('hard, or soft'),
    when: z
      .strictObject(conditionKeys)
      .transform((read) => conditionFrom(read))
      .optional()
      .describe('the gate stands only when this is so'),
    needs: z.array(requirementSchema).min(1).describe('what has to be on record first'),
  })
  .transform(
    (read): Omit<Gate, 'clause'> => ({
      kind: 'gate',
      id: read.gate,
      before: read.before,
      hard: read.otherwise === 'refuse',
      when: read.when ?? null,
      needs: read.needs,
    }),
  )
