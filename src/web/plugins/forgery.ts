import csrf from '@fastify/csrf-protection'
import { createHmac } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sentIn } from '../forms/typed.ts'
import type { WebSettings } from '../web-deps.ts'

/**
 * For whom a token is good: one person in one browser. It outlives their session on purpose: a form that was
 * open while the session ended, or while they signed in again in another tab, is still theirs.
 */
const holder = (request: FastifyRequest): string =>
  request.visit.kind === 'nobody' || request.routeOptions.config.before === 'sign-in'
    ? 'nobody'
    : request.visit.session.actor.user

/** Refuses every POST that does not come from a form of ours. */
export const refuseForgeries = async (server: FastifyInstance, settings: WebSettings): Promise<void> => {
  await server.register(csrf, {
    cookieKey: settings.https ? '__Host-alongside-forms' : 'alongside-forms',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.https, signed: true },
    getToken: (request) => sentIn(request.body).csrf,
    getUserInfo: holder,
    csrfOpts: { hmacKey: createHmac('sha256', settings.cookieSecrets[0]).update('forms').digest('hex') },
  })
  server.addHook('preHandler', (request, reply, done) => {
    if (request.method === 'GET' || request.method === 'HEAD') done()
    else server.csrfProtection.call(server, request, reply, done)
  })
}

/** The token for the forms of one page. */
export const tokenFor = (request: FastifyRequest, reply: FastifyReply): string => {
  request.csrf ??= reply.generateCsrf({ userInfo: holder(request) })
  return request.csrf
}
