import { casePeople } from '#casework/case/case-people.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { casePeopleView } from './view.ts'

/** The people of a case and how to reach them. */
export const casePeopleRoutes: PageRoutes = (server, deps) => {
  server.get(patterns.people, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const facts = await casePeople(deps, sessionOf(request).actor, id)
    return facts === null ? showNotFound(request, reply) : show(request, reply, casePeopleView(facts))
  })
}
