import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { Recorded, ShutGate } from '#casework/recording/recording.ts'
import { keepDraft } from '../forms/keep-draft.ts'
import type { FormState } from '../forms/form-state.ts'
import type { Draw } from '../forms/show-sent.ts'
import { showSent } from '../forms/show-sent.ts'
import type { Sent } from '../forms/typed.ts'
import { showNotAllowed, showNotFound } from '../plugins/failures.ts'
import { sessionOf } from '../visit.ts'
import type { WebDeps } from '../web-deps.ts'
import { problemsOf } from './shut-gates.ts'

type Refused = Exclude<Recorded, { readonly kind: 'recorded' }>

type OnPage = {
  readonly sent: Sent
  readonly people: readonly Pick<CasePerson, 'id' | 'name'>[]
  readonly draw: (state: FormState, shut: readonly ShutGate[]) => ReturnType<Draw>
  /** Whether whoever sent it may give a reason for going past what stands in the way. */
  readonly mayGoPast?: boolean
  /** The controls to which what is wrong leads, on a page without a box of its own for it. */
  readonly at?: Readonly<Partial<Record<'shut' | 'problems', string>>>
}

/** Answers a recording that has changed nothing: the form again, with what stands in the way and what is wrong. */
export const answerRefused = async (
  deps: WebDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  result: Refused,
  { sent, people, draw, mayGoPast = false, at = {} }: OnPage,
): Promise<FastifyReply> => {
  if (result.kind === 'no-such-case') return showNotFound(request, reply)
  if (result.kind === 'not-allowed') return showNotAllowed(request, reply)
  const shut = result.kind === 'shut' ? result.gates : []
  // What is lacking is recorded on another page: what was typed here waits.
  if (shut.length > 0) await keepDraft(deps, sessionOf(request).actor, sent)
  const field = at[result.kind]
  const problems = problemsOf(result, { shut, mayGoPast }, people).map((problem) =>
    field === undefined ? problem : { ...problem, field },
  )
  return showSent(request, reply, { sent, problems, draw: (state) => draw(state, shut) })
}
