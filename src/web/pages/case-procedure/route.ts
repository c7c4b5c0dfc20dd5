import { caseOverview } from '#casework/case/case-overview.ts'
import { pageIn } from '../../page-in.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { caseClauseView } from './clause-view.ts'
import { caseProcedureView } from './view.ts'

/** The written procedure as it stands for one case: all of it, and clause by clause. */
export const caseProcedureRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.caseProcedure, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const { show: asked } = request.query as { readonly show?: unknown }
    const facts = await caseOverview(deps, sessionOf(request).actor, id, 'procedure', 'named')
    if (facts === null) return showNotFound(request, reply)
    return show(request, reply, caseProcedureView(facts, asked === 'open' ? 'open' : 'all'))
  })

  server.get(patterns.caseClause, async (request, reply) => {
    const { id, clause } = request.params as { readonly id: string; readonly clause: string }
    const facts = await caseOverview(deps, sessionOf(request).actor, id, 'procedure', 'named')
    const found = facts?.procedure.clauses.find((one) => one.id === clause)
    if (facts === null || found === undefined) return showNotFound(request, reply)
    return show(request, reply, caseClauseView(facts, found, pageIn(request.query)))
  })
}
