import type { Day } from '#calendar/day.ts'
import { addDays } from '#calendar/day.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import { didYouMean } from '../reading/nearest.ts'
import type { Pack, RegisteredClause, Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'

/** Days in a row, the first and the last counted; null where they have no beginning or no end. */
type Days = { readonly from: Day | null; readonly until: Day | null }

const overlap = (a: Days, b: Days): boolean =>
  (a.from === null || b.until === null || a.from <= b.until) &&
  (b.from === null || a.until === null || b.from <= a.until)

const daysInForce = ({ procedure }: Version, versions: readonly Version[]): Days => {
  const next = versions.find((other) => other.procedure.version > procedure.version)
  return { from: procedure.version, until: next === undefined ? null : addDays(next.procedure.version, -1) }
}

const clausesTwice = (register: readonly RegisteredClause[]): readonly Problem[] =>
  register
    .filter((one, index) =>
      register.slice(0, index).some(({ id, ...days }) => id === one.id && overlap(days, one)),
    )
    .map(({ id, line }) =>
      problemAt('clause-twice', { file: 'register.yaml', line }, `The register already has ${id}.`),
    )

const heldInWords = (entries: readonly RegisteredClause[]): string =>
  entries
    .map(({ from, until }) =>
      [from === null ? '' : `from ${dayInWords(from)}`, until === null ? '' : `until ${dayInWords(until)}`]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join(', and ')

const gapsIn = (
  version: Version,
  { versions }: Pack,
  register: readonly RegisteredClause[],
): readonly Problem[] => {
  const { procedure, folder, document } = version
  const inForce = daysInForce(version, versions)
  const wanted = register.filter((clause) => overlap(clause, inForce))
  const written = new Set(procedure.clauses.map((clause) => clause.id))
  const missing = wanted.filter(({ id }) => !written.has(id))
  return [
    ...missing.map(({ id, line }) =>
      problemAt('clause-missing', { file: 'register.yaml', line }, `No heading in ${folder} carries ${id}.`),
    ),
    ...procedure.clauses
      .filter((clause) => !wanted.some(({ id }) => id === clause.id))
      .map((clause) => {
        const place = { file: document.path, line: clause.line }
        const atOtherTimes = register.filter(({ id }) => id === clause.id)
        if (atOtherTimes.length > 0)
          return problemAt(
            'clause-not-in-register',
            place,
            `The register has ${clause.id} only ${heldInWords(atOtherTimes)}.`,
            'Take the clause out of this version, or correct its days in the register.',
          )
        const near = didYouMean(
          clause.id,
          missing.map(({ id }) => id),
        )
        return problemAt('clause-not-in-register', place, `The register has no ${clause.id}.${near}`)
      }),
  ]
}

/** Where the register and the headings of the versions differ, each on the days on which it is in force. */
export const registerGaps = (pack: Pack): readonly Problem[] => {
  const { register, versions } = pack
  return register === undefined
    ? []
    : [...clausesTwice(register), ...versions.flatMap((version) => gapsIn(version, pack, register))]
}
