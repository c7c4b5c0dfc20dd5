import type { Looking } from '../ports.ts'
import type { Kept } from './kept.ts'

export const lookingAtAuditIn = (kept: Kept): Pick<Looking, 'auditOf' | 'auditKinds'> => {
  const about = (caseId: string | null) => kept.audit.filter((entry) => entry.caseId === caseId)
  return {
    auditOf: async (caseId, limit, { user, act, offset = 0 } = {}) =>
      about(caseId)
        .filter((entry) => user === undefined || entry.user === user)
        .filter((entry) => act === undefined || entry.act === act)
        .toReversed()
        .slice(offset, offset + limit),
    auditKinds: async (caseId) => ({
      users: [...new Set(about(caseId).flatMap(({ user }) => (user === null ? [] : [user])))].toSorted(),
      acts: [...new Set(about(caseId).map(({ act }) => act))].toSorted(),
    }),
  }
}
