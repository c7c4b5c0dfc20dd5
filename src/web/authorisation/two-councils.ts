import type { FastifyInstance } from 'fastify'
import type { Actor, StandardRole } from '#casework/access/actor.ts'
import { standardRoles } from '#casework/access/actor.ts'
import { allocate } from '#casework/allocation/allocate.ts'
import type { CasePerson, CaseRecord } from '#casework/case/case-record.ts'
import { moment, packNamed } from '#casework/fixtures/small-authority.ts'
import { inMemoryStore } from '#casework/in-memory/in-memory-store.ts'
import type { Store } from '#casework/ports.ts'
import { receiveReferral } from '#casework/referrals/receive-referral.ts'
import { allPages } from '../pages/all-pages.ts'
import { makeServer } from '../server.ts'
import { sessionsInMemory } from '../testing/sessions-in-memory.ts'
import type { Visitor } from '../testing/visitor.ts'
import { visitor } from '../testing/visitor.ts'
import { waysToBe } from '../testing/ways-to-be.ts'
import type { Kind } from './answers.data.ts'
import { kinds } from './answers.data.ts'
import { messageAbout } from './message-about.ts'
import { signatureLine } from './signature-line.data.ts'
import { surnames } from './surnames.data.ts'

/** A route as the server itself knows it, such as `GET /cases/:id`. */
export type Route = { readonly method: string; readonly url: string }

export type Councils = {
  readonly server: FastifyInstance
  readonly store: Store
  readonly authority: string
  readonly routes: readonly Route[]
  readonly teams: Readonly<Record<'own' | 'other' | 'elsewhere', string>>
  /** Every family that there is in either council. */
  readonly families: readonly CaseRecord[]
  readonly actor: (role: StandardRole) => Actor
  readonly family: (role: StandardRole, kind: Kind) => CaseRecord
  /** The message about a family, each of which has one. */
  readonly messageAbout: (caseId: string) => string | undefined
  /** What the parent of a family is to its child, which is on record in each. */
  readonly tieIn: (caseId: string) => string | undefined
  readonly as: (role: StandardRole) => Promise<Visitor>
}

const now = moment('2026-03-06T10:00')

const people = (surname: string): readonly Omit<CasePerson, 'personId'>[] => {
  const person = { born: null, from: null, until: null, member: true, phone: null, addressProtected: false }
  const adult = { ...person, role: 'parent', addressProtected: true }
  return [
    {
      ...person,
      id: 'child',
      name: `Child${surname} ${surname}`,
      role: 'child',
      address: `1 ${surname} Street`,
    },
    {
      ...adult,
      id: 'parent',
      name: `Parent${surname} Smith`,
      phone: `01632 ${surname}`,
      address: `2 ${surname} Lane`,
    },
  ]
}

/** The words of a family that nobody may read who may not see its case. */
export const wordsOf = ({ id, reference, family, people: all }: CaseRecord): readonly string[] => [
  id,
  reference,
  family,
  ...all
    .flatMap(({ name, phone, address }) => [name, phone ?? '', address ?? ''])
    .filter((word) => word !== ''),
]

/**
 * Two councils over one store. In the first, everybody is of the team East: somebody in each role, and a colleague. For
 * each role there is a family of their own and one that is restricted to them; one each for the rest of the kinds.
 */
