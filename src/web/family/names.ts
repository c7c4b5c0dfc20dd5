import type { LookedAt } from '#casework/case/look-at-case.ts'

/** Names in place of ids, for whoever may see the case. */
export type Names = {
  readonly person: (id: string) => string
  /** The name where the words are somebody's id, else the words as they are. */
  readonly inWords: (words: string) => string
  /** Null for nobody. */
  readonly user: (id: string | null) => string | null
  /** What the authority calls a role. */
  readonly role: (role: string) => string
}

type Named = {
  readonly record: { readonly people: readonly { readonly id: string; readonly name: string }[] }
  readonly users: LookedAt['users']
  readonly procedure: Pick<LookedAt['procedure'], 'roles'>
}

export const namesIn = ({ record, users, procedure }: Named): Names => {
  const people = new Map(record.people.map(({ id, name }) => [id, name]))
  return {
    person: (id) => people.get(id) ?? 'somebody who has left the case',
    inWords: (words) => people.get(words) ?? words,
    user: (id) => (id === null ? null : (users.get(id)?.name ?? 'somebody who has left')),
    role: (role) => procedure.roles[role] ?? role.replaceAll('-', ' '),
  }
}
