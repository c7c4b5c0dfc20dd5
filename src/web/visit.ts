import type { FastifyRequest } from 'fastify'
import type { Instant } from '#calendar/instant.ts'
import type { Session } from '#casework/sign-in/sessions.ts'
import type { WebSettings } from './web-deps.ts'

/** Who a request comes from. An ended visit is still somebody's, so that what they typed can be kept. */
export type Visit =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'signed-in'; readonly id: string; readonly session: Session }
  | {
      readonly kind: 'ended'
      readonly id: string
      readonly session: Session
      readonly why: 'idle' | 'long' | 'signed-out'
    }

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit
    csrf: string | null
  }
  interface FastifyContextConfig {
    /** `open`: needs nobody to be signed in. All other routes do. */
    access?: 'open'
    /** The token of its forms is made before one has signed in. */
    before?: 'sign-in'
    /** What is sent to it, such as a password, is put on no page again, not even when it fails. */
    noEcho?: true
  }
}

export const minute = 60_000

/** How a session stands at a moment. */
export const visitOf = (
  id: string,
  session: Session,
  now: Instant,
  limits: Pick<WebSettings, 'idleMinutes' | 'longestHours'>,
): Visit => {
  const ended = (why: 'idle' | 'long' | 'signed-out'): Visit => ({ kind: 'ended', id, session, why })
  if (session.ended !== null) return ended('signed-out')
  if (now - session.seen > limits.idleMinutes * minute) return ended('idle')
  if (now - session.opened > limits.longestHours * 60 * minute) return ended('long')
  return { kind: 'signed-in', id, session }
}

/** The session of a route that needs one. */
export const sessionOf = (request: FastifyRequest): Session => {
  if (request.visit.kind === 'signed-in') return request.visit.session
  throw new Error('This route is open, and nobody is signed in.')
}
