import { peopleHistory } from '#casework/people/people-history.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { peopleHistoryView } from './view.ts'

/** Who changed what about the people of a family. */
export const peopleHistoryRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.peopleHistory, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const facts = await peopleHistory(deps, sessionOf(request).actor, id)
    return facts === null ? showNotFound(request, reply) : show(request, reply, peopleHistoryView(facts))
  })
}
