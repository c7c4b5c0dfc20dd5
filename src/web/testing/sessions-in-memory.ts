import { randomBytes } from 'node:crypto'
import type { Instant } from '#calendar/instant.ts'
import type { Session, Sessions } from '#casework/sign-in/sessions.ts'

/** Sessions that last as long as the test. */
export const sessionsInMemory = (
  users: readonly Pick<Session, 'actor' | 'authority'>[],
): Sessions & { readonly all: ReadonlyMap<string, Session> } => {
  const all = new Map<string, Session>()
  const change = (id: string, set: Partial<Session>): void => {
    const session = all.get(id)
    if (session !== undefined) all.set(id, { ...session, ...set })
  }
  return {
    all,
    open: async ({ authority, user }, at: Instant) => {
      const own = users.find(({ actor }) => actor.authority === authority && actor.user === user)
      if (own === undefined) throw new Error('There is no such user.')
      const id = randomBytes(24).toString('base64url')
      all.set(id, { ...own, opened: at, seen: at, ended: null })
      return id
    },
    find: async (id) => all.get(id) ?? null,
    touch: async (id, at) => change(id, { seen: at }),
    close: async (id, at) => change(id, { ended: at }),
    closeAll: async ({ user }, at) => {
      for (const [id, { actor, ended }] of all)
        if (actor.user === user && ended === null) change(id, { ended: at })
    },
  }
}
