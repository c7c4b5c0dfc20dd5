import type { Procedure } from '#procedure/procedure.ts'
import type { Actor, StandardRole } from './actor.ts'
import { standardRoles } from './actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import { seenBy } from './reach.ts'

/** The standard roles of those who work with families themselves. */
const workers: ReadonlySet<StandardRole> = new Set(['practitioner', 'senior-practitioner', 'partner'])

/** Those whose list has their own families only; the others do things for all the families of their teams. */
export const onlyOwn: ReadonlySet<StandardRole> = new Set(['practitioner', 'partner'])

/** The roles of the procedure that some standard roles fill: those whose work belongs on their list. */
export const ownersFor = (
  roles: ReadonlySet<StandardRole>,
  { roles: packRoles, standsFor }: Procedure,
): readonly string[] =>
  Object.keys(packRoles).filter((role) => roles.has((standsFor[role] ?? role) as StandardRole))

/** The roles whose work is a worker's own, and counts as the worker's when it is late. */
export const workersOwn = (procedure: Procedure): readonly string[] => ownersFor(workers, procedure)

/** Whether those of a role write nothing down here: a social worker, a school, the family. Others do it for them. */
export const isOutside = (role: string, { standsFor }: Pick<Procedure, 'standsFor'>): boolean => {
  const standard = standsFor[role] ?? role
  return (
    !(standardRoles as readonly string[]).includes(standard) || seenBy[standard as StandardRole] === 'nothing'
  )
}

/** What those outside have to do, whoever works with the family sees to. */
export const seenToByWorker = (procedure: Procedure): readonly string[] =>
  Object.keys(procedure.roles).filter((role) => isOutside(role, procedure))

/** The roles of the procedure whose work with a family is somebody's own, as it stands on their list. */
export const ownRolesIn = (
  { user, memberships }: Actor,
  { worker, team: ofCase }: Pick<CaseRecord, 'worker' | 'team'>,
  procedure: Procedure,
): ReadonlySet<string> => {
  const theirs = worker === user ? [...workersOwn(procedure), ...seenToByWorker(procedure)] : []
  const held = memberships
    .filter(({ role, team }) => !onlyOwn.has(role) && (team === null || ofCase === null || team === ofCase))
    .map(({ role }) => role)
  return new Set([...theirs, ...ownersFor(new Set(held), procedure)])
}
