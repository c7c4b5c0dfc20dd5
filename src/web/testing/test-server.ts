import type { FastifyInstance } from 'fastify'
import { parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { StandardRole } from '#casework/access/actor.ts'
import type { AuthorityToTry, Session } from '#casework/sign-in/sessions.ts'
import { draftRoutes } from '../pages/drafts/route.ts'
import { healthRoutes } from '../pages/health/route.ts'
import { homeRoutes } from '../pages/home/route.ts'
import { signInRoutes } from '../pages/sign-in/route.ts'
import { signOutRoutes } from '../pages/sign-out/route.ts'
import { makeServer } from '../server.ts'
import type { PageRoutes, WebDeps, WebSettings } from '../web-deps.ts'
import { draftsInMemory } from './drafts-in-memory.ts'
import { sessionsInMemory } from './sessions-in-memory.ts'
import { waysToBe } from './ways-to-be.ts'

/** The pages that every service has: those about families are tested over a store that holds some. */
const everyService = [healthRoutes, signInRoutes, signOutRoutes, homeRoutes, draftRoutes]

const settings: WebSettings = {
  cookieSecrets: ['a secret of more than thirty-two characters'],
  https: false,
  proxies: 0,
  idleMinutes: 30,
  longestHours: 12,
  requestsPerMinute: 1000,
  signInsPerMinute: 100,
  searchesPerMinute: 1000,
}

const authority = {
  id: 'a1',
  slug: 'one',
  name: 'First Council',
  pack: 'nine-steps',
  demonstration: true,
} as const

const who = (user: string, name: string, role: StandardRole): Pick<Session, 'actor' | 'authority'> => ({
  actor: { authority: authority.id, user, name, memberships: [{ role, team: 't1' }] },
  authority,
})

const users = [who('u1', 'Worker One', 'practitioner'), who('u2', 'Manager Two', 'manager')]

const toTry: readonly AuthorityToTry[] = [
  {
    id: authority.id,
    name: authority.name,
    procedure: 'Nine steps',
    people: users.map(({ actor }) => ({
      authority: authority.id,
      user: actor.user,
      name: actor.name,
      role: actor.memberships[0]?.role ?? 'practitioner',
      roleName: actor.user === 'u1' ? 'Practitioner' : 'Manager',
      team: 'North team',
    })),
  },
]

export type TestServer = {
  readonly server: FastifyInstance
  readonly sessions: ReturnType<typeof sessionsInMemory>
  readonly store: ReturnType<typeof draftsInMemory>
  readonly lines: string[]
  /** Lets so many minutes pass. */
  readonly wait: (minutes: number) => void
}

/** A server with two people of one authority, from Friday 6 March 2026 at 10am. */
export const testServer = async (
  change: {
    readonly pages?: readonly PageRoutes[]
    readonly settings?: Partial<WebSettings>
    readonly deps?: Partial<WebDeps>
  } = {},
): Promise<TestServer> => {
  let now = parseInstant('2026-03-06T10:00') as Instant
  const lines: string[] = []
  const sessions = sessionsInMemory(users)
  const store = draftsInMemory()
  const deps: WebDeps = {
    store,
    clock: { now: () => now },
    shelf: { pack: () => undefined },
    sessions,
    ...waysToBe(toTry),
    settings: { ...settings, ...change.settings },
    log: { write: (line) => void lines.push(line) },
    isReady: async () => true,
    ...change.deps,
  }
  const server = await makeServer(deps, [...everyService, ...(change.pages ?? [])])
  return {
    server,
    sessions,
    store,
    lines,
    wait: (minutes) => void (now = (now + minutes * 60_000) as Instant),
  }
}
