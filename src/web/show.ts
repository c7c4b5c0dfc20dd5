import type { FastifyReply, FastifyRequest } from 'fastify'
import { layout } from './layout.ts'
import type { Page } from './layout.ts'
import { tokenFor } from './plugins/forgery.ts'
import type { WebSettings } from './web-deps.ts'

const noticeCookie = (https: boolean): string => (https ? '__Host-alongside-notice' : 'alongside-notice')

declare module 'fastify' {
  interface FastifyInstance {
    settings: WebSettings
  }
}

const takeNotice = (request: FastifyRequest, reply: FastifyReply): string | null => {
  const name = noticeCookie(request.server.settings.https)
  const signed = request.cookies[name]
  if (signed === undefined) return null
  void reply.clearCookie(name, { path: '/' })
  return request.unsignCookie(signed).value
}

/** Says on the next page that something was done. No names: it travels in a cookie. */
export const tell = (reply: FastifyReply, notice: string): void => {
  const { https } = reply.server.settings
  void reply.setCookie(noticeCookie(https), notice, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    signed: true,
    maxAge: 60,
  })
}

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
