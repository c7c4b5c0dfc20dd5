import { paths } from '../../paths.ts'
import type { PageRoutes } from '../../web-deps.ts'

/** For whoever watches the service: whether it runs, and whether it can do its work. */
export const healthRoutes: PageRoutes = (server, { isReady }) => {
  const config = { access: 'open', rateLimit: false } as const
  server.get(paths.health, { config }, () => ({ status: 'ok' }))
  server.get(paths.ready, { config }, async (_request, reply) => {
    const ready = await isReady().catch(() => false)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'not ready' })
  })
}
