import { sign } from '@fastify/cookie'
import { Pool as HttpPool } from 'undici'
import type { Pool } from 'pg'
import type { Instant } from '#calendar/instant.ts'
import type { User } from '#casework/ports.ts'
import { caseOverview } from '#casework/case/case-overview.ts'
import { myWork } from '#casework/lists/my-work.ts'
import { record } from '#casework/recording/record.ts'
import { installedPacks } from '#app/service/installed-packs.ts'
import { postgresSessions } from '#storage/people/sessions.ts'
import { postgresStore } from '#storage/store.ts'
import { cookieName, signedFor } from '#web/own-cookies.ts'
import { paths } from '#web/paths.ts'
import type { BareJob } from './bare-server.ts'
import type { Request } from './load.ts'
import type { Asked } from './same-sql.ts'
import { listening } from './same-sql.ts'
import { secret } from './processes.ts'

/** People who are signed in at once. No one of them asks so often that the service would tell them to slow down. */
const people = 150
/** Statements that a bare handler asks as well; the rest is what signing in, authorisation and audit cost. */
const listStatements = /^worklist/
const familyStatements = /^(case|people-of-case|events-of-case)$/

const shelf = installedPacks()
const clock = { now: () => Date.now() as Instant }

/** A recording is measured beside the insert of one event, and beside everything that it asks of the database. */
export type SceneName = 'worklist' | 'family' | 'recording' | 'recording-sql'

/** What is asked of the service, and what of the bare handler, for each thing that is measured. */
export type Scenes = {
  readonly bare: BareJob
  readonly requests: Readonly<Record<SceneName, readonly Request[]>>
}

type SignedIn = { readonly user: User; readonly cookie: string; readonly cases: readonly string[] }

const signedIn = async (pool: Pool, authority: string): Promise<readonly SignedIn[]> => {
  const store = postgresStore(pool)
  const users = await store.look(authority, (one) => one.users())
  const practitioners = users.filter(({ memberships: [first] }) => first?.role === 'practitioner')
  const step = Math.max(1, Math.floor(practitioners.length / people))
  const all: SignedIn[] = []
  for (const user of practitioners.filter((_, i) => i % step === 0).slice(0, people)) {
    const id = await postgresSessions(pool).open({ authority, user: user.user }, clock.now())
    const query = { reach: 'all', worker: user.user, open: true, limit: 12, offset: 0 } as const
    const lines = await store.look(authority, (one) => one.cases(query))
    const signed = sign(signedFor('session', id), secret)
    const cookie = `${cookieName('session', { https: false })}=${encodeURIComponent(signed)}`
    all.push({ user, cookie, cases: lines.map((line) => line.id) })
  }
  return all
}

const heardIn = async (
  pool: Pool,
  wanted: RegExp,
  ask: (store: ReturnType<typeof postgresStore>) => Promise<unknown>,
): Promise<readonly Asked[]> => {
  const heard: Asked[] = []
  await ask(postgresStore(listening(pool, heard)))
  return heard.filter(({ name }) => wanted.test(name))
}

