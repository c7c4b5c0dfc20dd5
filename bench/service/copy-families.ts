import type { Client } from 'pg'
import { obligationColumns } from '#storage/schedule/obligation-columns.ts'

/** What is copied: families of one authority into another, each copy with staff of its own. */
export type Copies = {
  readonly from: string
  readonly into: string
  readonly families: number
  /** Only families whose case is closed, given to the staff that is there already. */
  readonly closed?: boolean
}

/** The id of the nth copy of something: the same wherever it is named. */
const mapping = `create or replace function pg_temp.copied(id uuid, copy integer) returns uuid
  language sql immutable return md5(id::text || '/' || copy::text)::uuid`

const planned = `create temp table planned as
  with template as (
    select id, row_number() over (order by reference) as place, count(*) over () as of_all
    from cases where authority_id = $1 and (not $3 or closed_at is not null)
  ),
  staffed as (select greatest(count(*) / 2, 1)::integer as blocks from teams where authority_id = $2)
  select template.id as case_id, copy + (case when $3 then 1000000 else 0 end) as copy,
    case when $3 then copy % staffed.blocks else copy end as staff,
    row_number() over (order by copy, place) as nth
  from staffed, template join generate_series(0, $4::integer) as copy on copy * of_all + place <= $4`

const staff: readonly string[] = [
  `insert into teams (authority_id, id, name)
    select $2, pg_temp.copied(id, staff), name || ' ' || staff
    from teams, (select distinct staff from planned) as blocks where authority_id = $1`,
  `insert into users (authority_id, id, name, email)
    select $2, pg_temp.copied(id, staff), name, staff || '.' || email
    from users, (select distinct staff from planned) as blocks where authority_id = $1`,
  // An authority has a few whose work is everywhere, however large it is: the others of their copies belong to a team.
  `insert into memberships (authority_id, user_id, place, role, team_id)
    select $2, pg_temp.copied(user_id, staff), place,
      case when staff > 0 and team_id is null and role <> 'partner' then 'business-support' else role end,
      case when staff > 0 and team_id is null
        then (select pg_temp.copied(id, staff) from teams where authority_id = $1 order by name limit 1)
        else pg_temp.copied(team_id, staff) end
    from memberships, (select distinct staff from planned) as blocks where authority_id = $1`,
]

const families: readonly string[] = [
  `insert into cases (authority_id, id, reference, family, procedure, version, team_id, worker_id, opened_at, closed_at, step,
      children, last_event, schedule_version, schedule_last_event, revision)
    select $2, pg_temp.copied(id, copy), (case when copy < 1000000 then 'B-' else 'C-' end) || nth, family, procedure, version,
      pg_temp.copied(team_id, staff), pg_temp.copied(worker_id, staff), opened_at, closed_at, step,
      children, last_event, schedule_version, schedule_last_event, revision
    from planned join cases on authority_id = $1 and id = case_id`,
  `insert into addresses (authority_id, id, address, protected)
    select distinct on (addresses.id, copy) $2::uuid, pg_temp.copied(addresses.id, copy), address, protected
    from planned
      join case_people using (case_id)
      join people on people.authority_id = $1 and people.id = person_id
      join addresses on addresses.authority_id = $1 and addresses.id = address_id
    where case_people.authority_id = $1`,
  `insert into people (authority_id, id, name, born, phone, address_id, revision)
    select $2, pg_temp.copied(people.id, copy), name, born, phone, pg_temp.copied(address_id, copy), revision
    from planned join case_people using (case_id) join people on people.authority_id = $1 and people.id = person_id
    where case_people.authority_id = $1`,
  `insert into case_people (authority_id, case_id, id, place, person_id, role, from_day, until_day, member)
    select $2, pg_temp.copied(case_id, copy), id, place, pg_temp.copied(person_id, copy), role, from_day, until_day, member
    from planned join case_people using (case_id) where authority_id = $1`,
  `insert into events (authority_id, case_id, number, type, happened_at, recorded_at, by_role, by_id, data, override_role,
      override_reason, written_by)
    select $2, pg_temp.copied(case_id, copy), number, type, happened_at, recorded_at, by_role,
      pg_temp.copied(by_id::uuid, staff)::text,
      case when data ? 'worker'
        then data || jsonb_build_object('worker', pg_temp.copied((data ->> 'worker')::uuid, staff)) else data end,
      override_role, override_reason, pg_temp.copied(written_by, staff)
    from planned join events using (case_id) where authority_id = $1`,
  `insert into obligations (authority_id, case_id, team_id, worker_id, key, ${obligationColumns.join(', ')})
    select $2, pg_temp.copied(case_id, copy), pg_temp.copied(team_id, staff), pg_temp.copied(worker_id, staff),
      key, ${obligationColumns.join(', ')}
    from planned join obligations using (case_id) where authority_id = $1`,
]

const counted =
  'update authorities set cases_opened = cases_opened + (select count(*) from planned) where authority_id = $1'

const tables = ['cases', 'people', 'case_people', 'obligations', 'addresses']

type Index = { readonly name: string; readonly definition: string }

/** Indexes that are made faster for all rows at once than row by row. Keys and uniqueness stay. */
const secondary = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index where indrelid = any ($1::regclass[]) and not indisunique`

/** Does work with tables without their secondary indexes, which are made again afterwards. */
async function withoutIndexes(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<Index>(secondary, [tables])
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await work()
  for (const { definition } of rows) await client.query(definition)
}

/**
 * Copies families within the database, as its administrator: no trigger and no reference is looked at, since everything that
 * a copy refers to is copied with it.
 */
export async function copyFamilies(client: Client, all: readonly Copies[]): Promise<void> {
  await client.query('analyze')
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(mapping)
  await withoutIndexes(client, async () => {
    for (const { from, into, families: wanted, closed = false } of all) {
      await client.query(planned, [from, into, closed, wanted])
      await client.query('analyze planned')
      for (const text of [...(closed ? [] : staff), ...families]) await client.query(text, [from, into])
      await client.query(counted, [into])
      await client.query('drop table planned')
    }
  })
  await client.query('commit')
}
