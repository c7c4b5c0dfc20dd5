import { receiveReferral } from '#casework/receive-referral.ts'
import { canSee, referralDesk } from '#casework/referral-desk.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { dropDraft } from '../../forms/drop-draft.ts'
import { openForm, sentForm } from '../../forms/form-state.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { wantsRow, withRow } from '../../recording/rows.ts'
import { problemsOf } from '../../recording/shut-gates.ts'
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
    if (wantsRow(sent.typed)) {
      const state = sentForm(request, reply, { ...sent, typed: withRow(sent.typed) }, [])
      return show(request, reply, newReferralView(desk, state))
    }
    const read = readReferral(desk, sent)
    if (!read.ok)
      return show(request, reply, newReferralView(desk, sentForm(request, reply, sent, read.problems)), 422)
    const result = await receiveReferral(deps, actor, read.referral)
    switch (result.kind) {
      case 'not-allowed':
        return showNotAllowed(request, reply)
      case 'no-such-case':
        return showNotFound(request, reply)
      case 'recorded':
        await dropDraft(deps, actor, ownDraft(sent, form), sent.key)
        tell(reply, 'The referral was taken in.')
        // A partner who refers a family does not work with it yet, and cannot see its record.
        return leadTo(
          reply,
          (await canSee(deps, actor, result.caseId)) ? paths.family(result.caseId) : paths.newReferral,
        )
      case 'shut':
      case 'problems': {
        const shut = result.kind === 'shut' ? result.gates : []
        const problems = problemsOf(result, { shut, mayGoPast: false }, []).map((problem) => ({
          ...problem,
          field: 'family',
        }))
        return show(request, reply, newReferralView(desk, sentForm(request, reply, sent, problems)), 422)
      }
    }
  })
}
