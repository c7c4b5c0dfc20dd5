import type { FastifyReply, FastifyRequest } from 'fastify'
import { layout } from './layout.ts'
import type { Page } from './layout.ts'
import { cookieIn, dropCookie, keepCookie } from './own-cookies.ts'
import { tokenFor } from './plugins/forgery.ts'
import type { WebSettings } from './web-deps.ts'

declare module 'fastify' {
  interface FastifyInstance {
    settings: WebSettings
  }
}

const takeNotice = (request: FastifyRequest, reply: FastifyReply): string | null => {
  const { settings } = request.server
  const notice = cookieIn(request, settings, 'notice')
  if (notice !== null) dropCookie(reply, settings, 'notice')
  return notice
}

/** Says on the next page that something was done. No names: it travels in a cookie. */
export const tell = (reply: FastifyReply, notice: string): void =>
  keepCookie(reply, reply.server.settings, 'notice', notice)

/** Answers with a page, in the frame of whoever asks. */
export const show = (
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page,
  status = 200,
): FastifyReply => {
  const { visit, server } = request
  const session = visit.kind === 'signed-in' ? visit.session : null
  const frame = {
    session,
    csrf: session === null ? null : tokenFor(request, reply),
    notice: takeNotice(request, reply),
    idleMinutes: server.settings.idleMinutes,
    isThere: (path: string) => server.hasRoute({ method: 'GET', url: path }),
  }
  return reply.code(status).type('text/html; charset=utf-8').send(layout(frame, page))
}

/** Leads on to a page after something was done, so that reloading it does not do it again. */
export const leadTo = (reply: FastifyReply, path: string): FastifyReply => reply.redirect(path, 303)
