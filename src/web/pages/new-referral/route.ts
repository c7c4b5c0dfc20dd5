import { receiveReferral } from '#casework/referrals/receive-referral.ts'
import { canSee, referralDesk } from '#casework/referrals/referral-desk.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { dropDraft } from '../../forms/drop-draft.ts'
import { openForm } from '../../forms/form-state.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { newReferral, readReferral } from './form.ts'
import { newReferralView } from './view.ts'

const form = 'new-referral'

/** Taking in a referral: it opens a case for the family. */
export const newReferralRoutes: PageRoutes = (server, deps) => {
  server.get(paths.newReferral, async (request, reply) => {
    const desk = await referralDesk(deps, sessionOf(request).actor)
    if (desk === null) return showNotAllowed(request, reply)
    const opening = { form, typed: newReferral(desk) }
    return show(request, reply, newReferralView(desk, await openForm(request, reply, deps, opening)))
  })

  server.post(paths.newReferral, async (request, reply) => {
    const { actor } = sessionOf(request)
    const desk = await referralDesk(deps, actor)
    if (desk === null) return showNotAllowed(request, reply)
    const sent = sentIn(request.body)
    const draw: Draw = (state) => newReferralView(desk, state)
    if (wantsRow(sent.typed))
      return showSent(request, reply, { sent, draw, typed: withRow(sent.typed), problems: [] })
    const read = readReferral(desk, sent)
    if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
    const result = await receiveReferral(deps, actor, read.referral)
    if (result.kind !== 'recorded') {
      const at = { shut: 'family', problems: 'family' }
      return answerRefused(deps, request, reply, result, { sent, draw, people: [], at })
    }
    await dropDraft(deps, actor, ownDraft(sent, form), sent.key)
    tell(reply, 'The referral was taken in.')
    // Whoever refers a family without working with it cannot see its record: what becomes of it stands among their referrals.
    const isTheirs = await canSee(deps, actor, result.caseId)
    return leadTo(reply, isTheirs ? paths.family(result.caseId) : paths.referrals)
  })
}
