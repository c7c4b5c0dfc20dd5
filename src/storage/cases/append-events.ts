import type { NewEvent, StoredEvent } from '#casework/case-record.ts'
import { textOfInstant } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

/**
 * Changing the case's own row gives the numbers out, and makes everybody else who records in this case wait until the
 * transaction ends.
 */
const insertEvents: Statement = {
  name: 'insert-events',
  text: `with taken as (
      update cases set last_event = last_event + $3, revision = revision + 1
      where authority_id = $1 and id = $2
      returning last_event
    )
    insert into events (authority_id, case_id, number, type, happened_at, recorded_at, by_role, by_id, data,
      override_role, override_reason, written_by)
    select $1, $2, taken.last_event - $3 + place, type, happened_at, recorded_at, by_role, by_id, data, override_role,
      override_reason, written_by
    from taken, json_to_recordset($4) as fresh (place integer, type text, happened_at timestamptz, recorded_at timestamptz,
      by_role text, by_id text, data jsonb, override_role text, override_reason text, written_by uuid)
    returning number`,
}

/** Writes events down in a case, in their order. Throws where the authority has no such case. */
export async function appendEvents(
  one: Transaction,
  caseId: string,
  events: readonly NewEvent[],
): Promise<readonly StoredEvent[]> {
  if (events.length === 0) return []
  const rows = events.map((event, i) => ({
    place: i + 1,
    type: event.type,
    happened_at: textOfInstant(event.at),
    recorded_at: textOfInstant(event.recorded),
    by_role: event.by?.role ?? null,
    by_id: event.by?.id ?? null,
    data: event.data,
    override_role: event.override?.role ?? null,
    override_reason: event.override?.reason ?? null,
    written_by: event.writtenBy,
  }))
  const values = [one.authority, caseId, events.length, JSON.stringify(rows)]
  const written = await rowsOf<{ readonly number: number }>(one, insertEvents, values)
  if (written.length === 0) throw new Error('There is no such case to record in.')
  const first = Math.min(...written.map(({ number }) => number))
  return events.map((event, i) => ({ ...event, id: `e${first + i}` }))
}
