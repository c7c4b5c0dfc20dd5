import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#casework/access/actor.ts'
import { showNotAllowed } from '../plugins/failures.ts'
import { sessionOf } from '../visit.ts'
import type { WebDeps } from '../web-deps.ts'

type Work<Facts> = (facts: Facts) => Promise<FastifyReply>

/** Answers a request with what an administrator may read; `find` gives null to everybody else, who are told so. */
export const forAdministrators =
  <Facts>(deps: WebDeps, find: (deps: WebDeps, actor: Actor) => Promise<Facts | null>) =>
  async (request: FastifyRequest, reply: FastifyReply, work: Work<Facts>): Promise<FastifyReply> => {
    const facts = await find(deps, sessionOf(request).actor)
    return facts === null ? showNotAllowed(request, reply) : work(facts)
  }
