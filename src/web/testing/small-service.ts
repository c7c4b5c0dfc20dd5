import type { FastifyInstance } from 'fastify'
import type { Actor, StandardRole } from '#casework/access/actor.ts'
import type { SmallAuthority } from '#casework/fixtures/small-authority.ts'
import { smallAuthority } from '#casework/fixtures/small-authority.ts'
import type { Sessions } from '#casework/sign-in/sessions.ts'
import { makeServer } from '../server.ts'
import { sessionsInMemory } from './sessions-in-memory.ts'
import type { Visitor } from './visitor.ts'
import { visitor } from './visitor.ts'
import { waysToBe } from './ways-to-be.ts'

/** The service over a store in memory, with somebody in each role. */
export type SmallService = {
  readonly place: SmallAuthority
  readonly server: FastifyInstance
  /** Somebody who is signed in. */
  readonly as: (role: StandardRole, team?: 0 | 1) => Promise<Visitor>
}

export const smallService = async (procedure = 'nine-steps'): Promise<SmallService> => {
  const place = await smallAuthority(procedure)
  const authority = await place.store.look(place.id, (all) => all.authority())
  const users = await place.store.look(place.id, (all) => all.users())
  return serviceOver(place, sessionsInMemory(users.map((actor) => ({ actor, authority }))))
}

/** The same over any store and any sessions; people stay signed in unless it is said how long. */
export const serviceOver = async (
  place: SmallAuthority,
  sessions: Sessions,
  idleMinutes = 1_000_000,
): Promise<SmallService> => {
  const authority = await place.store.look(place.id, (all) => all.authority())
  const users = await place.store.look(place.id, (all) => all.users())
  const roleOf = ({ memberships }: Actor): StandardRole => memberships[0]?.role ?? 'practitioner'
  const people = users.map((user) => ({
    authority: place.id,
    user: user.user,
    name: user.name,
    role: roleOf(user),
    roleName: roleOf(user),
    team: null,
  }))
  const server = await makeServer({
    ...place.deps,
    sessions,
    ...waysToBe([{ id: place.id, name: authority.name, procedure: authority.pack, people }]),
    settings: {
      cookieSecrets: ['a secret of more than thirty-two characters'],
      https: false,
      proxies: 0,
      idleMinutes,
      longestHours: 1_000_000,
      requestsPerMinute: 10_000,
      signInsPerMinute: 1000,
      searchesPerMinute: 60,
    },
    log: null,
    isReady: async () => true,
  })
  return {
    place,
    server,
    as: async (role, team = 0) => {
      const who = visitor(server)
      await who.get('/sign-in')
      await who.send('/sign-in', { person: `${place.id}/${place.as(role, team).user}` })
      return who
    },
  }
}
