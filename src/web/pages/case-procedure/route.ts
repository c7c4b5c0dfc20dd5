import { caseOverview } from '#casework/case-overview.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { caseProcedureView } from './view.ts'

/** The written procedure as it stands for one case. */
export const caseProcedureRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.caseProcedure, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const { show: asked } = request.query as { readonly show?: unknown }
    const facts = await caseOverview(deps, sessionOf(request).actor, id, 'procedure', 'named')
    if (facts === null) return showNotFound(request, reply)
    return show(request, reply, caseProcedureView(facts, asked === 'open' ? 'open' : 'all'))
  })
}
