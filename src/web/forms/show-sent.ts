import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Page } from '../layout.ts'
import { showNotFound } from '../plugins/failures.ts'
import { show } from '../show.ts'
import { sentForm } from './form-state.ts'
import type { FormState } from './form-state.ts'
import type { FieldProblem } from './read-fields.ts'
import type { Sent, Typed } from './typed.ts'

/** The page around a form; null where what it is about is no longer there for whoever asks. */
export type Draw = (state: FormState) => Page | null | Promise<Page | null>

type Shown = {
  readonly sent: Sent
  readonly draw: Draw
  readonly problems: readonly FieldProblem[]
  /** What stands in the form, where that is not just what was typed. */
  readonly typed?: Typed
  readonly status?: number
}

/** Shows a form again as it was sent, with what is wrong; where nothing is, it was sent for more room or to be looked at. */
export const showSent = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { sent, draw, problems, typed = sent.typed, status = problems.length > 0 ? 422 : 200 }: Shown,
): Promise<FastifyReply> => {
  const page = await draw(sentForm(request, reply, { ...sent, typed }, problems))
  return page === null ? showNotFound(request, reply) : show(request, reply, page, status)
}
