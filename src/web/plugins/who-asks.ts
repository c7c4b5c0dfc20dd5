import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cookieIn } from '../own-cookies.ts'
import { minute, visitOf } from '../visit.ts'
import type { Visit } from '../visit.ts'
import type { WebDeps } from '../web-deps.ts'

/** Finds out for every request who is asking, and notes that they are still there. */
export const whoAsks = async (server: FastifyInstance, deps: WebDeps): Promise<void> => {
  const { settings, sessions, clock } = deps
  await server.register(cookie, { secret: [...settings.cookieSecrets] })
  server.decorateRequest('visit')
  server.decorateRequest('csrf', null)

  const find = async (request: FastifyRequest): Promise<Visit> => {
    const id = cookieIn(request, settings, 'session')
    const session = id === null ? null : await sessions.find(id)
    if (id === null || session === null) return { kind: 'nobody' }
    const now = clock.now()
    const visit = visitOf(id, session, now, settings)
    if (visit.kind === 'signed-in' && now - session.seen >= minute) await sessions.touch(id, now)
    return visit
  }

  server.addHook('onRequest', async (request) => {
    request.visit = { kind: 'nobody' }
  })
  // Once the body is read: when the records cannot be reached, what was sent can still be handed back.
  server.addHook('preHandler', async (request) => {
    const isAsset = request.routeOptions.url?.startsWith('/assets/') === true
    if (!isAsset) request.visit = await find(request)
  })
}
