import { caseAudit } from '#casework/case-audit.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { caseAuditView } from './view.ts'

/** Who saw and who changed what in a case. */
export const caseAuditRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.caseAudit, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const facts = await caseAudit(deps, sessionOf(request).actor, id)
    return facts === null ? showNotFound(request, reply) : show(request, reply, caseAuditView(facts))
  })
}
