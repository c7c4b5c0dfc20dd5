import { may } from '#casework/access/may.ts'
import { myWork } from '#casework/lists/my-work.ts'
import { waysToRecord } from '../../family/ways-to-record.ts'
import { pageIn } from '../../page-in.ts'
import { paths } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { myWorkView } from './view.ts'

/** The list of what somebody has to do: where they come after signing in. */
export const myWorkRoutes: PageRoutes = (server, deps) => {
  const way = waysToRecord(server)
  server.get(paths.myWork, async (request, reply) => {
    const { actor } = sessionOf(request)
    const facts = await myWork(deps, actor)
    const hasFamilies = server.hasRoute({ method: 'GET', url: paths.families })
    const hasReferrals =
      server.hasRoute({ method: 'GET', url: paths.referrals }) && may.receiveReferral(actor)
    return show(
      request,
      reply,
      myWorkView(facts, { user: actor.user, way, page: pageIn(request.query), hasFamilies, hasReferrals }),
    )
  })
}
