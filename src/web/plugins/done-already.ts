import type { FastifyInstance } from 'fastify'
import { sentIn } from '../forms/typed.ts'
import { paths } from '../paths.ts'
import { tell } from '../show.ts'
import type { WebDeps } from '../web-deps.ts'

/** The family that a request was about, out of what it led to. */
const familyIn = (result: string): string | null => {
  try {
    const { caseId } = JSON.parse(result) as { readonly caseId?: unknown }
    return typeof caseId === 'string' ? caseId : null
  } catch {
    return null
  }
}

/**
 * The second of a double click finds things as the first has left them: the date is moved, the family is somebody
 * else's. Where a form is refused although its very request has been carried out, that is the answer instead. It costs
 * nothing where nothing is refused.
 */
export const doneAlready = (server: FastifyInstance, { store }: Pick<WebDeps, 'store'>): void => {
  server.addHook('onSend', async (request, reply, payload) => {
    const { visit } = request
    const refused = reply.statusCode === 422 || reply.statusCode === 404
    if (request.method !== 'POST' || !refused || visit.kind !== 'signed-in') return payload
    const { key } = sentIn(request.body)
    const { authority } = visit.session.actor
    const result = await store.change(authority, (all) => all.resultOf(key)).catch(() => null)
    if (result === null) return payload
    const family = familyIn(result)
    tell(reply, 'This was recorded.')
    reply.removeHeader('content-type')
    void reply.code(303).header('location', family === null ? paths.home : paths.family(family))
    return ''
  })
}
