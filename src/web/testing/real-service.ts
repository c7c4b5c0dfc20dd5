import type { FastifyInstance } from 'fastify'
import type { StandardRole } from '#casework/access/actor.ts'
import { codeOf } from '#casework/fixtures/plain-secrets.ts'
import { smallAuthority } from '#casework/fixtures/small-authority.ts'
import { inviteUser } from '#casework/administration/invite-user.ts'
import type { Message } from '#casework/messages/message.ts'
import type { AuditEntry, Authority, Store } from '#casework/ports.ts'
import type { Session, SignIn } from '#casework/sign-in/sessions.ts'
import { makeServer } from '../server.ts'
import type { WebDeps } from '../web-deps.ts'
import { problemsIn } from './problems-in.ts'
import { sessionsInMemory } from './sessions-in-memory.ts'
import { visitor } from './visitor.ts'
import type { Visitor } from './visitor.ts'
import { waysToBe } from './ways-to-be.ts'

export const goodPassword = 'lantern otter 7 quarry'

/** The service of authorities that are no demonstration, over a store in memory. */
export type RealService = {
  readonly server: FastifyInstance
  readonly deps: WebDeps
  readonly store: Store
  readonly authorities: readonly Authority[]
  readonly sessions: ReturnType<typeof sessionsInMemory>
  readonly lines: readonly string[]
  readonly set: (now: string) => void
  /** Another process over the same records. */
  readonly restart: () => Promise<FastifyInstance>
  /** Invites somebody to the first authority, or another, and gives the path of their link. */
  readonly invite: (email: string, role?: StandardRole, authority?: number) => Promise<string>
  /** Somebody who has accepted their invitation, at the moment that it is; what their app was told. */
  readonly settled: (email: string, role?: StandardRole) => Promise<{ who: Visitor; secret: string }>
  readonly code: (secret: string) => string
  readonly letters: () => Promise<readonly Message[]>
  readonly audit: () => readonly AuditEntry[]
}

/** What the page of an invitation shows as the key for the app. */
export const secretOn = (page: string): string =>
  (/<span class="app-secret">([A-Z0-9 ]+)<\/span>/.exec(page)?.[1] ?? '').replaceAll(' ', '')

export const pathOf = (link: string): string => new URL(link).pathname

/** Fails where the page is not valid markup. */
export const checked = async <A extends { readonly body: string }>(answer: Promise<A> | A): Promise<A> => {
  const { body } = await answer
  const problems = await problemsIn(body)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return answer
}

/** Keeps what is put into the audit, whichever authority's: signing in is about no case. */
const listening = (store: Store, entries: AuditEntry[]): Store => ({
  ...store,
  change: (authority, work) =>
    store.change(authority, (all) =>
      work({
        ...all,
        audit: async (entry) => {
          entries.push(entry)
          await all.audit(entry)
        },
      }),
    ),
})

export const realService = async (
  names: readonly string[] = ['South Sands'],
  more: Partial<SignIn> = {},
): Promise<RealService> => {
  const small = await smallAuthority()
  const entries: AuditEntry[] = []
  const store = listening(small.store, entries)
  const authorities: Authority[] = []
  for (const name of names)
    authorities.push(
      await store.addAuthority({
        slug: name.toLowerCase().replaceAll(' ', '-'),
        name,
        pack: 'nine-steps',
        closures: [],
        demonstration: false,
      }),
    )
  const known: Pick<Session, 'actor' | 'authority'>[] = []
  const sessions = sessionsInMemory(known)
  const lines: string[] = []
  const deps: WebDeps = {
    ...small.deps,
    store,
    sessions,
    ...waysToBe([], { authorities: async () => authorities, passwords: true, ...more }),
    settings: {
      cookieSecrets: ['a secret of more than thirty-two characters'],
      https: false,
      proxies: 0,
      idleMinutes: 100_000,
      longestHours: 100_000,
      requestsPerMinute: 10_000,
      signInsPerMinute: 1000,
      searchesPerMinute: 1000,
    },
    log: { write: (line) => void lines.push(line) },
    isReady: async () => true,
  }
  const server = await makeServer(deps)
  const code = (secret: string): string => codeOf(secret, deps.clock.now())
  let invited = 0

  const invite: RealService['invite'] = async (email, role = 'practitioner', at = 0) => {
    invited += 1
    const authority = authorities[at]
    if (authority === undefined) throw new Error('no such authority')
    const by = { authority: authority.id, user: null }
    const given = { key: `invitation-${invited}`, name: `User ${invited}`, email }
    const result = await inviteUser(deps, by, { ...given, memberships: [{ role, team: null }] })
    if (result.kind !== 'invited' || result.invitation === null) throw new Error(result.kind)
    known.push({ actor: result.user, authority })
    return pathOf(result.invitation.link)
  }

  return {
    server,
    deps,
    store,
    authorities,
    sessions,
    lines,
    set: small.set,
    restart: () => makeServer(deps),
    invite,
    settled: async (email, role) => {
      const path = await invite(email, role)
      const who = visitor(server)
      await who.get(path)
      await who.send(path, { password: goodPassword, again: goodPassword })
      const secret = secretOn((await who.get(`${path}/codes`)).body)
      await who.send(`${path}/codes`, { code: code(secret) })
      return { who, secret }
    },
    code,
    letters: async () => {
      const everything = { state: null, about: null, to: 'anybody', before: null, limit: 100 } as const
      return store.look(authorities[0]?.id ?? '', (all) => all.messages(everything))
    },
    audit: () => entries,
  }
}
