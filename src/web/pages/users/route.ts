import type { FastifyReply, FastifyRequest } from 'fastify'
import { staff, userList } from '#casework/administration/staff.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { textOf } from '../../forms/field.ts'
import { sentIn } from '../../forms/typed.ts'
import { pageIn } from '../../page-in.ts'
import { paths } from '../../paths.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { leadTo, show } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { usersView } from './view.ts'

/** Who may sign in, for administrators. */
export const usersRoutes: PageRoutes = (server, deps) => {
  const answer = (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: { readonly words: string; readonly page: number },
  ): Promise<FastifyReply> =>
    forAdministrators(deps, (all, actor) => userList(all, actor, asked))(request, reply, async (facts) =>
      show(request, reply, usersView(facts, tokenFor(request, reply))),
    )

  server.get(paths.administration, (request, reply) =>
    forAdministrators(deps, staff)(request, reply, async () => leadTo(reply, paths.users)),
  )
  server.get(paths.users, (request, reply) =>
    answer(request, reply, { words: '', page: pageIn(request.query) }),
  )
  // A name is searched for by POST: an address stays in histories and logs.
  server.post(paths.users, (request, reply) => {
    const { typed } = sentIn(request.body)
    return answer(request, reply, { words: textOf(typed, 'q').slice(0, 100), page: 1 })
  })
}
