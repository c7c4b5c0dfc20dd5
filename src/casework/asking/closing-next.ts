import type { Assessment } from '#engine/assess.ts'

/** That closing is what comes next, in words, and the clause that says so. */
export type ClosingNext = { readonly title: string; readonly clause: string }

/**
 * Whether a case is to be closed next: it was decided that the family goes elsewhere, or everything that the procedure asks
 * for before any closing is on record. Null where neither is so, or the procedure asks for nothing first.
 */
export const closingNext = ({ closed, next, gates, procedure }: Assessment): ClosingNext | null => {
  if (closed) return null
  if (next.wayOut !== null)
    return { title: `Decided: ${next.wayOut.outcome.title}`, clause: next.wayOut.decision.clause }
  const before = gates.filter((one) => one.before === 'case.closed' && one.where.length === 0)
  const ids = before.flatMap((one) => one.gates)
  const last = procedure.gates.findLast(({ id }) => ids.includes(id))
  if (last === undefined || !before.every(({ open }) => open)) return null
  return { title: 'Everything that is needed for closing is on record', clause: last.clause }
}
