import type { FastifyInstance } from 'fastify'
import { sentIn } from '../forms/typed.ts'
import { paths } from '../paths.ts'
import { tell } from '../show.ts'
import type { WebDeps } from '../web-deps.ts'
import { ledTo } from './already-sent.ts'

/**
 * The second of a double click finds things as the first has left them: the date is moved, the family is somebody
 * else's. Where a form is refused although its very request has been carried out, that is the answer instead; where it was
 * changed since, the refusal stands. It costs nothing where nothing is refused.
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
    const { caseId } = ledTo(result)
    tell(reply, 'This was recorded.')
    reply.removeHeader('content-type')
    void reply.code(303).header('location', caseId === null ? paths.home : paths.family(caseId))
    return ''
  })
}
