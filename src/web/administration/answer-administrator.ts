import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Administered } from '#casework/administration/administer.ts'
import { changedSince } from '../forms/own-changes.ts'
import type { Draw } from '../forms/show-sent.ts'
import { showSent } from '../forms/show-sent.ts'
import type { Sent, Typed } from '../forms/typed.ts'
import { showNotAllowed, showNotFound } from '../plugins/failures.ts'
import { leadTo, tell } from '../show.ts'

type Answered = {
  readonly sent: Sent
  readonly result: Administered
  readonly draw: Draw
  /** What is said and where one is led once it is done. */
  readonly done: readonly [notice: string, path: string]
  /** The form with what somebody else has changed meanwhile, and what this person did. */
  readonly merged?: () => Typed
  /** The control that a change by somebody else leads to. */
  readonly first: string
}

/** Answers an administrator's form: leads on where it was done, and else shows it again with what is wrong. */
export const answerAdministrator = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { sent, result, draw, done, merged, first }: Answered,
): Promise<FastifyReply> => {
  switch (result.kind) {
    case 'done': {
      const [notice, path] = done
      tell(reply, notice)
      return leadTo(reply, path)
    }
    case 'not-allowed':
      return showNotAllowed(request, reply)
    case 'not-there':
      return showNotFound(request, reply)
    case 'changed-meanwhile': {
      const typed = merged === undefined ? sent.typed : merged()
      return showSent(request, reply, { sent, draw, typed, problems: [changedSince(first)], status: 409 })
    }
    case 'problem': {
      const { field, text } = result
      return showSent(request, reply, { sent, draw, problems: [{ field, text }] })
    }
  }
}
