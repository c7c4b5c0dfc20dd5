import type { FastifyReply, FastifyRequest } from 'fastify'
import { allocate, transfer } from '#casework/allocation/allocate.ts'
import { candidatesFor } from '#casework/allocation/allocation-desk.ts'
import { caseOverview } from '#casework/case/case-overview.ts'
import type { Overtaken, Recorded, ShutGate } from '#casework/recording/recording.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { dropDraft } from '../../forms/drop-draft.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { overtakenProblem } from '../../recording/overtaken.ts'
import { typedNow } from '../../recording/when-it-happened.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { givingFacts, readGiving } from './form.ts'
import type { Giving, GivingFacts } from './form.ts'
import { givingView } from './view.ts'

/** Giving a family to a worker, and passing it to another. */
export const allocateRoutes: PageRoutes = (server, deps) => {
  const factsFor = async (request: FastifyRequest, giving: Giving): Promise<GivingFacts | null> => {
    const { actor } = sessionOf(request)
    const { id } = request.params as { readonly id: string }
    const overview = await caseOverview(deps, actor, id)
    if (overview === null) return null
    return givingFacts(deps.shelf, giving, overview, await candidatesFor(deps, actor, overview))
  }

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Sent,
    facts: GivingFacts,
    result: Recorded,
  ): Promise<FastifyReply> => {
    const { overview, giving } = facts
    const { id, people } = overview.record
    if (result.kind !== 'recorded') {
      const draw = (state: FormState, shut: readonly ShutGate[]) => givingView(facts, state, shut)
      const { goPast: mayGoPast } = overview.may
      return answerRefused(deps, request, reply, result, { sent, draw, people, mayGoPast })
    }
    await dropDraft(deps, sessionOf(request).actor, ownDraft(sent, `${giving}:${id}`), sent.key)
    tell(reply, giving === 'allocate' ? 'The family has a worker.' : 'The family has a new worker.')
    return leadTo(reply, paths.family(id))
  }

  /** The family has another worker since: the page says so, and shows the family as it is now. */
  const overtaken = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Sent,
    giving: Giving,
    result: Overtaken,
  ): Promise<FastifyReply> => {
    const facts = await factsFor(request, giving)
    if (facts === null) return showNotFound(request, reply)
    const { overview } = facts
    return showSent(request, reply, {
      sent,
      typed: { ...sent.typed, was: overview.record.worker ?? '' },
      problems: [overtakenProblem(result, overview, 'worker')],
      draw: (state) => givingView(facts, state, []),
    })
  }

  for (const giving of ['allocate', 'transfer'] as const) {
    server.get(patterns[giving], async (request, reply) => {
      const facts = await factsFor(request, giving)
      if (facts === null) return showNotFound(request, reply)
      const { record, now, may } = facts.overview
      if (!may.allocate) return showNotAllowed(request, reply)
      // Given again to whoever has the family already, it only gets what was left out, such as the direction.
      const worker = giving === 'allocate' ? (record.worker ?? '') : ''
      const typed = { ...typedNow(now), was: record.worker ?? '', worker }
      const opening = { form: `${giving}:${record.id}`, revision: record.revision, typed }
      return show(request, reply, givingView(facts, await openForm(request, reply, deps, opening), []))
    })

    server.post(patterns[giving], async (request, reply) => {
      const facts = await factsFor(request, giving)
      if (facts === null) return showNotFound(request, reply)
      if (!facts.overview.may.allocate) return showNotAllowed(request, reply)
      const sent = sentIn(request.body)
      const read = readGiving(facts, sent)
      if (!read.ok) {
        const draw = (state: FormState) => givingView(facts, state, [])
        return showSent(request, reply, { sent, draw, problems: read.problems })
      }
      const give = giving === 'allocate' ? allocate : transfer
      const result = await give(deps, sessionOf(request).actor, read.asked)
      if (result.kind === 'overtaken') return overtaken(request, reply, sent, giving, result)
      return answer(request, reply, sent, facts, result)
    })
  }
}
