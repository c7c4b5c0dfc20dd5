import type { FastifyReply, FastifyRequest } from 'fastify'
import { caseOverview } from '#casework/case/case-overview.ts'
import { moveDate } from '#casework/changes/move-date.ts'
import type { Overtaken } from '#casework/recording/recording.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { overtakenProblem } from '../../recording/overtaken.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { movable, readMove } from './form.ts'
import { moveDateView } from './view.ts'

type Params = { readonly id: string; readonly rule: string }

/** Moving the date by which something is due: for managers. */
export const moveDateRoutes: PageRoutes = (server, deps) => {
  const factsFor = async (request: FastifyRequest) => {
    const { id, rule } = request.params as Params
    const overview = await caseOverview(deps, sessionOf(request).actor, id)
    return overview === null ? null : { overview, all: movable(overview, rule) }
  }

  /** Somebody has moved the date since: the page says so, and shows where it is now. */
  const overtaken = async (request: FastifyRequest, reply: FastifyReply, sent: Sent, result: Overtaken) => {
    const facts = await factsFor(request)
    if (facts === null) return showNotFound(request, reply)
    const { overview, all } = facts
    return showSent(request, reply, {
      sent,
      typed: { ...sent.typed, known: String(overview.record.events.length) },
      problems: [overtakenProblem(result, overview, 'due')],
      draw: (state) => moveDateView(overview, all, state),
    })
  }

  server.get(patterns.moveDate, async (request, reply) => {
    const facts = await factsFor(request)
    if (facts === null) return showNotFound(request, reply)
    if (!facts.overview.may.goPast) return showNotAllowed(request, reply)
    if (facts.all.length === 0) return showNotFound(request, reply)
    const typed = { known: String(facts.overview.record.events.length) }
    const state = await openForm(request, reply, deps, { form: null, typed })
    return show(request, reply, moveDateView(facts.overview, facts.all, state))
  })

  server.post(patterns.moveDate, async (request, reply) => {
    const facts = await factsFor(request)
    if (facts === null) return showNotFound(request, reply)
    const { overview, all } = facts
    if (!overview.may.goPast) return showNotAllowed(request, reply)
    if (all.length === 0) return showNotFound(request, reply)
    const sent = sentIn(request.body)
    const read = readMove(overview, all, sent)
    const draw = (state: FormState) => moveDateView(overview, all, state)
    if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
    const result = await moveDate(deps, sessionOf(request).actor, read.asked)
    if (result.kind === 'overtaken') return overtaken(request, reply, sent, result)
    if (result.kind !== 'recorded')
      return answerRefused(deps, request, reply, result, { sent, draw, people: overview.record.people })
    tell(reply, 'The date was moved. The first date stays on record.')
    return leadTo(reply, paths.family(overview.record.id))
  })
}
