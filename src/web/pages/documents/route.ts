import { documentsOfCase } from '#casework/documents/documents-of-case.ts'
import { pageIn } from '../../page-in.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { documentsView } from './view.ts'

/** The documents of a family. */
export const documentsRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.documents, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const facts = await documentsOfCase(deps, sessionOf(request).actor, id)
    return facts === null
      ? showNotFound(request, reply)
      : show(request, reply, documentsView(facts, pageIn(request.query)))
  })
}
