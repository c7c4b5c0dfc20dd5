import type { Membership } from '#casework/access/actor.ts'
import type { UserQuery } from '#casework/administration/staff-ports.ts'
import type { Changing, Looking, User } from '#casework/ports.ts'
import { textOfInstant } from '../day-column.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const columns = `users.authority_id as authority, users.id as user, users.name, users.email, users.active, users.phone,
  (select coalesce(json_agg(json_build_object('role', role, 'team', team_id) order by place), '[]') from memberships
    where memberships.authority_id = users.authority_id and memberships.user_id = users.id) as memberships`

const allUsers: Statement = {
  name: 'users',
  text: `select ${columns} from users where authority_id = $1 order by name collate "en-GB-x-icu", id`,
}
/** One by one: the planner takes those of a role for many, and would read all users of a large authority to join them. */
const usersAroundTeam: Statement = {
  name: 'users-around-team',
  text: `with around as (
      select user_id from memberships where authority_id = $1 and team_id = $2
      union
      select user_id from memberships where authority_id = $1 and team_id is null
      union
      select user_id from memberships where authority_id = $1 and role = any ($3::text[])
      union
      select unnest($4::uuid[])
    )
    select users.authority_id as authority, users.id as user, users.name, users.email, users.active,
      users.phone, held.role, held.team_id as team
    from around
      cross join lateral (
        select * from users where users.authority_id = $1 and users.id = around.user_id offset 0
      ) as users
      left join lateral (
        select * from memberships where memberships.authority_id = $1 and memberships.user_id = users.id offset 0
      ) as held on true
    order by users.name collate "en-GB-x-icu", users.id, held.place`,
}
const namedUsers: Statement = {
  name: 'users-named',
  text: `select ${columns} from users where authority_id = $1 and id = any ($2::uuid[])
    order by name collate "en-GB-x-icu", id`,
}
const holders: Statement = {
  name: 'users-holding',
  text: `select ${columns} from users
    where authority_id = $1
      and id in (select user_id from memberships where authority_id = $1 and role = any ($2::text[]))
    order by name collate "en-GB-x-icu", id`,
}
const toRemind: Statement = {
  name: 'users-to-remind',
  text: `select ${columns} from users
    where authority_id = $1 and active
      and id in (
        select user_id from memberships where authority_id = $1 and role = any ($2::text[])
        union
        select worker_id from obligations
          where authority_id = $1 and worker_id is not null and state = 'open' and overdue_from <= $3)
    order by name collate "en-GB-x-icu", id`,
}
/** Every word, folded, has to stand in the name or the address. */
const foundUsers: Statement = {
  name: 'users-found',
  text: `select ${columns} from users
    where authority_id = $1
      and not exists (
        select from unnest($2::text[]) as word
        where strpos(lower(unaccent(name || ' ' || email)), lower(unaccent(word))) = 0
      )
    order by active desc, name collate "en-GB-x-icu", id limit $3 offset $4`,
}
const oneUser: Statement = {
  name: 'user',
  text: `select ${columns} from users where authority_id = $1 and id = $2`,
}
const insertUser: Statement = {
  name: 'insert-user',
  text: 'insert into users (authority_id, name, email, phone) values ($1, $2, $3, $4) returning id',
}
const insertMemberships: Statement = {
  name: 'insert-memberships',
  text: `insert into memberships (authority_id, user_id, place, role, team_id)
    select $1, $2, place, role, team from json_to_recordset($3) as fresh (place smallint, role text, team uuid)`,
}

const wordsIn = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '')

export const users = (one: Transaction): Promise<readonly User[]> =>
  rowsOf<User>(one, allUsers, [one.authority])

export const usersNamed = (one: Transaction, ids: readonly string[]): Promise<readonly User[]> =>
  rowsOf<User>(one, namedUsers, [one.authority, [...new Set(ids)].filter(isId)])

export const usersHolding = (
  one: Transaction,
  roles: readonly Membership['role'][],
): Promise<readonly User[]> => rowsOf<User>(one, holders, [one.authority, roles])

export const usersToRemind = (
  one: Transaction,
  { by, holding }: Parameters<Looking['usersToRemind']>[0],
): Promise<readonly User[]> => rowsOf<User>(one, toRemind, [one.authority, holding, textOfInstant(by)])

export const usersFound = (one: Transaction, { words, limit, offset }: UserQuery): Promise<readonly User[]> =>
  rowsOf<User>(one, foundUsers, [one.authority, wordsIn(words), limit, offset])

/** A user with one role held; without one for a user who holds none. */
type HeldRow = Omit<User, 'memberships'> & { readonly role: Membership['role'] | null } & Pick<
    Membership,
    'team'
  >

const byUser = (rows: readonly HeldRow[]): readonly User[] => {
  const found = new Map<string, User & { readonly memberships: Membership[] }>()
  for (const { role, team, ...who } of rows) {
    const known = found.get(who.user) ?? { ...who, memberships: [] }
    found.set(who.user, known)
    if (role !== null) known.memberships.push({ role, team })
  }
  return [...found.values()]
}

/** Those of a team, of no one team, of roles that are everywhere, and those named; without a team all there are. */
export const usersAround = async (
  one: Transaction,
  { team, everywhere, named }: Parameters<Looking['usersAround']>[0],
): Promise<readonly User[]> =>
  team === null
    ? users(one)
    : byUser(
        await rowsOf<HeldRow>(one, usersAroundTeam, [one.authority, team, everywhere, named.filter(isId)]),
      )

export async function user(one: Transaction, id: string): Promise<User | null> {
  if (!isId(id)) return null
  return (await rowsOf<User>(one, oneUser, [one.authority, id]))[0] ?? null
}

/** Gives somebody who holds none their roles, in this order. */
export async function setMemberships(
  one: Transaction,
  id: string,
  memberships: readonly Membership[],
): Promise<void> {
  const places = memberships.map(({ role, team }, place) => ({ place, role, team }))
  await rowsOf(one, insertMemberships, [one.authority, id, JSON.stringify(places)])
}

/** Adds somebody who may sign in. Throws where the authority already has a user with that address. */
export async function addUser(one: Transaction, given: Parameters<Changing['addUser']>[0]): Promise<User> {
  const [made] = await rowsOf<{ readonly id: string }>(one, insertUser, [
    one.authority,
    given.name,
    given.email,
    given.phone ?? null,
  ])
  const id = made?.id ?? ''
  await setMemberships(one, id, given.memberships)
  const found = await user(one, id)
  if (found === null) throw new Error('The user was not added.')
  return found
}
