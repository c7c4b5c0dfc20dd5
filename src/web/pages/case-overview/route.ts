import { caseOverview } from '#casework/case/case-overview.ts'
import { ownRolesIn } from '#casework/access/owners.ts'
import { whoDecides } from '#casework/recording/who-decides.ts'
import { waysToRecord } from '../../family/ways-to-record.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { caseOverviewView } from './view.ts'

/** A family's record: where it stands, what is due and what may come next. */
export const caseOverviewRoutes: PageRoutes = (server, deps) => {
  const way = waysToRecord(server)
  server.get(patterns.family, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const { actor } = sessionOf(request)
    const facts = await caseOverview(deps, actor, id, 'overview', 'named')
    if (facts === null) return showNotFound(request, reply)
    const hasList = server.hasRoute({ method: 'GET', url: patterns.recordList })
    const isTheirs = (type: string): boolean =>
      whoDecides(actor, facts.record, facts.procedure, type, [])?.standing !== 'not theirs'
    const own = ownRolesIn(actor, facts.record, facts.procedure)
    const isOwn = (role: string): boolean => own.has(role)
    return show(request, reply, caseOverviewView(facts, { way, isTheirs, isOwn, hasList }))
  })
}
