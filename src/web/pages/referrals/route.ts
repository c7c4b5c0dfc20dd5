import { waitingReferrals } from '#casework/waiting-referrals.ts'
import { paths } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { referralsView } from './view.ts'

/** The referrals that wait for a decision or a worker. */
export const referralsRoutes: PageRoutes = (server, deps) => {
  server.get(paths.referrals, async (request, reply) =>
    show(request, reply, referralsView(await waitingReferrals(deps, sessionOf(request).actor))),
  )
}
