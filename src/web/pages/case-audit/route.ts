import { caseAudit } from '#casework/case/case-audit.ts'
import { pageIn } from '../../page-in.ts'
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
    const { user, act } = request.query as Readonly<Record<string, unknown>>
    const facts = await caseAudit(deps, sessionOf(request).actor, id, {
      user: typeof user === 'string' ? user : null,
      act: typeof act === 'string' ? act : null,
      page: pageIn(request.query),
    })
    return facts === null ? showNotFound(request, reply) : show(request, reply, caseAuditView(facts))
  })
}
