import type { FastifyInstance } from 'fastify'
import { assets } from '../served-assets.ts'

const packings = ['br', 'gzip'] as const

/** Serves the few files that pages refer to, from memory: no path of a request ever reaches the disk. */
export const serveAssets = (server: FastifyInstance): void => {
  for (const asset of Object.values(assets)) {
    server.get(asset.path, { config: { access: 'open', rateLimit: false } }, (request, reply) => {
      const taken = (request.headers['accept-encoding'] ?? '').split(/[\s,;]+/)
      const packing = packings.find((one) => taken.includes(one))
      void reply
        .type(asset.type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('vary', 'accept-encoding')
      if (packing === undefined) return reply.send(asset.plain)
      return reply.header('content-encoding', packing).send(asset[packing])
    })
  }
}
