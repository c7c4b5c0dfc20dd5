import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WebSettings } from './web-deps.ts'

/** Whether people reach the service over https. */
type Https = Pick<WebSettings, 'https'>

/** Ten minutes, as long as a step of signing in may take. */
const oneStep = 600

/** What a browser keeps for us, and for how many seconds; null for as long as it is open. */
const lasting = {
  /** The secret of somebody's session. */
  session: null,
  /** What the next page says was done. */
  notice: 60,
  /** Half the way of signing in. */
  'half-way': oneStep,
  /** What was asked of an identity provider. */
  provider: oneStep,
} as const

export type OwnCookie = keyof typeof lasting

/** Browsers keep a `__Host-` cookie to this host and to https. */
export const cookieName = (cookie: OwnCookie, { https }: Https): string =>
  `${https ? '__Host-' : ''}alongside${cookie === 'session' ? '' : `-${cookie}`}`

/** What is signed says which cookie it is for, so that what we signed for one is no good as another. */
export const signedFor = (cookie: OwnCookie, value: string): string => `${cookie} ${value}`

const attributesOf = ({ https }: Https) =>
  ({
    path: '/',
    httpOnly: true,
    // A provider, and a letter, send the browser here from elsewhere by a link.
    sameSite: 'lax',
    secure: https,
  }) as const

export const keepCookie = (reply: FastifyReply, settings: Https, cookie: OwnCookie, value: string): void => {
  const seconds = lasting[cookie]
  void reply.setCookie(cookieName(cookie, settings), signedFor(cookie, value), {
    ...attributesOf(settings),
    signed: true,
    ...(seconds === null ? {} : { maxAge: seconds }),
  })
}

/** What we had kept there; null without it, and where it is not what we signed for this cookie. */
export const cookieIn = (request: FastifyRequest, settings: Https, cookie: OwnCookie): string | null => {
  const sent = request.cookies[cookieName(cookie, settings)]
  const said = sent === undefined ? null : request.unsignCookie(sent).value
  const mark = signedFor(cookie, '')
  return said?.startsWith(mark) === true ? said.slice(mark.length) : null
}

/** Browsers let go of a `__Host-` cookie only where it is said with the attributes that it was kept with. */
export const dropCookie = (reply: FastifyReply, settings: Https, cookie: OwnCookie): void => {
  void reply.clearCookie(cookieName(cookie, settings), attributesOf(settings))
}
