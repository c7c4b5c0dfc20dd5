import formBody from '@fastify/formbody'
import { randomUUID } from 'node:crypto'
import { fastify, LogController } from 'fastify'
import type { FastifyInstance, FastifyLoggerOptions } from 'fastify'
import { allPages } from './pages/all-pages.ts'
import { doneAlready } from './plugins/done-already.ts'
import { dropKept } from './plugins/drop-kept.ts'
import { failures } from './plugins/failures.ts'
import { refuseForgeries } from './plugins/forgery.ts'
import { needSignIn } from './plugins/need-sign-in.ts'
import { rateLimits } from './plugins/rate-limits.ts'
import { requestLog } from './plugins/request-log.ts'
import { securityHeaders } from './plugins/security-headers.ts'
import { serveAssets } from './plugins/serve-assets.ts'
import { whoAsks } from './plugins/who-asks.ts'
import type { PageRoutes, WebDeps } from './web-deps.ts'

const megabyte = 1_048_576

/** As long as the name of a draft can be in an address. */
const longestPart = 400
const noPage = '/no-such-page'

/** An address that cannot be read, such as one cut off in a letter, is that of no page. */
const readable = (url: string): string => {
  const path = url.replace(/\?.*$/s, '')
  try {
    decodeURIComponent(path)
    return path.split('/').some(({ length }) => length > longestPart) ? noPage : url
  } catch {
    return noPage
  }
}

const logger = ({ log }: WebDeps): false | (FastifyLoggerOptions & { base: null }) =>
  log === null ? false : { level: 'info', base: null, stream: { write: (line) => log.write(line) } }

/**
 * The web server with all its pages, not yet listening.
 *
 * @param pages which pages it serves; all of them unless a test says otherwise
 * @returns a server: `listen` makes it answer, `close` ends it once every request is answered
 */
export const makeServer = async (
  deps: WebDeps,
  pages: readonly PageRoutes[] = allPages,
): Promise<FastifyInstance> => {
  const { settings } = deps
  const server: FastifyInstance = fastify({
    logger: logger(deps),
    logController: new LogController({ disableRequestLogging: true }),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url }) => readable(url ?? '/'),
    trustProxy: settings.proxies > 0 && ((_address, hop) => hop < settings.proxies),
    bodyLimit: megabyte,
    requestTimeout: 30_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: longestPart },
  })
  server.decorate('settings', settings)
  requestLog(server)
  await securityHeaders(server, settings)
  await whoAsks(server, deps)
  await rateLimits(server, settings)
  await server.register(formBody, { bodyLimit: megabyte })
  await refuseForgeries(server, settings)
  needSignIn(server, deps)
  failures(server, deps)
  doneAlready(server, deps)
  dropKept(server, deps)
  serveAssets(server)
  for (const routes of pages) routes(server, deps)
  await server.ready()
  return server
}
