import { z } from 'zod'
import type { Day } from '#calendar/day.ts'
import { parseDay } from '#calendar/day.ts'
import type { PackFile, RegisteredClause } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { textSchema } from '../words.ts'
import { readYaml } from './yaml-source.ts'

const daySchema = z.iso.date('a day that exists, such as 2026-07-01')

const dayIn = (text: string | undefined): Day | null => (text === undefined ? null : (parseDay(text) ?? null))

const clauseSchema = z
  .strictObject({
    id: textSchema.describe('the id in the heading of the clause'),
    kind: textSchema.describe('what it gives'),
    from: daySchema.optional().describe('the first day in force of the version that brought it'),
    until: daySchema.optional().describe('the last day on which it held'),
  })
  .transform(({ id, kind, from, until }) => ({ id, kind, from: dayIn(from), until: dayIn(until) }))
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    message: 'ends before it begins',
    path: ['until'],
  })

const registerSchema = z.strictObject({ clauses: z.array(clauseSchema).min(1) })

/** Reads `register.yaml`: the ids of all the clauses that the procedure must carry, and on which days. */
export const readRegister = ({
  path,
  text,
}: PackFile): { register?: readonly RegisteredClause[]; problems: readonly Problem[] } => {
  const { source, problems } = readYaml(text, path)
  if (problems.length > 0) return { problems }
  const read = registerSchema.safeParse(source.value)
  if (!read.success) return { problems: schemaProblems(source, read.error, { schema: registerSchema }) }
  const register = read.data.clauses.map((clause, index) => ({
    ...clause,
    line: source.lineOf(['clauses', index]),
  }))
  return { register, problems: [] }
}
