import type { FastifyReply, FastifyRequest } from 'fastify'
import { caseOverview } from '#casework/case/case-overview.ts'
import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { TimelineEntry } from '#casework/case/timeline-entry.ts'
import { mayChangeEntry } from '#casework/changes/may-change-entry.ts'
import { showNotAllowed, showNotFound } from '../plugins/failures.ts'
import { sessionOf } from '../visit.ts'
import type { WebDeps } from '../web-deps.ts'

/** What the page about an entry of a family's record is made from; null where there is no such entry. */
type FactsOf<Facts> = (overview: CaseOverview, event: string) => Facts | null

/** Answers a request about one entry (`:id`, `:event`) for those who may change it. */
export const aboutEntry =
  <Facts extends { readonly entry: TimelineEntry }>(deps: WebDeps, factsOf: FactsOf<Facts>) =>
  async (
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (facts: Facts) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const { actor } = sessionOf(request)
    const { id, event } = request.params as { readonly id: string; readonly event: string }
    const overview = await caseOverview(deps, actor, id)
    const facts = overview === null ? null : factsOf(overview, event)
    if (overview === null || facts === null) return showNotFound(request, reply)
    if (!mayChangeEntry(actor, overview.record, overview.procedure, facts.entry))
      return showNotAllowed(request, reply)
    return answer(facts)
  }
