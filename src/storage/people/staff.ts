import { formatDay, type Day } from '#calendar/day.ts'
import type { ChangingStaff, Closure, DutyDay } from '#casework/administration/staff-ports.ts'
import { dayOfColumn } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'
import { setMemberships } from './users.ts'

const dutyDays: Statement = {
  name: 'duty-days',
  text: 'select day, user_id as user from duty_days where authority_id = $1 and day between $2 and $3 order by day',
}
const openFamiliesOf: Statement = {
  name: 'open-families-of-workers',
  text: `select worker_id as worker, count(*)::integer as families from cases
    where authority_id = $1 and closed_at is null and worker_id = any ($2::uuid[]) group by worker_id`,
}
const peopleOfTeams: Statement = {
  name: 'people-in-teams',
  text: `select team_id as team, count(distinct user_id)::integer as people
    from memberships join users using (authority_id)
    where authority_id = $1 and users.id = user_id and users.active and team_id is not null
    group by team_id`,
}
const outdatedCases: Statement = {
  name: 'outdated-cases',
  text: 'select case_id as id from outdated_schedules where authority_id = $1 order by case_id limit $2',
}
const staffLocked: Statement = {
  name: 'lock-staff',
  text: "select pg_advisory_xact_lock(hashtextextended('staff ' || $1, 0))",
}
const userChanged: Statement = {
  name: 'change-user',
  text: `update users set name = $3, active = $4, phone = $5, revision = revision + 1
    where authority_id = $1 and id = $2 returning id`,
}
const membershipsGone: Statement = {
  name: 'drop-memberships',
  text: 'delete from memberships where authority_id = $1 and user_id = $2',
}
const teamRenamed: Statement = {
  name: 'rename-team',
  text: 'update teams set name = $3 where authority_id = $1 and id = $2 returning id',
}
const closuresSet: Statement = {
  name: 'set-closures',
  text: 'update authorities set closures = $2 where authority_id = $1',
}
const schedulesOutdated: Statement = {
  name: 'outdate-schedules',
  text: `insert into outdated_schedules (authority_id, case_id)
    select authority_id, id from cases
    where authority_id = $1
      and (closed_at is null or exists (
        select from obligations
        where obligations.authority_id = cases.authority_id and case_id = cases.id
          and state not in ('met', 'met-late', 'lapsed')
      ))
    on conflict (authority_id, case_id) do nothing`,
}
const caughtUp: Statement = {
  name: 'caught-up',
  text: 'delete from outdated_schedules where authority_id = $1 and case_id = $2',
}
const dutyGone: Statement = {
  name: 'drop-duty',
  text: 'delete from duty_days where authority_id = $1 and day = $2',
}
const dutySet: Statement = {
  name: 'set-duty',
  text: `insert into duty_days (authority_id, day, user_id) values ($1, $2, $3)
    on conflict (authority_id, day) do update set user_id = excluded.user_id`,
}

export async function duty(one: Transaction, from: Day, until: Day): Promise<readonly DutyDay[]> {
  type Row = { readonly day: string; readonly user: string }
  const rows = await rowsOf<Row>(one, dutyDays, [one.authority, formatDay(from), formatDay(until)])
  return rows.map(({ day, user }) => ({ day: dayOfColumn(day), user }))
}

export async function openFamilies(
  one: Transaction,
  workers: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  type Row = { readonly worker: string; readonly families: number }
  const rows = await rowsOf<Row>(one, openFamiliesOf, [one.authority, workers.filter(isId)])
  return new Map(rows.map(({ worker, families }) => [worker, families]))
}

export async function peopleInTeams(one: Transaction): Promise<ReadonlyMap<string, number>> {
  type Row = { readonly team: string; readonly people: number }
  const rows = await rowsOf<Row>(one, peopleOfTeams, [one.authority])
  return new Map(rows.map(({ team, people }) => [team, people]))
}

export async function outdated(one: Transaction, limit: number): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly id: string }>(one, outdatedCases, [one.authority, limit])
  return rows.map(({ id }) => id)
}

/** Administrators wait for each other; nobody else waits for them. */
export async function lockStaff(one: Transaction): Promise<void> {
  await rowsOf(one, staffLocked, [one.authority])
}

export async function changeUser(
  one: Transaction,
  id: string,
  { name, active, phone, memberships }: Parameters<ChangingStaff['changeUser']>[1],
): Promise<void> {
  const found = isId(id) ? await rowsOf(one, userChanged, [one.authority, id, name, active, phone]) : []
  if (found.length === 0) throw new Error('There is no such user to change.')
  await rowsOf(one, membershipsGone, [one.authority, id])
  await setMemberships(one, id, memberships)
}

export async function renameTeam(one: Transaction, id: string, name: string): Promise<void> {
  const found = isId(id) ? await rowsOf(one, teamRenamed, [one.authority, id, name]) : []
  if (found.length === 0) throw new Error('There is no such team to rename.')
}

export async function setClosures(one: Transaction, closures: readonly Closure[]): Promise<void> {
  const texts = closures.map(({ day, name }) => ({ day: formatDay(day), name }))
  await rowsOf(one, closuresSet, [one.authority, JSON.stringify(texts)])
}

export async function outdateSchedules(one: Transaction): Promise<void> {
  await rowsOf(one, schedulesOutdated, [one.authority])
}

export async function noteUpToDate(one: Transaction, caseId: string): Promise<void> {
  await rowsOf(one, caughtUp, [one.authority, caseId])
}

export async function setDuty(one: Transaction, day: Day, user: string | null): Promise<void> {
  const key = [one.authority, formatDay(day)]
  await (user === null ? rowsOf(one, dutyGone, key) : rowsOf(one, dutySet, [...key, user]))
}
