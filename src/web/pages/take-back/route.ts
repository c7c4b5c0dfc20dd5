import { withdrawEvent } from '#casework/changes/withdraw-event.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { aboutEntry } from '../../recording/about-entry.ts'
import { answerUnchanged } from '../../recording/answer-unchanged.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { readTakeBack, takeBackFacts } from './form.ts'
import type { TakeBackFacts } from './form.ts'
import { takeBackView } from './view.ts'

const done: Readonly<Record<TakeBackFacts['what'], string>> = {
  entry: 'The entry was taken back. What is due has been worked out again.',
  correction: 'The correction was taken back. What is due has been worked out again.',
  'taking-back': 'The entry is back. What is due has been worked out again.',
  'taking-correction-back': 'The correction is back. What is due has been worked out again.',
}

/** Taking back what was recorded in error, and putting it back. */
export const takeBackRoutes: PageRoutes = (server, deps) => {
  const withFacts = aboutEntry(deps, takeBackFacts)

  server.get(patterns.takeBack, (request, reply) =>
    withFacts(request, reply, async (facts) => {
      if (facts.isGone) return showNotFound(request, reply)
      const state = await openForm(request, reply, deps, { form: null })
      return show(request, reply, takeBackView(facts, state))
    }),
  )

  server.post(patterns.takeBack, (request, reply) =>
    withFacts(request, reply, async (facts) => {
      const sent = sentIn(request.body)
      const draw = (state: FormState) => takeBackView(facts, state)
      const read = readTakeBack(facts, sent)
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const result = await withdrawEvent(deps, sessionOf(request).actor, read.asked)
      if (result.kind === 'recorded' || (result.kind === 'changed-meanwhile' && facts.isGone)) {
        tell(reply, result.kind === 'recorded' ? done[facts.what] : 'Somebody else has done this meanwhile.')
        return leadTo(reply, paths.timeline(facts.looked.record.id))
      }
      return answerUnchanged(deps, request, reply, result, {
        sent,
        entry: facts.entry,
        of: facts.looked,
        draw: (state, undone) => takeBackView(facts, state, undone),
      })
    }),
  )
}
