import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebSettings } from './web-deps.ts'

/** What a browser keeps between two steps of signing in: half the way, or the question to a provider. */
type ShortCookie = 'half-way' | 'provider'

type Settings = Pick<WebSettings, 'https'>

const nameOf = (name: ShortCookie, { https }: Settings): string =>
  `${https ? '__Host-' : ''}alongside-${name}`

/** Ten minutes, as long as a step of signing in may take. */
const seconds = 600

export const keepCookie = (
  reply: FastifyReply,
  settings: Settings,
  name: ShortCookie,
  value: string,
): void => {
  void reply.setCookie(nameOf(name, settings), value, {
    path: '/',
    httpOnly: true,
    // A provider sends the browser back from elsewhere, by a link.
    sameSite: 'lax',
    secure: settings.https,
    signed: true,
    maxAge: seconds,
  })
}

/** What we had signed and kept there; null without it. */
export const cookieIn = (request: FastifyRequest, settings: Settings, name: ShortCookie): string | null => {
  const signed = request.cookies[nameOf(name, settings)]
  return signed === undefined ? null : request.unsignCookie(signed).value
}

export const dropCookie = (reply: FastifyReply, settings: Settings, name: ShortCookie): void => {
  void reply.clearCookie(nameOf(name, settings), { path: '/', secure: settings.https })
}
