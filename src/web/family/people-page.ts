import type { FastifyReply, FastifyRequest } from 'fastify'
import { casePeople } from '#casework/case/case-people.ts'
import type { CasePeople } from '#casework/case/case-people.ts'
import type { PeopleChanged } from '#casework/people/change-people.ts'
import { ownDraft } from '../forms/draft-tab.ts'
import { dropDraft } from '../forms/drop-draft.ts'
import { changedSince } from '../forms/own-changes.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Draw } from '../forms/show-sent.ts'
import { showSent } from '../forms/show-sent.ts'
import { sentIn } from '../forms/typed.ts'
import type { Sent, Typed } from '../forms/typed.ts'
import { paths } from '../paths.ts'
import { showNotAllowed, showNotFound } from '../plugins/failures.ts'
import { leadTo, tell } from '../show.ts'
import { sessionOf } from '../visit.ts'
import type { WebDeps } from '../web-deps.ts'

type Params = { readonly id: string }

/** What a page of people says of one sending. */
type Answered = {
  readonly sent: Sent
  readonly draw: Draw
  readonly result:
    | PeopleChanged
    | Promise<PeopleChanged>
    | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] }
  readonly draft?: string
  readonly done?: string
  /** What the form holds once somebody else has changed the same: what is so now, with what this person changed. */
  readonly merged?: () => Promise<Typed>
}

/** What the pages share on which people of a family are changed. */
export const peoplePage = (deps: WebDeps) => ({
  /** Hands on the people of the case, for whoever may change them. */
  withPeople: async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (facts: CasePeople, sent: Sent) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const facts = await casePeople(deps, sessionOf(request).actor, (request.params as Params).id)
    if (facts === null) return showNotFound(request, reply)
    if (!facts.mayChange) return showNotAllowed(request, reply)
    return work(facts, sentIn(request.body))
  },
  /** Answers a form: leads on where it was done, and else shows it again with what is wrong. */
  answer: async (
    request: FastifyRequest,
    reply: FastifyReply,
    { sent, draw, result: given, draft, done = 'That is on record.', merged }: Answered,
  ): Promise<FastifyReply> => {
    const result = await given
    switch (result.kind) {
      case 'no-such-case':
        return showNotFound(request, reply)
      case 'not-allowed':
        return showNotAllowed(request, reply)
      case 'changed': {
        if (draft !== undefined)
          await dropDraft(deps, sessionOf(request).actor, ownDraft(sent, draft), sent.key)
        tell(reply, done)
        return leadTo(reply, paths.people((request.params as Params).id))
      }
      case 'changed-meanwhile': {
        const typed = merged === undefined ? sent.typed : await merged()
        return showSent(request, reply, { sent, draw, typed, problems: [changedSince('name')], status: 409 })
      }
      case 'problems':
        return showSent(request, reply, { sent, draw, problems: result.problems })
    }
  },
})
