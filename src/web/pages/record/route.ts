import type { FastifyReply, FastifyRequest } from 'fastify'
import { caseOverview } from '#casework/case-overview.ts'
import type { CaseOverview } from '#casework/case-overview.ts'
import { meanwhile } from '#casework/meanwhile.ts'
import { recordSent } from '#casework/record-sent.ts'
import type { Overtaken, Recorded, ShutGate } from '#casework/recording.ts'
import { happened } from '../../family/happened.ts'
import { keepDraft } from '../../forms/keep-draft.ts'
import { openForm, sentForm } from '../../forms/form-state.ts'
import type { FormState } from '../../forms/form-state.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Sent } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotAllowed, showNotFound } from '../../plugins/failures.ts'
import { isRecordable } from '../../recording/event-title.ts'
import { overtakenProblem } from '../../recording/overtaken.ts'
import { problemsOf } from '../../recording/shut-gates.ts'
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

  /** The page again with what was sent. That the family is shown again goes into the audit, as every look at it. */
  const showAgain = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { type }: AskedFacts,
    state: FormState,
    { status = 422, shut = [] }: { readonly status?: number; readonly shut?: readonly ShutGate[] } = {},
  ): Promise<FastifyReply> => {
    const overview = await overviewFor(request)
    if (overview === null) return showNotFound(request, reply)
    const now = recordFacts(deps.shelf, sessionOf(request).actor, overview, type)
    return show(request, reply, recordView(now, state, shut), status)
  }

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    sent: Sent,
    facts: AskedFacts,
    result: Recorded,
  ): Promise<FastifyReply> => {
    const { looked } = facts
    const { actor } = sessionOf(request)
    switch (result.kind) {
      case 'no-such-case':
        return showNotFound(request, reply)
      case 'not-allowed':
        return showNotAllowed(request, reply)
      case 'recorded':
        tell(reply, told(facts, sent, result.events))
        return leadTo(reply, paths.family(looked.record.id))
      case 'shut':
      case 'problems': {
        const shut = result.kind === 'shut' ? result.gates : []
        // What is lacking is recorded on another page: what was typed here waits.
        if (shut.length > 0) await keepDraft(deps, actor, sent)
        const passing = { shut, mayGoPast: looked.may.goPast }
        const state = sentForm(request, reply, sent, problemsOf(result, passing, looked.record.people))
        return showAgain(request, reply, facts, state, { shut })
      }
    }
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
    const typed = { ...sent.typed, known: String(overview.record.events.length) }
    const state = sentForm(request, reply, { ...sent, typed }, [overtakenProblem(result, overview, 'gate')])
    return show(request, reply, recordView(facts, state, []), 422)
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
    if (!overview.may.record) return showNotAllowed(request, reply)
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
      const state = sentForm(request, reply, { ...sent, typed }, problems)
      return showAgain(request, reply, facts, state, { status: problems.length === 0 ? 200 : 422 })
    }
    if (result.kind === 'overtaken') return overtaken(request, reply, sent, type, result)
    return answer(request, reply, sent, facts, result)
  })
}
