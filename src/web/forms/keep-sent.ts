import type { FastifyRequest } from 'fastify'
import type { Actor } from '#casework/access/actor.ts'
import type { Deps } from '#casework/deps.ts'
import { keepDraft } from './keep-draft.ts'
import { keptName } from '#casework/recording/kept-name.ts'
import { sentIn } from './typed.ts'

/** Keeps a form that cannot be carried out now as a draft of its page. True when there was one to keep. */
export const keepSent = async (
  request: FastifyRequest,
  deps: Pick<Deps, 'store' | 'clock'>,
  actor: Pick<Actor, 'authority' | 'user'>,
): Promise<boolean> => {
  const sent = sentIn(request.body)
  const form = sent.form ?? (sent.page === undefined ? null : keptName(sent.page))
  if (form === null || request.routeOptions.config.noEcho === true) return false
  await keepDraft(deps, actor, { ...sent, form })
  return true
}
