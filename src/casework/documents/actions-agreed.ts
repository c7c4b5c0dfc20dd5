import type { CaseEvent, Data } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'

const rowsIn = ({ data }: CaseEvent): readonly Data[] => {
  const { actions } = data
  return isList(actions) ? actions.filter((row) => isData(row)) : []
}

/** An action of the plan with the event that says it, its place there from 1, and whether it has been completed. */
export type ActionOfPlan = {
  readonly row: Data
  readonly event: CaseEvent
  readonly place: number
  readonly done: boolean
}

/**
 * The actions of the plan as it stands: those of the latest agreement or revision that names any, and what was added
 * since.
 */
export const actionsOfPlan = (events: readonly CaseEvent[]): readonly ActionOfPlan[] => {
  const inOrder = events.toSorted((a, b) => a.at - b.at)
  const isPlan = (event: CaseEvent): boolean =>
    (event.type === 'plan.agreed' || event.type === 'plan.revised') && rowsIn(event).length > 0
  const start = inOrder.findLastIndex(isPlan)
  const since = start === -1 ? inOrder : inOrder.slice(start)
  const completed = new Set(
    inOrder
      .filter(({ type }) => type === 'action.completed')
      .flatMap((event) => [event.data['what'], ...rowsIn(event).map(({ what }) => what)]),
  )
  return since
    .filter((event, i) => (i === 0 && start !== -1) || event.type === 'action.added')
    .flatMap((event) =>
      rowsIn(event).map((row, i) => ({
        row,
        event,
        place: i + 1,
        done: completed.has(row['what'] ?? null),
      })),
    )
}

/** The same as rows; each with `done` where it has been completed. */
export const actionsAgreed = (events: readonly CaseEvent[]): readonly Data[] =>
  actionsOfPlan(events).map(({ row, done }) => (done ? { ...row, done: true } : row))
