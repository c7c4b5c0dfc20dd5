import type { NewEvent, StoredEvent } from '#casework/case-record.ts'
import { textOfInstant } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

/** Gives the numbers out, and makes everybody else who records in this case wait until the transaction ends. */
const takeNumbers: Statement = {
  name: 'take-event-numbers',
  text: `update cases set last_event = last_event + $3, revision = revision + 1
    where authority_id = $1 and id = $2
    returning last_event`,
}

const insertEvents: Statement = {
  name: 'insert-events',
  text: `insert into events (authority_id, case_id, number, type, happened_at, recorded_at, by_role, by_id, data,
      override_role, override_reason, written_by)
    select $1, $2, number, type, happened_at, recorded_at, by_role, by_id, data, override_role, override_reason, written_by
    from json_to_recordset($3) as fresh (number integer, type text, happened_at timestamptz, recorded_at timestamptz,
      by_role text, by_id text, data jsonb, override_role text, override_reason text, written_by uuid)`,
}

/** Writes events down in a case, in their order. Throws where the authority has no such case. */
export async function appendEvents(
  one: Transaction,
  caseId: string,
  events: readonly NewEvent[],
): Promise<readonly StoredEvent[]> {
  if (events.length === 0) return []
  const [taken] = await rowsOf<{ readonly last_event: number }>(one, takeNumbers, [
    one.authority,
    caseId,
    events.length,
  ])
  if (taken === undefined) throw new Error('There is no such case to record in.')
  const first = taken.last_event - events.length + 1
  const rows = events.map((event, i) => ({
    number: first + i,
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
  await rowsOf(one, insertEvents, [one.authority, caseId, JSON.stringify(rows)])
  return events.map((event, i) => ({ ...event, id: `e${first + i}` }))
}
