import type { Procedure } from '#procedure/procedure.ts'
import { standardRoles } from '../access/actor.ts'
import type { StandardRole } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Looking, User } from '../ports.ts'
import { together } from '../recording/together.ts'

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

/** The standard role that somebody holds who is meant; null for a role that only the worker fills. */
const standardOf = (role: string, { standsFor }: Pick<Procedure, 'standsFor'>): string | null => {
  if (outsideName(role) !== null) return 'manager'
  const standard = standsFor[role] ?? role
  return ofTheWorker.has(standard) ? null : standard
}

/** Those among whom the holders of a role are found: the worker of the case, and all who hold it in whichever team. */
export const mayHold = async (
  store: Pick<Looking, 'usersNamed' | 'usersHolding'>,
  role: string,
  { worker }: Pick<Placed, 'worker'>,
  procedure: Pick<Procedure, 'standsFor'>,
): Promise<readonly User[]> => {
  const standard = standardRoles.find((one) => one === standardOf(role, procedure))
  const [named, holders] = await together(
    worker === null ? [] : store.usersNamed([worker]),
    standard === undefined ? [] : store.usersHolding([standard]),
  )
  return [...new Map([...named, ...holders].map((user) => [user.user, user])).values()]
}

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
  procedure: Pick<Procedure, 'standsFor'>,
  users: readonly User[],
): readonly User[] => {
  const may = users.filter(
    ({ active, user }) => active && (one.restrictedTo === null || one.restrictedTo.includes(user)),
  )
  const worker = may.filter(({ user }) => user === one.worker)
  if (outsideName(role) !== null && worker.length > 0) return worker
  const standard = standardOf(role, procedure)
  return standard === null ? worker : holding(standard, one, may)
}
