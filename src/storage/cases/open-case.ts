import { formatDay } from '#calendar/day.ts'
import { caseReference } from '#casework/case/case-reference.ts'
import type { CaseRecord } from '#casework/case/case-record.ts'
import type { Changing } from '#casework/ports.ts'
import { textOfInstant } from '../day-column.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { caseById } from './load-case.ts'
import { setPeople } from './set-people.ts'

const nextNumber: Statement = {
  name: 'next-case-number',
  text: `update authorities set cases_opened = cases_opened + 1 where authority_id = $1
    returning cases_opened as number, slug`,
}

const insertCase: Statement = {
  name: 'insert-case',
  text: `insert into cases (authority_id, reference, family, procedure, version, team_id, opened_at)
    values ($1, $2, $3, $4, $5, $6, $7) returning id`,
}

/** Opens a case for a family, with its people; no event is on record yet. */
export async function openCase(
  one: Transaction,
  opening: Parameters<Changing['openCase']>[0],
): Promise<CaseRecord> {
  const [next] = await rowsOf<{ readonly number: number; readonly slug: string }>(one, nextNumber, [
    one.authority,
  ])
  if (next === undefined) throw new Error('There is no such authority to open a case in.')
  const { family, procedure, version, team, opened } = opening
  const [made] = await rowsOf<{ readonly id: string }>(one, insertCase, [
    one.authority,
    caseReference(next.slug, next.number),
    family,
    procedure,
    formatDay(version),
    team,
    textOfInstant(opened),
  ])
  const id = made?.id ?? ''
  await setPeople(
    one,
    id,
    opening.people.map((person) => ({ ...person, personId: null })),
    { at: opened, by: null },
  )
  const found = await caseById(one, id)
  if (found === null) throw new Error('The case that was just opened cannot be read.')
  return found
}
