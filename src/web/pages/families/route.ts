import type { FastifyReply, FastifyRequest } from 'fastify'
import { searchFamilies } from '#casework/lists/families.ts'
import { textOf } from '../../forms/field.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed } from '../../plugins/failures.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { searchesOf } from '../../plugins/rate-limits.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { familiesView } from './view.ts'

/** The reader's own families, and finding others; only those that the reader may see are found. */
export const familiesRoutes: PageRoutes = (server, deps) => {
  const page = async (request: FastifyRequest, reply: FastifyReply, words: string, isAsked: boolean) => {
    const search = await searchFamilies(deps, sessionOf(request).actor, words)
    if (search === null) return showNotAllowed(request, reply)
    return show(request, reply, familiesView(search, tokenFor(request, reply), isAsked))
  }
  server.get(paths.families, (request, reply) => page(request, reply, '', false))
  // A name is searched for by POST: an address stays in histories and logs.
  server.post(paths.families, { config: { rateLimit: searchesOf(deps.settings) } }, (request, reply) => {
    const { typed } = sentIn(request.body)
    return page(request, reply, textOf(typed, 'q').slice(0, 100), true)
  })
}
