import type { LookedAt } from '../case/look-at-case.ts'

/** The name of somebody in a case or of a user, by their id; anything else as it is. */
export const namesFor = ({ record, users }: Pick<LookedAt, 'record' | 'users'>) => {
  const people = new Map(record.people.map(({ id, name }) => [id, name]))
  return (id: string): string => people.get(id) ?? users.get(id)?.name ?? id
}
