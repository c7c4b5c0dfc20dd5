import type { FastifyReply, FastifyRequest } from 'fastify'
import { caseOverview } from '#casework/case/case-overview.ts'
import type { CaseOverview } from '#casework/case/case-overview.ts'
import { meanwhile } from '#casework/recording/meanwhile.ts'
import { changesLimits } from '#casework/access/may.ts'
import { recordSent } from '#casework/recording/record-sent.ts'
import type { Overtaken, ShutGate } from '#casework/recording/recording.ts'
import { happened } from '../../family/happened.ts'
import { openForm } from '../../forms/form-state.ts'
import type { Draw } from '../../forms/show-sent.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { answerRefused } from '../../recording/answer-refused.ts'
import { isRecordable } from '../../recording/event-title.ts'
import { overtakenProblem } from '../../recording/overtaken.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { draftName, opening, recordFacts } from './form.ts'
import type { AskedFacts } from './form.ts'
import { recordListView } from './list-view.ts'
import { asksForPeople, knownIn, readSent, sentFacts } from './read-sent.ts'
import { recordView } from './view.ts'

type Params = { readonly id: string; readonly type: string }

/** Giving a family to a worker changes more than the record: it has pages of its own. */
const ownPages: ReadonlyMap<string, (id: string) => string> = new Map([
  ['case.allocated', paths.allocate],
  ['case.transferred', paths.transfer],
])

const told = (facts: AskedFacts, sent: Sent, own: readonly string[]): string => {
  const { record: one, procedure } = facts.looked
  const said = `Recorded: ${happened(facts.type, procedure)}.`
  const others = meanwhile(one, knownIn(sent, facts), own)
  if (others.length === 0) return said
  const what = [...new Set(others.map(({ type }) => happened(type, procedure)))].join(', ')
  return `${said} While you were writing, this was recorded too: ${what}.`
}

/** What can be recorded about a family, and the page for recording any one thing. */
export const recordRoutes: PageRoutes = (server, deps) => {
  const overviewFor = (request: FastifyRequest): Promise<CaseOverview | null> =>
    caseOverview(deps, sessionOf(request).actor, (request.params as Params).id)

  /** The page as the family is now. That it is shown again goes into the audit, as every look at it. */
  const drawAgain =
    (request: FastifyRequest, { type }: AskedFacts, shut: readonly ShutGate[] = []): Draw =>
    async (state) => {
      const overview = await overviewFor(request)
      if (overview === null) return null
      return recordView(recordFacts(deps.shelf, sessionOf(request).actor, overview, type), state, shut)
    }

  /** Somebody has decided meanwhile: the page says so, and shows the family as it is now. */
  const overtaken = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Sent,
    type: string,
    result: Overtaken,
  ): Promise<FastifyReply> => {
    const overview = await overviewFor(request)
    if (overview === null) return showNotFound(request, reply)
    const facts = recordFacts(deps.shelf, sessionOf(request).actor, overview, type)
    return showSent(request, reply, {
      sent,
      typed: { ...sent.typed, known: String(overview.record.events.length) },
      problems: [overtakenProblem(result, overview, 'gate')],
      draw: (state) => recordView(facts, state, []),
    })
  }

  server.get(patterns.recordList, async (request, reply) => {
    const overview = await overviewFor(request)
    if (overview === null) return showNotFound(request, reply)
    if (!overview.may.record) return showNotAllowed(request, reply)
    return show(request, reply, recordListView(overview))
  })

  server.get(patterns.record, async (request, reply) => {
    const { id, type } = request.params as Params
    const overview = await overviewFor(request)
    if (overview === null) return showNotFound(request, reply)
    const { may } = overview
    if (!may.record || (changesLimits(type) && !may.goPast)) return showNotAllowed(request, reply)
    const own = ownPages.get(type)
    if (own !== undefined) return leadTo(reply, own(id))
    if (!isRecordable(type, overview.procedure)) return showNotFound(request, reply)
    const facts = recordFacts(deps.shelf, sessionOf(request).actor, overview, type)
    const typed = opening(facts, request.query as Readonly<Record<string, unknown>>)
    const { revision } = overview.record
    const state = await openForm(request, reply, deps, { form: draftName(id, type), revision, typed })
    return show(request, reply, recordView(facts, state, []))
  })

  server.post(patterns.record, async (request, reply) => {
    const { id, type } = request.params as Params
    const { actor } = sessionOf(request)
    const sent = sentIn(request.body)
    const done = await recordSent(
      deps,
      actor,
      { caseId: id, key: sent.key },
      {
        factsOf: (looked) => sentFacts(actor, looked, type, sent),
        asksForPeople,
        read: (facts) => readSent(facts, sent),
      },
    )
    if (done.kind === 'no-such-case') return showNotFound(request, reply)
    if (done.kind === 'not-allowed') return showNotAllowed(request, reply)
    const { facts, reading, result } = done
    if (!isRecordable(type, facts.looked.procedure)) return showNotFound(request, reply)
    if (result === null) {
      const { typed = sent.typed, problems } = reading
      return showSent(request, reply, { sent, typed, problems, draw: drawAgain(request, facts) })
    }
    if (result.kind === 'overtaken') return overtaken(request, reply, sent, type, result)
    const { record, may } = facts.looked
    if (result.kind !== 'recorded')
      return answerRefused(deps, request, reply, result, {
        sent,
        people: record.people,
        mayGoPast: may.goPast,
        draw: (state, shut) => drawAgain(request, facts, shut)(state),
      })
    tell(reply, told(facts, sent, result.events))
    return leadTo(reply, paths.family(record.id))
  })
}
