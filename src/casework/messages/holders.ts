import type { Procedure } from '#procedure/procedure.ts'
import type { StandardRole } from '../actor.ts'
import type { CaseRecord } from '../case-record.ts'
import type { User } from '../ports.ts'

/** Whom a procedure tells of something who never signs in: somebody who knows the family passes it on. */
const outside: Readonly<Record<string, string>> = {
  family: 'the family',
  referrer: 'whoever referred the family',
  professionals: 'the professionals around the family',
}

/** What to call somebody outside to whom a message has to be passed on; null for a role within the service. */
export const outsideName = (role: string): string | null => outside[role] ?? null

/** Whoever works with the family leads the work, whichever agency they are of. */
const ofTheWorker: ReadonlySet<string> = new Set([
  'worker',
  ...(['practitioner', 'partner'] satisfies StandardRole[]),
])

type Placed = Pick<CaseRecord, 'team' | 'worker' | 'restrictedTo'>

const holding = (role: string, { team }: Placed, users: readonly User[]): readonly User[] =>
  users.filter(({ memberships }) =>
    memberships.some((one) => one.role === role && (one.team === null || team === null || one.team === team)),
  )

/**
 * The users who hold a role of the procedure for a case: the one who works with the family, or those of its team or of the
 * whole authority. What is for somebody outside is for the worker, or for the managers while there is none. Nobody who no
 * longer signs in, and nobody whom a restricted case does not name.
 */
export const holdersOf = (
  role: string,
  one: Placed,
  { standsFor }: Pick<Procedure, 'standsFor'>,
  users: readonly User[],
): readonly User[] => {
  const may = users.filter(
    ({ active, user }) => active && (one.restrictedTo === null || one.restrictedTo.includes(user)),
  )
  const worker = may.filter(({ user }) => user === one.worker)
  if (outsideName(role) !== null) return worker.length > 0 ? worker : holding('manager', one, may)
  const standard = standsFor[role] ?? role
  return ofTheWorker.has(standard) ? worker : holding(standard, one, may)
}