const hidden = /<input type="hidden" name="([^"]*)" value="([^"]*)">/g
const boxes = /<input[^>]*name="([^"]*)"[^>]*type="(?:text|number)"[^>]*value="([^"]*)"/g

/** The form of a page for recording a visit, filled in: every child seen alone. Null where nothing can be recorded. */
const visitIn = (markup: string): URLSearchParams | null => {
  const form = /<form method="post" novalidate[\s\S]*?<\/form>/.exec(markup)?.[0]
  if (form === undefined) return null
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of form.matchAll(hidden)) fields.set(name, value)
  for (const [, name = '', value = ''] of form.matchAll(boxes)) if (value !== '') fields.set(name, value)
  for (const [, child = ''] of form.matchAll(/name="(seen-\w+)" type="radio"/g)) fields.set(child, 'alone')
  fields.set('_key', '{key}')
  return fields
}

const cookiesIn = (header: string | string[] | undefined): string =>
  [header ?? []]
    .flat()
    .map((one) => one.split(';')[0])
    .join('; ')

/** Requests that record a visit; each was tried once, so that none of them is refused by a gate. */
const recordings = async (origin: string, all: readonly SignedIn[]): Promise<readonly Request[]> => {
  const http = new HttpPool(origin, { connections: 2 })
  const found: Request[] = []
  for (const { cookie, cases } of all)
    for (const id of cases.filter((_, i) => i % 3 === 0)) {
      const path = paths.record(id, 'visit.made')
      const page = await http.request({ method: 'GET', path, headers: { cookie } })
      const form = visitIn(await page.body.text())
      if (form === null) continue
      const headers = {
        cookie: `${cookie}; ${cookiesIn(page.headers['set-cookie'])}`,
        'content-type': 'application/x-www-form-urlencoded',
      }
      const body = form.toString().replace(encodeURIComponent('{key}'), '{key}')
      const once = body.replace('{key}', crypto.randomUUID())
      const tried = await http.request({ method: 'POST', path, headers, body: once })
      await tried.body.dump()
      if (tried.statusCode === 303) found.push({ method: 'POST', path, headers, body })
    }
  await http.close()
  return found
}

/**
 * What is asked of the database to record a visit at which every child was seen alone, where no gate is in the way. It is
 * that of a second visit on the same day, as most are here: the first changes more of what is due.
 */
const visitHeard = async (
  pool: Pool,
  user: User,
  caseId: string,
  children: readonly string[],
): Promise<readonly Asked[] | null> => {
  const seen = children.map((child) => ({ child, alone: true }))
  let last: readonly Asked[] | null = null
  for (const _ of ['first', 'second']) {
    const heard: Asked[] = []
    const store = postgresStore(listening(pool, heard))
    const said = [{ type: 'visit.made', at: clock.now(), data: { seen } }]
    const visit = { caseId, key: crypto.randomUUID(), said, reason: null, draft: 'visit.made' }
    const { kind } = await record({ store, clock, shelf }, user, visit)
    if (kind !== 'recorded') return null
    last = heard
  }
  return last
}

const visitsHeard = async (pool: Pool, all: readonly SignedIn[]): Promise<readonly (readonly Asked[])[]> => {
  const found: (readonly Asked[])[] = []
  for (const { user, cases } of all)
    for (const id of cases.filter((_, i) => i % 3 === 2)) {
      const one = await postgresStore(pool).look(user.authority, ({ caseById }) => caseById(id))
      const children = (one?.people ?? []).filter(({ role }) => role === 'child')
      const heard = await visitHeard(
        pool,
        user,
        id,
        children.map((child) => child.id),
      )
      if (heard !== null) found.push(heard)
    }
  return found
}

const gets = (pathsOf: readonly (readonly [string, string])[]): readonly Request[] =>
  pathsOf.map(([path, cookie]) => ({ method: 'GET', path, headers: { cookie }, body: null }))

/** Signs people of an authority in, and makes ready what they ask for. */
export const scenesOf = async (
  pool: Pool,
  where: { readonly origin: string; readonly url: string; readonly authority: string },
): Promise<Scenes> => {
  const all = await signedIn(pool, where.authority)
  const lists: (readonly Asked[])[] = []
  const families: (readonly Asked[])[] = []
  for (const { user, cases } of all) {
    lists.push(await heardIn(pool, listStatements, (store) => myWork({ store, clock, shelf }, user)))
    const [one] = cases
    if (one === undefined) continue
    families.push(
      await heardIn(pool, familyStatements, (store) => caseOverview({ store, clock, shelf }, user, one)),
    )
  }
  const recording = await recordings(where.origin, all)
  return {
    bare: {
      url: where.url,
      places: { worklist: lists, family: families },
      visits: await visitsHeard(pool, all),
      cases: all.flatMap(({ user, cases }) =>
        cases
          .filter((_, i) => i % 3 === 1)
          .map((id) => ({ authority: where.authority, id, user: user.user })),
      ),
    },
    requests: {
      worklist: gets(all.map(({ cookie }) => [paths.myWork, cookie] as const)),
      family: gets(
        all.flatMap(({ cookie, cases }) => cases.map((id) => [paths.family(id), cookie] as const)),
      ),
      recording,
      'recording-sql': recording,
    },
  }
}
