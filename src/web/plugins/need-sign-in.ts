import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { keepSent } from '../forms/keep-sent.ts'
import { sentIn } from '../forms/typed.ts'
import { ownPath, paths, withQuery } from '../paths.ts'
import { leadTo } from '../show.ts'
import type { WebDeps } from '../web-deps.ts'

/** Why somebody stands before the sign-in page. */
export type WhySignIn = 'idle' | 'long' | 'signed-out' | 'kept'

/** Keeps what was sent in a session that had ended. True when there was a form to keep. */
const keep = async (request: FastifyRequest, deps: WebDeps): Promise<boolean> =>
  request.visit.kind === 'ended' && keepSent(request, deps, request.visit.session.actor)

/** The page to go back to: the one asked for, or the one that the form stood on. */
const nextOf = (request: FastifyRequest): string | undefined =>
  request.method === 'GET' ? ownPath(request.url) : sentIn(request.body).page

const leadToSignIn = async (
  request: FastifyRequest,
  reply: FastifyReply,
  deps: WebDeps,
): Promise<FastifyReply> => {
  const { visit } = request
  const kept = request.method === 'POST' && (await keep(request, deps))
  const ended = visit.kind === 'ended' ? visit.why : undefined
  const why: WhySignIn | undefined = kept ? 'kept' : ended
  const next = nextOf(request)
  return leadTo(reply, withQuery(paths.signIn, { why, next: next === paths.home ? undefined : next }))
}

/** Every route needs a signed-in person unless it says that it is open. Forgeries have been refused before. */
export const needSignIn = (server: FastifyInstance, deps: WebDeps): void => {
  server.addHook('preHandler', async (request, reply) => {
    const { access } = request.routeOptions.config
    if (request.is404 || access === 'open' || request.visit.kind === 'signed-in') return
    await leadToSignIn(request, reply, deps)
    return reply
  })
}