export const twoCouncils = async (): Promise<Councils> => {
  const clock = { now: () => now }
  const store = inMemoryStore(clock)
  const council = async (slug: string, name: string) => {
    const { id } = await store.addAuthority({
      slug,
      name,
      pack: 'nine-steps',
      closures: [],
      demonstration: true,
    })
    return store.change(id, async (all) => {
      const [east, west] = [await all.addTeam('East'), await all.addTeam('West')]
      const user = (role: StandardRole, team: string, email: string) =>
        all.addUser({ name: `The ${role}`, email, memberships: [{ role, team }] })
      const actors = new Map<StandardRole, Actor>()
      for (const role of standardRoles) actors.set(role, await user(role, east.id, `${role}@example.org`))
      const colleagues = {
        east: await user('practitioner', east.id, 'colleague@example.org'),
        west: await user('practitioner', west.id, 'west@example.org'),
      }
      return { id, east: east.id, west: west.id, actors, colleagues }
    })
  }
  const ours = await council('north-sands', 'North Sands')
  const theirs = await council('south-moor', 'South Moor')
  const deps = { store, clock, shelf: { pack: packNamed } }

  const names = surnames[Symbol.iterator]()
  const families: CaseRecord[] = []
  const messages = new Map<string, string>()
  const ties = new Map<string, string>()
  const settle = async (
    { id: authority, actors, colleagues, west }: typeof ours,
    team: string | null,
    set: { readonly worker?: string; readonly restrictedTo?: readonly string[] },
  ): Promise<CaseRecord> => {
    const family = names.next().value ?? ''
    const manager = actors.get('duty-manager') as Actor
    const referral = { key: `the referral of ${family}`, family, team, people: [], at: now }
    const result = await receiveReferral(deps, manager, { ...referral, data: { route: 'hub', form: 'MARF' } })
    if (result.kind !== 'recorded') throw new Error(JSON.stringify(result))
    if (set.worker !== undefined) {
      const given = {
        caseId: result.caseId,
        key: `${family} is given`,
        at: now,
        // Those who are given no families have some of their own here all the same: by an old role, say.
        worker: (team === west ? colleagues.west : colleagues.east).user,
        team: null,
      }
      const allocation = await allocate(deps, manager, {
        ...given,
        data: { direction: 'See the children' },
        reason: null,
      })
      if (allocation.kind !== 'recorded') throw new Error(JSON.stringify(allocation))
    }
    return store.change(authority, async (all) => {
      await all.setPeople(
        result.caseId,
        people(family).map((person) => ({ ...person, personId: null })),
      )
      await all.setCase(result.caseId, set)
      await all.keepDocument(result.caseId, {
        id: 'd1',
        version: 1,
        kind: 'form',
        template: 'long-case-review',
        title: `Review of ${family}`,
        event: 'e1',
        writtenBy: manager.user,
        writtenAt: now,
        content: {
          kind: 'form',
          formVersion: 1,
          procedureVersion: '2026-01-01',
          sections: [{ id: 'end', title: 'End', fields: [signatureLine] }],
          answers: { 'why-open': `Child${family}` },
          children: [],
        },
      })
      const record = (await all.caseById(result.caseId)) as CaseRecord
      messages.set(record.id, await messageAbout(all, record))
      const [child = '', parent = ''] = record.people.map(({ personId }) => personId)
      const tie = await all.relate({ person: parent, kind: 'parent', other: child, from: null, until: null })
      ties.set(record.id, tie.id)
      families.push(record)
      return record
    })
  }
  const { east, west, colleagues } = ours
  const everyones: Partial<Record<Kind, CaseRecord>> = {
    'of the team': await settle(ours, east, { worker: colleagues.east.user }),
    'of no team yet': await settle(ours, null, {}),
    'of another team': await settle(ours, west, { worker: colleagues.west.user }),
    'restricted to others': await settle(ours, east, { restrictedTo: [colleagues.east.user] }),
    'of another authority': await settle(theirs, theirs.east, {}),
  }
  const known = new Map<string, CaseRecord>()
  for (const [role, { user }] of ours.actors) {
    known.set(`${role} own`, await settle(ours, east, { worker: user }))
    known.set(`${role} restricted to them`, await settle(ours, east, { restrictedTo: [user] }))
    for (const kind of kinds) {
      const one = everyones[kind]
      if (one !== undefined) known.set(`${role} ${kind}`, one)
    }
  }

  const authority = await store.look(ours.id, (all) => all.authority())
  const routes: Route[] = []
  const server = await makeServer(
    {
      ...deps,
      sessions: sessionsInMemory([...ours.actors.values()].map((actor) => ({ actor, authority }))),
      ...waysToBe([
        {
          id: ours.id,
          name: authority.name,
          procedure: authority.pack,
          people: [...ours.actors].map(([role, { user, name }]) => ({
            authority: ours.id,
            user,
            name,
            role,
            roleName: role,
            team: null,
          })),
        },
      ]),
      settings: {
        cookieSecrets: ['a secret of more than thirty-two characters'],
        https: false,
        proxies: 0,
        idleMinutes: 60,
        longestHours: 12,
        requestsPerMinute: 1_000_000,
        signInsPerMinute: 1_000_000,
        searchesPerMinute: 1000,
      },
      log: null,
      isReady: async () => true,
    },
    [
      (all) =>
        void all.addHook('onRoute', ({ method, url }) => {
          for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one, url })
        }),
      ...allPages,
    ],
  )
  const actor = (role: StandardRole): Actor => ours.actors.get(role) as Actor
  return {
    server,
    store,
    authority: ours.id,
    routes,
    teams: { own: east, other: west, elsewhere: theirs.east },
    families,
    actor,
    family: (role, kind) => known.get(`${role} ${kind}`) as CaseRecord,
    tieIn: (caseId) => ties.get(caseId),
    messageAbout: (caseId) => messages.get(caseId),
    as: async (role) => {
      const who = visitor(server)
      await who.get('/sign-in')
      await who.send('/sign-in', { person: `${ours.id}/${actor(role).user}` })
      return who
    },
  }
}
