import { searchFamilies } from '#casework/families.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { familiesView } from './view.ts'

/** Finding families; only those that the reader may see are found. */
export const familiesRoutes: PageRoutes = (server, deps) => {
  server.get(paths.families, async (request, reply) => {
    const { q } = request.query as { readonly q?: unknown }
    const words = typeof q === 'string' ? q.trim().slice(0, 100) : ''
    const search = await searchFamilies(deps, sessionOf(request).actor, words)
    return search === null ? showNotAllowed(request, reply) : show(request, reply, familiesView(search))
  })
}
