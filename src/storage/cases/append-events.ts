import type { NewEvent, StoredEvent } from '#casework/case/case-record.ts'
import type { KeptForLists } from '#casework/schedule/obligation-row.ts'
import { textOfInstant, textOrNull } from '../day-column.ts'
import { keptOf } from '../schedule/kept-digests.ts'
import { differencesOf, writingDifferences } from '../schedule/write-schedule.ts'
import { foundAtTheEnd, rowsOf, type Statement, type Transaction } from '../transaction.ts'

const columns = `type, happened_at, recorded_at, by_role, by_id, data, override_role, override_reason, written_by`

/** Of a statement that has the row of the case as `cases`, with its number of events as it is to be. */
const insert = `insert into events (authority_id, case_id, number, ${columns})
    select $1, $2, cases.last_event - $3 + place, ${columns}
    from cases, json_to_recordset($4) as fresh (place integer, type text, happened_at timestamptz, recorded_at timestamptz,
      by_role text, by_id text, data jsonb, override_role text, override_reason text, written_by uuid)`

/**
 * Changing the case's own row gives the numbers out, and makes everybody else who records in this case wait until the
 * transaction ends.
 */
const insertEvents: Statement = {
  name: 'insert-events',
  text: `with cases as (
      update cases set last_event = last_event + $3, revision = revision + 1
      where authority_id = $1 and id = $2
      returning last_event
    )
    ${insert}
    returning number`,
}

/** All that is written about the case itself when something is recorded in it, so that its row is written once. */
const recordedEvents: Statement = {
  name: 'record-events',
  text: `with cases as (
      update cases set last_event = last_event + $3, revision = revision + 1,
        schedule_version = $6, schedule_last_event = $7, step = $8, closed_at = $9
      where authority_id = $1 and id = $2 and last_event = $5
      returning last_event, team_id, worker_id
    ),
    recorded as (${insert}),
    ${writingDifferences({ gone: '$10', fresh: '$11' })}
    select from cases`,
}

const eventRows = (events: readonly NewEvent[]): string =>
  JSON.stringify(
    events.map((event, i) => ({
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
    })),
  )

/** Writes events down in a case, in their order. Throws where the authority has no such case. */
export async function appendEvents(
  one: Transaction,
  caseId: string,
  events: readonly NewEvent[],
): Promise<readonly StoredEvent[]> {
  if (events.length === 0) return []
  const values = [one.authority, caseId, events.length, eventRows(events)]
  const written = await rowsOf<{ readonly number: number }>(one, insertEvents, values)
  if (written.length === 0) throw new Error('There is no such case to record in.')
  const first = Math.min(...written.map(({ number }) => number))
  return events.map((event, i) => ({ ...event, id: `e${first + i}` }))
}

/**
 * Writes events down in a case that is held, and what is kept for lists because of all its events.
 *
 * @param known how many events it had when it was taken hold of; the transaction fails where it has others
 */
export async function recordEvents(
  one: Transaction,
  caseId: string,
  known: number,
  events: readonly NewEvent[],
  { rows, stamp, step, closed }: KeptForLists,
): Promise<void> {
  const { gone, fresh } = differencesOf(rows, await keptOf(one, caseId))
  const recorded = [one.authority, caseId, events.length, eventRows(events), known]
  const onCase = [stamp.version, stamp.lastEvent, step, textOrNull(closed)]
  const values = [...recorded, ...onCase, gone, JSON.stringify(fresh)]
  foundAtTheEnd(one, rowsOf(one, recordedEvents, values), 'The case was not held while it was recorded in.')
}
