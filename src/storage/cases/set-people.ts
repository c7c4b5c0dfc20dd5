import { randomUUID } from 'node:crypto'
import { isChild } from '#engine/case-event.ts'
import type { Written } from '#casework/people/people-ports.ts'
import type { Changing } from '#casework/ports.ts'
import { textOfDay } from '../day-column.ts'
import { saidBy } from '../people/relationships.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const addressesOf: Statement = {
  name: 'addresses-of-people',
  text: `select people.id as person_id, addresses.id, addresses.address, addresses.protected
    from people left join addresses
      on addresses.authority_id = people.authority_id and addresses.id = people.address_id
    where people.authority_id = $1 and people.id = any ($2::uuid[])`,
}

const insertAddresses: Statement = {
  name: 'insert-addresses',
  text: `insert into addresses (authority_id, id, address, protected)
    select $1, id, address, protected from json_to_recordset($2) as fresh (id uuid, address text, protected boolean)`,
}

const insertPeople: Statement = {
  name: 'insert-people',
  text: `insert into people (authority_id, id, name, born, phone, address_id, changed_at, changed_by)
    select $1, id, name, born, phone, address_id, coalesce($3::timestamptz, now()), $4
    from json_to_recordset($2) as fresh (id uuid, name text, born date, phone text, address_id uuid)`,
}

const updatePeople: Statement = {
  name: 'update-people',
  text: `update people set name = fresh.name, born = fresh.born, phone = fresh.phone, address_id = fresh.address_id,
      revision = people.revision + 1, changed_at = coalesce($3::timestamptz, now()), changed_by = $4
    from json_to_recordset($2) as fresh (id uuid, name text, born date, phone text, address_id uuid)
    where people.authority_id = $1 and people.id = fresh.id
      and (people.name, people.born, people.phone, people.address_id)
        is distinct from (fresh.name, fresh.born, fresh.phone, fresh.address_id)`,
}

const signedOff: Statement = {
  name: 'sign-people-off-case',
  text: `update case_people set changed_at = coalesce($4::timestamptz, now()), changed_by = $5
    where authority_id = $1 and case_id = $2 and not id = any ($3::text[])`,
}

const takeOff: Statement = {
  name: 'take-people-off-case',
  text: 'delete from case_people where authority_id = $1 and case_id = $2 and not id = any ($3::text[])',
}

const putOn: Statement = {
  name: 'put-people-on-case',
  text: `insert into case_people (authority_id, case_id, id, place, person_id, role, from_day, until_day, member, changed_at,
      changed_by)
    select $1, $2, id, place, person_id, role, from_day, until_day, member, coalesce($4::timestamptz, now()), $5
    from json_to_recordset($3) as fresh (id text, place smallint, person_id uuid, role text, from_day date,
      until_day date, member boolean)
    on conflict (authority_id, case_id, id) do update set place = excluded.place, person_id = excluded.person_id,
      role = excluded.role, from_day = excluded.from_day, until_day = excluded.until_day, member = excluded.member,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
}

const countChildren: Statement = {
  name: 'count-children',
  text: 'update cases set children = $3, revision = revision + 1 where authority_id = $1 and id = $2 returning id',
}

type Given = Parameters<Changing['setPeople']>[1][number]
type Address = { readonly id: string; readonly address: string | null; readonly protected: boolean }
type KnownRow = { readonly person_id: string } & { readonly [K in keyof Address]: Address[K] | null }

const sameAddress = (one: Pick<Address, 'address' | 'protected'>): string =>
  `${one.protected ? 'protected' : 'open'} ${one.address ?? ''}`

/** Sets who is in a case, and what is known of them. Those at one address share its row: they are a household. */
export async function setPeople(
  one: Transaction,
  caseId: string,
  people: readonly Given[],
  written?: Written,
): Promise<void> {
  const { authority } = one
  const ids = people.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const known = ids.length === 0 ? [] : await rowsOf<KnownRow>(one, addressesOf, [authority, ids])
  const homes = new Map<string, string>()
  for (const { id, address, protected: guarded } of known)
    if (id !== null) homes.set(sameAddress({ address, protected: guarded ?? false }), id)

  const freshAddresses: Address[] = []
  const homeOf = ({ address, addressProtected }: Given): string | null => {
    if (address === null && !addressProtected) return null
    const words = sameAddress({ address, protected: addressProtected })
    const found = homes.get(words)
    if (found !== undefined) return found
    const id = randomUUID()
    homes.set(words, id)
    freshAddresses.push({ id, address, protected: addressProtected })
    return id
  }
  const rows = people.map((person, place) => ({
    isNew: person.personId === null,
    person: {
      id: person.personId ?? randomUUID(),
      name: person.name,
      born: textOfDay(person.born),
      phone: person.phone,
      address_id: homeOf(person),
    },
    here: {
      id: person.id,
      place,
      role: person.role,
      from_day: textOfDay(person.from),
      until_day: textOfDay(person.until),
      member: person.member,
    },
  }))
  const by = saidBy(written)
  const write = async (statement: Statement, list: readonly object[]): Promise<void> => {
    if (list.length > 0) await rowsOf(one, statement, [authority, JSON.stringify(list), ...by])
  }
  if (freshAddresses.length > 0)
    await rowsOf(one, insertAddresses, [authority, JSON.stringify(freshAddresses)])
  await write(
    insertPeople,
    rows.filter(({ isNew }) => isNew).map(({ person }) => person),
  )
  await write(
    updatePeople,
    rows.filter(({ isNew }) => !isNew).map(({ person }) => person),
  )
  const here = rows.map(({ person, here: place }) => ({ ...place, person_id: person.id }))
  const stay = here.map(({ id }) => id)
  await rowsOf(one, signedOff, [authority, caseId, stay, ...by])
  await rowsOf(one, takeOff, [authority, caseId, stay])
  await rowsOf(one, putOn, [authority, caseId, JSON.stringify(here), ...by])
  const children = people.filter((person) => isChild(person) && person.until === null).length
  const found = await rowsOf(one, countChildren, [authority, caseId, children])
  if (found.length === 0) throw new Error('There is no such case to put people on.')
}
