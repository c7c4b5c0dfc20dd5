import type { NewEvent } from '#casework/case/case-record.ts'
import { isOutside } from '#casework/access/owners.ts'
import type { CaseEvent, Data, DataValue } from '#engine/case-event.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { commonFields } from '#procedure/event-vocabulary.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Met } from './in-words.ts'
import { inWords } from './in-words.ts'

/** Who stands for whom: the ids of a made-up history by what they are to become. */
export type Cast = {
  /** The worker of a made-up case is called `w3` or so: in its place the user, and in texts their name. */
  readonly worker: { readonly user: string; readonly name: string }
  readonly children: ReadonlyMap<string, Met>
  /** In a text a person of the family has a name. */
  readonly names: ReadonlyMap<string, string>
  /** Who does what a role of the procedure does. */
  readonly userOf: (role: string) => string | null
}

const madeUpWorker = /^w\d+$/

const inText = (value: DataValue, cast: Cast): DataValue => {
  if (typeof value === 'string')
    return madeUpWorker.test(value) ? cast.worker.name : (cast.names.get(value) ?? value)
  if (Array.isArray(value)) return value.map((one: DataValue) => inText(one, cast))
  return value
}

const inRow = (row: DataValue, cast: Cast): DataValue =>
  typeof row === 'object' && row !== null && !Array.isArray(row)
    ? Object.fromEntries(Object.entries(row).map(([name, value]) => [name, inText(value, cast)]))
    : row

const valueFor = (kind: FieldKind | undefined, value: DataValue, cast: Cast): DataValue => {
  if (kind === 'worker') return cast.worker.user
  if (kind === 'text' || kind === 'texts') return inText(value, cast)
  if (kind === 'actions' && Array.isArray(value)) return value.map((row: DataValue) => inRow(row, cast))
  return value
}

const dataOf = ({ type, data }: CaseEvent, { events }: Procedure, cast: Cast): Data =>
  Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      valueFor(events[type]?.[field] ?? commonFields[field], value, cast),
    ]),
  )

/** Who hands families over to early help, where a procedure knows them. */
const beforeWorkers = 'social-care-manager'

/**
 * In which role a made-up worker writes. One of those who write nothing down here stands for the worker from the allocation
 * on, and until then for social care.
 */
const roleOfWorker = (role: string | null, isAllocated: boolean, procedure: Procedure): string | null => {
  if (role === null || !isOutside(role, procedure)) return role
  const { roles, standsFor } = procedure
  const own = Object.keys(roles).find((one) => (standsFor[one] ?? one) === 'practitioner')
  return isAllocated ? (own ?? role) : beforeWorkers in roles ? beforeWorkers : role
}

/** A made-up history as the users of an authority would have written it down. */
export const toldByUsers = (
  events: readonly CaseEvent[],
  procedure: Procedure,
  cast: Cast,
): readonly NewEvent[] => {
  const allocated = events.findIndex(({ type }) => type === 'case.allocated')
  return events.map((event, i) => {
    const isWorker = madeUpWorker.test(event.by?.id ?? '')
    const role = isWorker
      ? roleOfWorker(event.by?.role ?? null, allocated >= 0 && i > allocated, procedure)
      : (event.by?.role ?? null)
    const byWorker = isWorker && role !== beforeWorkers
    const user = byWorker ? cast.worker.user : role === null ? null : cast.userOf(role)
    return {
      type: event.type,
      at: event.at,
      recorded: event.recorded,
      by: { role, id: user },
      data: { ...dataOf(event, procedure, cast), ...inWords(event, cast.children) },
      override: event.override,
      writtenBy: user,
    }
  })
}
