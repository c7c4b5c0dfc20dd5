import { caseTimeline } from '#casework/case/case-timeline.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { filterIn } from './form.ts'
import { caseTimelineView } from './view.ts'

/** Everything that happened in a case. */
export const caseTimelineRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.timeline, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const filter = filterIn(request.query)
    const facts = await caseTimeline(deps, sessionOf(request).actor, id, filter)
    return facts === null
      ? showNotFound(request, reply)
      : show(request, reply, caseTimelineView(facts, filter))
  })
}
