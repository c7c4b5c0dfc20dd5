import type { Reach } from '#casework/access/reach.ts'

/** What a statement is told of whose eyes it is for, in the order in which `is_within` takes it. */
export const reachValues = ({ user, everywhere, teams, own }: Reach): readonly unknown[] => [
  user,
  everywhere,
  teams,
  own,
]

/** The condition that a list shows a case, with the reader's values from `$first` on. */
export const withinReach = (first: number): string =>
  `is_within(cases.restricted_to, cases.team_id, cases.worker_id, $${first}::uuid, $${first + 1}::boolean, $${first + 2}::uuid[], $${first + 3}::boolean)`
