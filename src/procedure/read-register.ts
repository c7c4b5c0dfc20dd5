import { z } from 'zod'
import type { PackFile, RegisteredClause } from './pack.ts'
import type { Problem } from './problem.ts'
import { schemaProblems } from './schema-problems.ts'
import { textSchema } from './words.ts'
import { readYaml } from './yaml-source.ts'

const registerSchema = z.strictObject({
  clauses: z.array(z.strictObject({ id: textSchema, kind: textSchema })).min(1),
})

/** Reads `register.yaml`: the ids of all the clauses that the procedure must carry. */
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
