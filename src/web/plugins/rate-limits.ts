import limits from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { cookieIn } from '../own-cookies.ts'
import type { WebSettings } from '../web-deps.ts'
import { whereFrom } from '../where-from.ts'

/** For routes on the way in: whatever session a browser says it has, an address can ask only so often. */
export const oncePerAddress = ({ signInsPerMinute }: Pick<WebSettings, 'signInsPerMinute'>) => ({
  max: signInsPerMinute,
  keyGenerator: (request: FastifyRequest) => whereFrom(request),
})

/** For finding families, by name or by reference. */
export const searchesOf = ({ searchesPerMinute }: Pick<WebSettings, 'searchesPerMinute'>) => ({
  max: searchesPerMinute,
})

/** One browser that was signed in, or one address, can ask only so often. */
export const rateLimits = async (server: FastifyInstance, settings: WebSettings): Promise<void> => {
  await server.register(limits, {
    max: settings.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => cookieIn(request, settings, 'session') ?? whereFrom(request),
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
  })
}
