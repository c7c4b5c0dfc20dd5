import { staff } from '#casework/administration/staff.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed } from '../../plugins/failures.ts'
import { leadTo, show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { usersView } from './view.ts'

/** Who may sign in, for administrators. */
export const usersRoutes: PageRoutes = (server, deps) => {
  server.get(paths.administration, async (request, reply) => {
    const facts = await staff(deps, sessionOf(request).actor)
    return facts === null ? showNotAllowed(request, reply) : leadTo(reply, paths.users)
  })
  server.get(paths.users, async (request, reply) => {
    const facts = await staff(deps, sessionOf(request).actor)
    return facts === null ? showNotAllowed(request, reply) : show(request, reply, usersView(facts))
  })
}
