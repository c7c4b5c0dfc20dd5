import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SentOtherwise } from '#casework/recording/request-key.ts'
import { keepSent } from '../forms/keep-sent.ts'
import { sentIn } from '../forms/typed.ts'
import { alreadySentView } from '../pages/errors/already-sent-view.ts'
import { paths } from '../paths.ts'
import { show } from '../show.ts'
import { sessionOf } from '../visit.ts'
import type { WebDeps } from '../web-deps.ts'

type Led = { readonly caseId: string | null; readonly event: string | null }

/** The family that a request was about, and what it recorded there, out of what it led to. */
export const ledTo = (result: string): Led => {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  try {
    const { caseId, events } = JSON.parse(result) as { readonly caseId?: unknown; readonly events?: unknown }
    return { caseId: text(caseId), event: Array.isArray(events) ? text(events[0]) : null }
  } catch {
    return { caseId: null, event: null }
  }
}

/** Where what the page held before can be read; null where it is about no family. */
const recordedAt = (request: FastifyRequest, { caseId, event }: Led): string | null => {
  if (caseId !== null && event !== null) return paths.entry(caseId, event)
  const { id } = request.params as { readonly id?: string }
  const family = caseId ?? (request.url.startsWith('/cases/') ? id : undefined)
  return family === undefined ? null : paths.family(family)
}

/**
 * The answer to a page that was sent, gone back to, changed and sent again: what it held before is on record and stays as
 * it is, and what was changed since is kept as a draft.
 */
export const answerAlreadySent = async (
  request: FastifyRequest,
  reply: FastifyReply,
  deps: WebDeps,
  { answered }: SentOtherwise,
): Promise<FastifyReply> => {
  const isKept = await keepSent(request, deps, sessionOf(request).actor)
  const led = ledTo(answered.result)
  const facts = {
    at: answered.at,
    isEntry: led.event !== null,
    recordedAt: recordedAt(request, led),
    draftAt: isKept ? (sentIn(request.body).page ?? null) : null,
  }
  return show(request, reply, alreadySentView(facts), 409)
}
