import type { FastifyReply, FastifyRequest } from 'fastify'
import type { EntryChanged } from '#casework/changes/change-entry.ts'
import type { CaseRecord, StoredEvent } from '#casework/case/case-record.ts'
import type { TimelineEntry } from '#casework/case/timeline-entry.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { FormState } from '../forms/form-state.ts'
import type { Draw } from '../forms/show-sent.ts'
import { showSent } from '../forms/show-sent.ts'
import type { Sent } from '../forms/typed.ts'
import type { WebDeps } from '../web-deps.ts'
import { answerRefused } from './answer-refused.ts'
import { changedMeanwhile, meanwhileProblem } from './changed-meanwhile.ts'
import { undoneProblems } from './undoes.ts'

type Unchanged = Exclude<EntryChanged, { readonly kind: 'recorded' }>

type OnPage = {
  readonly sent: Sent
  readonly entry: Pick<TimelineEntry, 'changes'>
  readonly of: { readonly record: Pick<CaseRecord, 'people'>; readonly procedure: Procedure }
  /** The page again; with the entries that would fall away without this one, where there are any. */
  readonly draw: (state: FormState, undone?: readonly StoredEvent[]) => ReturnType<Draw>
}

/** Answers a change of an entry that has changed nothing: the form again, with why. */
export const answerUnchanged = (
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  result: Unchanged,
  { sent, entry, of: { record, procedure }, draw }: OnPage,
): Promise<FastifyReply> => {
  const plainly = (state: FormState): ReturnType<Draw> => draw(state)
  switch (result.kind) {
    case 'changed-meanwhile': {
      const { typed } = changedMeanwhile(sent, entry)
      return showSent(request, reply, {
        sent,
        typed,
        problems: [meanwhileProblem],
        draw: plainly,
        status: 409,
      })
    }
    case 'undoes':
      return showSent(request, reply, {
        sent,
        problems: undoneProblems(result.events, procedure),
        draw: (state) => draw(state, result.events),
      })
    default:
      return answerRefused(deps, request, reply, result, { sent, draw: plainly, people: record.people })
  }
}
