import type { FastifyReply, FastifyRequest } from 'fastify'
import { dropCookie, keepCookie } from './own-cookies.ts'
import type { WebDeps } from './web-deps.ts'

/** Gives the browser a session that has just begun; one that it had before ends, and so do steps on the way in. */
export const beginSession = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions, clock, settings }: Pick<WebDeps, 'sessions' | 'clock' | 'settings'>,
  session: string,
): Promise<void> => {
  const { visit } = request
  if (visit.kind === 'signed-in') await sessions.close(visit.id, clock.now())
  dropCookie(reply, settings, 'half-way')
  dropCookie(reply, settings, 'provider')
  keepCookie(reply, settings, 'session', session)
}
