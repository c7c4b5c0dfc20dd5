import type { Instant } from '#calendar/instant.ts'
import type { CasePerson, CaseRecord, StoredEvent } from '#casework/case/case-record.ts'
import type { Data } from '#engine/case-event.ts'
import { dayOfColumn, dayOrNull } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { openingsOf } from '../restricted/openings.ts'
import { askForKept } from '../schedule/kept-digests.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const caseColumns = `id, reference, family, procedure, version, team_id, worker_id, restricted_to, opened_at, closed_at, revision, last_event`

const oneCase: Statement = {
  name: 'case',
  text: `select ${caseColumns} from cases where authority_id = $1 and id = $2`,
}

const lockedCase: Statement = {
  name: 'case-for-update',
  text: `select ${caseColumns} from cases where authority_id = $1 and id = $2 for update`,
}

const peopleOfCase: Statement = {
  name: 'people-of-case',
  text: `select here.id, here.role, here.from_day, here.until_day, here.member,
      people.id as person_id, people.name, people.born, people.phone, addresses.address, addresses.protected
    from case_people as here
      join people on people.authority_id = here.authority_id and people.id = here.person_id
      left join addresses on addresses.authority_id = people.authority_id and addresses.id = people.address_id
    where here.authority_id = $1 and here.case_id = $2
    order by here.place`,
}

const eventsOfCase: Statement = {
  name: 'events-of-case',
  text: `select number, type, happened_at, recorded_at, by_role, by_id, data, override_role, override_reason, written_by
    from events where authority_id = $1 and case_id = $2
    order by number`,
}

type CaseRow = {
  readonly id: string
  readonly reference: string
  readonly family: string
  readonly procedure: string
  readonly version: string
  readonly team_id: string | null
  readonly worker_id: string | null
  readonly restricted_to: readonly string[] | null
  readonly opened_at: Instant
  readonly closed_at: Instant | null
  readonly revision: number
  readonly last_event: number
}

type PersonRow = {
  readonly id: string
  readonly role: string
  readonly from_day: string | null
  readonly until_day: string | null
  readonly member: boolean
  readonly person_id: string
  readonly name: string
  readonly born: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly protected: boolean | null
}

type EventRow = {
  readonly number: number
  readonly type: string
  readonly happened_at: Instant
  readonly recorded_at: Instant
  readonly by_role: string | null
  readonly by_id: string | null
  readonly data: Data
  readonly override_role: string | null
  readonly override_reason: string | null
  readonly written_by: string | null
}

/** A case with its people and all its events; null where the authority has none with that id. */
export async function caseById(one: Transaction, id: string): Promise<CaseRecord | null> {
  return isId(id) ? readCase(one, id, rowsOf<CaseRow>(one, oneCase, [one.authority, id])) : null
}

/** The same, kept from everybody else who wants to change it until the transaction ends. */
export async function lockCase(one: Transaction, id: string): Promise<CaseRecord | null> {
  if (!isId(id)) return null
  // One after the other on the way, and carried out so: what is read second is what stands once the case is ours.
  const locked = rowsOf<CaseRow>(one, lockedCase, [one.authority, id])
  askForKept(one, id)
  return readCase(one, id, locked)
}

const readCase = async (
  one: Transaction,
  id: string,
  asked: Promise<readonly CaseRow[]>,
): Promise<CaseRecord | null> => {
  const key = [one.authority, id]
  const [[row], people, events] = await Promise.all([
    asked,
    rowsOf<PersonRow>(one, peopleOfCase, key),
    rowsOf<EventRow>(one, eventsOfCase, key),
  ])
  if (row === undefined) return null
  return recordOf(one, row, people, events.map(eventOf), await openingsFor(one, row))
}

/** Few cases are restricted: of the others nothing is asked. */
const openingsFor = async (one: Transaction, row: CaseRow): Promise<CaseRecord['openings']> =>
  row.restricted_to === null ? [] : openingsOf(one, row.id)

const recordOf = (
  one: Transaction,
  row: CaseRow,
  people: readonly PersonRow[],
  events: readonly StoredEvent[],
  openings: CaseRecord['openings'],
): CaseRecord => ({
  authority: one.authority,
  id: row.id,
  reference: row.reference,
  family: row.family,
  procedure: row.procedure,
  version: dayOfColumn(row.version),
  team: row.team_id,
  worker: row.worker_id,
  restrictedTo: row.restricted_to,
  openings,
  opened: row.opened_at,
  closed: row.closed_at,
  revision: row.revision,
  people: people.map(personOf),
  events,
})

const personOf = (row: PersonRow): CasePerson => ({
  id: row.id,
  role: row.role,
  born: dayOrNull(row.born),
  from: dayOrNull(row.from_day),
  until: dayOrNull(row.until_day),
  member: row.member,
  personId: row.person_id,
  name: row.name,
  phone: row.phone,
  address: row.address,
  addressProtected: row.protected ?? false,
})

const eventOf = (row: EventRow): StoredEvent => ({
  id: `e${row.number}`,
  type: row.type,
  at: row.happened_at,
  recorded: row.recorded_at,
  by: row.by_role === null && row.by_id === null ? null : { role: row.by_role, id: row.by_id },
  data: row.data,
  override: row.override_reason === null ? null : { role: row.override_role, reason: row.override_reason },
  writtenBy: row.written_by,
})
