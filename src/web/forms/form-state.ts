import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '#casework/deps.ts'
import type { Draft } from '#casework/ports.ts'
import { pageOfKey } from '#casework/recording/request-key.ts'
import { tokenFor } from '../plugins/forgery.ts'
import { sessionOf } from '../visit.ts'
import type { FieldProblem } from './read-fields.ts'
import { tabAsked } from './draft-tab.ts'
import { keptName } from '#casework/recording/kept-name.ts'
import { newKey } from './typed.ts'
import type { Sent, Typed } from './typed.ts'

/** A form as it is about to be shown. */
export type FormState = {
  readonly csrf: string
  readonly key: string
  /** The name of its draft: `record-visit:<case id>`; null for a form that keeps none. */
  readonly form: string | null
  /** The page that the form is on, where a saved draft leads back to. */
  readonly page: string
  readonly revision: number | null
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  /** Set when what is shown comes from a draft. */
  readonly draft: Pick<Draft, 'savedAt' | 'revision'> | null
}

type Opening = {
  readonly form: string | null
  readonly revision?: number | null
  /** What stands in the form when there is no draft. */
  readonly typed?: Typed
}

/** A form on a page that is asked for: with the person's draft, where there is one. */
export const openForm = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { form, revision = null, typed = {} }: Opening,
): Promise<FormState> => {
  const { actor } = sessionOf(request)
  const { draft: asked } = request.query as { readonly draft?: unknown }
  const name = form === null ? keptName(request.url) : tabAsked(form, asked)
  const draft = name === null ? null : await store.look(actor.authority, (all) => all.draft(actor.user, name))
  return {
    csrf: tokenFor(request, reply),
    key: newKey(clock.now()),
    form: draft === null ? form : name,
    page: request.url,
    revision: draft?.revision ?? revision,
    typed: draft?.values ?? typed,
    problems: [],
    draft,
  }
}

/** The form as it was sent, shown again with what is wrong. Nothing that was typed is lost. */
export const sentForm = (
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Sent,
  problems: readonly FieldProblem[],
): FormState => ({
  csrf: tokenFor(request, reply),
  key: pageOfKey(sent.key),
  form: sent.form,
  page: request.url,
  revision: sent.revision,
  typed: sent.typed,
  problems,
  draft: null,
})
