import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { pageOfKey, SentOtherwise } from '#casework/recording/request-key.ts'
import type { Typed } from '../forms/typed.ts'
import { sentIn } from '../forms/typed.ts'
import type { Page } from '../layout.ts'
import {
  badRequestView,
  brokenView,
  notAllowedView,
  notFoundView,
  signedOutView,
  staleFormView,
  tooMuchView,
  tooOftenView,
  unavailableView,
} from '../pages/errors/view.ts'
import type { Again } from '../pages/errors/view.ts'
import { show } from '../show.ts'
import type { WebDeps } from '../web-deps.ts'
import { answerAlreadySent } from './already-sent.ts'
import { failureInLog } from './request-log.ts'

const property = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined

/** Errors of a connection, and PostgreSQL's classes for lost, refused and full ones. */
const isUnavailable = (error: unknown): boolean => {
  const code = property(error, 'code')
  return (
    typeof code === 'string' &&
    /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|08...|57P0.|53...)$/.test(code)
  )
}

/** A form that failed on the way, with everything that was in it; a saved draft has the browser's own page still. */
const againOf = (request: FastifyRequest): Again | null => {
  // A password or a code is typed again: it is put on no page.
  const { before, noEcho } = request.routeOptions.config
  if (request.method !== 'POST' || before === 'sign-in' || noEcho === true) return null
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const { typed, key } = sentIn(body)
  const own = Object.entries(body).filter(
    (one): one is [string, string] => one[0].startsWith('_') && typeof one[1] === 'string',
  )
  const fields: Typed = { ...typed, ...Object.fromEntries(own), _key: pageOfKey(key) }
  return { path: request.url, fields }
}

const pageFor = (
  error: unknown,
  request: FastifyRequest,
): { readonly status: number; readonly page: Page } => {
  const status = property(error, 'statusCode')
  const code = property(error, 'code')
  if (typeof code === 'string' && code.startsWith('FST_CSRF')) {
    const isSignedOut = request.visit.kind === 'nobody' && request.routeOptions.config.access !== 'open'
    return { status: 403, page: isSignedOut ? signedOutView() : staleFormView() }
  }
  if (status === 404) return { status, page: notFoundView() }
  if (status === 413) return { status, page: tooMuchView() }
  if (status === 429) return { status, page: tooOftenView() }
  if (typeof status === 'number' && status >= 400 && status < 500) return { status, page: badRequestView() }
  if (isUnavailable(error)) return { status: 503, page: unavailableView(request.id, againOf(request)) }
  return { status: 500, page: brokenView(request.id, againOf(request)) }
}

/** What cannot be answered is answered in plain words, without a trace of the inside. */
export const failures = (server: FastifyInstance, deps: WebDeps): void => {
  server.setErrorHandler((error, request, reply) => {
    if (error instanceof SentOtherwise) return answerAlreadySent(request, reply, deps, error)
    const { status, page } = pageFor(error, request)
    if (status >= 500) request.log.error({ failure: failureInLog(error) })
    if (status === 503) void reply.header('retry-after', '60')
    return show(request, reply, page, status)
  })
  server.setNotFoundHandler((request, reply) => showNotFound(request, reply))
}

/** For a thing that is not there, or that the person must not know of. */
export const showNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  show(request, reply, notFoundView(), 404)

export const showNotAllowed = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  show(request, reply, notAllowedView(), 403)
