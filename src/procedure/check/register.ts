import { didYouMean } from '../nearest.ts'
import type { RegisteredClause, Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'

/** Where the register and the headings of a version differ. */
export const registerGaps = (
  { procedure, folder, document }: Version,
  register: readonly RegisteredClause[] | undefined,
): readonly Problem[] => {
  if (register === undefined) return []
  const written = new Set(procedure.clauses.map((clause) => clause.id))
  const wanted = new Set(register.map((clause) => clause.id))
  const ids = register.map((clause) => clause.id)
  const missing = [...wanted].filter((id) => !written.has(id))
  return [
    ...register
      .filter(({ id }, index) => ids.indexOf(id) !== index)
      .map(({ id, line }) =>
        problemAt('clause-twice', { file: 'register.yaml', line }, `The register already has ${id}.`),
      ),
    ...register
      .filter(({ id }) => !written.has(id))
      .map(({ id, line }) =>
        problemAt(
          'clause-missing',
          { file: 'register.yaml', line },
          `No heading in ${folder} carries ${id}.`,
        ),
      ),
    ...procedure.clauses
      .filter(({ id }) => !wanted.has(id))
      .map(({ id, line }) =>
        problemAt(
          'clause-not-in-register',
          { file: document.path, line },
          `The register has no ${id}.${didYouMean(id, missing)}`,
        ),
      ),
  ]
}
