import { dayOf } from '#calendar/instant.ts'
import { whoIsOnDuty } from '#casework/administration/duty-rota.ts'
import { ownReferrals } from '#casework/referrals/own-referrals.ts'
import { waitingReferrals } from '#casework/referrals/waiting-referrals.ts'
import { paths } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { referralsView } from './view.ts'

/** The referrals that wait for a decision or a worker. */
export const referralsRoutes: PageRoutes = (server, deps) => {
  server.get(paths.referrals, async (request, reply) => {
    const { actor } = sessionOf(request)
    const waiting = await waitingReferrals(deps, actor)
    const onDuty = await whoIsOnDuty(deps, actor.authority, dayOf(waiting.now))
    const own = await ownReferrals(deps, actor)
    return show(request, reply, referralsView(waiting, own, onDuty?.name ?? null))
  })
}
