import type { FastifyRequest } from 'fastify'
import { caseOverview } from '#casework/case-overview.ts'
import { record } from '#casework/record.ts'
import { openForm, sentForm } from '../../forms/form-state.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { problemsOf } from '../../recording/shut-gates.ts'
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

  server.get(patterns.moveDate, async (request, reply) => {
    const facts = await factsFor(request)
    if (facts === null) return showNotFound(request, reply)
    if (!facts.overview.may.goPast) return showNotAllowed(request, reply)
    if (facts.all.length === 0) return showNotFound(request, reply)
    const state = await openForm(request, reply, deps, { form: null })
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
    if (!read.ok)
      return show(
        request,
        reply,
        moveDateView(overview, all, sentForm(request, reply, sent, read.problems)),
        422,
      )
    const result = await record(deps, sessionOf(request).actor, read.asked)
    if (result.kind === 'no-such-case') return showNotFound(request, reply)
    if (result.kind === 'not-allowed') return showNotAllowed(request, reply)
    if (result.kind === 'recorded') {
      tell(reply, 'The date was moved. The first date stays on record.')
      return leadTo(reply, paths.family(overview.record.id))
    }
    const shut = result.kind === 'shut' ? result.gates : []
    const problems = problemsOf(result, { shut, mayGoPast: false }, overview.record.people)
    const state = sentForm(request, reply, sent, problems)
    return show(request, reply, moveDateView(overview, all, state), 422)
  })
}
