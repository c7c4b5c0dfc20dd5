import type { FastifyReply, FastifyRequest } from 'fastify'
import { dropDraft } from '../../forms/drop-draft.ts'
import { keepDraft } from '../../forms/keep-draft.ts'
import { isFormName, sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { leadTo } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'

const backTo = (reply: FastifyReply, body: unknown): FastifyReply =>
  leadTo(reply, sentIn(body).page ?? paths.home)

const formOf = (request: FastifyRequest): string | undefined => {
  const { form } = request.params as { readonly form?: unknown }
  return isFormName(form) ? form : undefined
}

/** Keeps what somebody has typed on any form, and throws it away. A draft is its writer's alone. */
export const draftRoutes: PageRoutes = (server, deps) => {
  server.post(patterns.draft, async (request, reply) => {
    const form = formOf(request)
    if (form === undefined) return showNotFound(request, reply)
    const { actor } = sessionOf(request)
    await keepDraft(deps, actor, { ...sentIn(request.body), form })
    if (request.headers.accept === 'application/json') return reply.code(204).send()
    return backTo(reply, request.body)
  })

  server.post(patterns.discardDraft, async (request, reply) => {
    const form = formOf(request)
    if (form === undefined) return showNotFound(request, reply)
    const { actor } = sessionOf(request)
    await dropDraft(deps, actor, form)
    return backTo(reply, request.body)
  })
}
