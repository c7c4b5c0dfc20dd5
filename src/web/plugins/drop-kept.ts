import type { FastifyInstance } from 'fastify'
import { dropDraft } from '../forms/drop-draft.ts'
import { pageOfKept } from '#casework/recording/kept-name.ts'
import { sentIn } from '../forms/typed.ts'
import type { WebDeps } from '../web-deps.ts'

/** What was kept of a form that has no drafts of its own is thrown away once the form has done its work. */
export const dropKept = (server: FastifyInstance, deps: Pick<WebDeps, 'store'>): void => {
  server.addHook('onSend', async (request, reply, payload) => {
    const { visit } = request
    if (request.method !== 'POST' || reply.statusCode !== 303 || visit.kind !== 'signed-in') return payload
    const { form, page } = sentIn(request.body)
    const kept = form === null ? null : pageOfKept(form)
    if (form !== null && kept !== null && kept === page && request.url === page)
      await dropDraft(deps, visit.session.actor, form).catch(() => {})
    return payload
  })
}
