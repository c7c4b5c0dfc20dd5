import { staff } from '#casework/administration/staff.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { paths } from '../../paths.ts'
import { leadTo, show } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { usersView } from './view.ts'

/** Who may sign in, for administrators. */
export const usersRoutes: PageRoutes = (server, deps) => {
  const withStaff = forAdministrators(deps, staff)
  server.get(paths.administration, (request, reply) =>
    withStaff(request, reply, async () => leadTo(reply, paths.users)),
  )
  server.get(paths.users, (request, reply) =>
    withStaff(request, reply, async (facts) => show(request, reply, usersView(facts))),
  )
}
