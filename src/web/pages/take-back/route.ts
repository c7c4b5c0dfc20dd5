import { withdrawEvent } from '#casework/withdraw-event.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { changedMeanwhile, meanwhileProblem } from '../../recording/changed-meanwhile.ts'
import { aboutEntry } from '../../recording/about-entry.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { undoneProblems } from '../../recording/undoes.ts'
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
      const { record, procedure } = facts.looked
      const sent = sentIn(request.body)
      const draw = (state: FormState) => takeBackView(facts, state)
      const read = readTakeBack(facts, sent)
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const result = await withdrawEvent(deps, sessionOf(request).actor, read.asked)
      switch (result.kind) {
        case 'recorded':
          tell(reply, done[facts.what])
          return leadTo(reply, paths.timeline(record.id))
        case 'changed-meanwhile': {
          if (facts.isGone) {
            tell(reply, 'Somebody else has done this meanwhile.')
            return leadTo(reply, paths.timeline(record.id))
          }
          const { typed } = changedMeanwhile(sent, facts.entry)
          return showSent(request, reply, { sent, draw, typed, problems: [meanwhileProblem], status: 409 })
        }
        case 'undoes':
          return showSent(request, reply, {
            sent,
            problems: undoneProblems(result.events, procedure),
            draw: (state) => takeBackView(facts, state, result.events),
          })
        default:
          return answerRefused(deps, request, reply, result, { sent, draw, people: record.people })
      }
    }),
  )
}
