import type { CaseRecord } from '../case/case-record.ts'
import { may } from '../access/may.ts'
import type { Outgoing } from './message.ts'
import type { Changing } from '../ports.ts'

/**
 * Tells users something about a family. Whoever may no longer see it, since it was restricted or they went to another team,
 * hears nothing of it either.
 */
export const tellUsers = async (
  store: Changing,
  one: CaseRecord,
  users: readonly string[],
  words: Pick<Outgoing, 'subject' | 'body'>,
): Promise<void> => {
  const known = users.length === 0 ? [] : await store.usersNamed([...new Set(users)])
  for (const user of known)
    if (may.seeCase(user, one))
      await store.send({ kind: 'notice', to: { kind: 'user', user: user.user }, caseId: one.id, ...words })
}
