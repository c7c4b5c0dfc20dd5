import type { CaseEvent, Data } from '#engine/case-event.ts'
import { isData, isList } from '#engine/entry.ts'

const rowsIn = ({ data }: CaseEvent): readonly Data[] => {
  const { actions } = data
  return isList(actions) ? actions.filter((row) => isData(row)) : []
}

/**
 * The actions of the plan as it stands: those of the latest agreement or revision that names any, and what was added
 * since; each with `done` where it has been completed.
 */
export const actionsAgreed = (events: readonly CaseEvent[]): readonly Data[] => {
  const inOrder = events.toSorted((a, b) => a.at - b.at)
  const isPlan = (event: CaseEvent): boolean =>
    (event.type === 'plan.agreed' || event.type === 'plan.revised') && rowsIn(event).length > 0
  const start = inOrder.findLastIndex(isPlan)
  const since = start === -1 ? inOrder : inOrder.slice(start)
  const done = new Set(
    inOrder
      .filter(({ type }) => type === 'action.completed')
      .flatMap((event) => [event.data['what'], ...rowsIn(event).map(({ what }) => what)]),
  )
  return since
    .filter((event, i) => (i === 0 && start !== -1) || event.type === 'action.added')
    .flatMap(rowsIn)
    .map((row) => (done.has(row['what'] ?? null) ? { ...row, done: true } : row))
}
