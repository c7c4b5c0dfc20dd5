import type pg from 'pg'
import { formatDay } from '#calendar/day.ts'
import type { Authority, Team } from '#casework/ports.ts'
import { dayOfColumn } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { changing, notReached, rowsOf, type Statement, type Transaction } from '../transaction.ts'

const columns = 'authority_id as id, slug, name, pack, closures, demonstration'

const allAuthorities: Statement = {
  name: 'all-authorities',
  text: `select ${columns} from all_authorities() order by name collate "en-GB-x-icu"`,
}
const thisAuthority: Statement = {
  name: 'this-authority',
  text: `select ${columns} from authorities where authority_id = $1`,
}
const insertAuthority: Statement = {
  name: 'insert-authority',
  text: `insert into authorities (authority_id, slug, name, pack, closures, demonstration)
    values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
}
const allTeams: Statement = {
  name: 'teams',
  text: 'select id, name from teams where authority_id = $1 order by name collate "en-GB-x-icu", id',
}
const oneTeam: Statement = {
  name: 'team',
  text: 'select id, name from teams where authority_id = $1 and id = $2',
}
const insertTeam: Statement = {
  name: 'insert-team',
  text: 'insert into teams (authority_id, name) values ($1, $2) returning id, name',
}

type ClosureText = { readonly day: string; readonly name: string }
type Row = Omit<Authority, 'closures'> & { readonly closures: readonly ClosureText[] }

/** Closures that read the same are one array, so that a calendar made for them once is found again. */
const known = new Map<string, { readonly text: string; readonly closures: Authority['closures'] }>()

function authorityOf(row: Row): Authority {
  const text = JSON.stringify(row.closures)
  const kept = known.get(row.id)
  if (kept?.text === text) return { ...row, closures: kept.closures }
  const closures = row.closures.map(({ day, name }) => ({ day: dayOfColumn(day), name }))
  known.set(row.id, { text, closures })
  return { ...row, closures }
}

/** Every authority, by name: for signing in, before it is known whose data is asked for. */
export async function authorities(pool: pg.Pool): Promise<readonly Authority[]> {
  const { rows } = await pool.query<Row>(allAuthorities).catch((error: unknown) => {
    throw notReached(error)
  })
  return rows.map(authorityOf)
}

export async function authority(one: Transaction): Promise<Authority> {
  const [row] = await rowsOf<Row>(one, thisAuthority, [one.authority])
  if (row === undefined) throw new Error('There is no such authority.')
  return authorityOf(row)
}

/** Adds an authority under an id of the caller's. */
export function addAuthority(pool: pg.Pool, { closures, ...given }: Authority): Promise<Authority> {
  return changing(pool, given.id, async (one) => {
    const texts = closures.map(({ day, name }) => ({ day: formatDay(day), name }))
    const { id, slug, name, pack, demonstration } = given
    const values = [id, slug, name, pack, JSON.stringify(texts), demonstration]
    await rowsOf<Row>(one, insertAuthority, values)
    return authority(one)
  })
}

export const teams = (one: Transaction): Promise<readonly Team[]> =>
  rowsOf<Team>(one, allTeams, [one.authority])

export async function team(one: Transaction, id: string): Promise<Team | null> {
  if (!isId(id)) return null
  return (await rowsOf<Team>(one, oneTeam, [one.authority, id]))[0] ?? null
}

export async function addTeam(one: Transaction, name: string): Promise<Team> {
  const [made] = await rowsOf<Team>(one, insertTeam, [one.authority, name])
  if (made === undefined) throw new Error('The team was not added.')
  return made
}
