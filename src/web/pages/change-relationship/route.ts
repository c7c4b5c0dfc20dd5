import type { FastifyReply, FastifyRequest } from 'fastify'
import { casePeople } from '#casework/case/case-people.ts'
import type { CasePeople, RelationshipShown } from '#casework/case/case-people.ts'
import { changeRelationship } from '#casework/people/change-relationship.ts'
import { readKind } from '../../family/kind-question.ts'
import { peoplePage } from '../../family/people-page.ts'
import { date } from '../../forms/date-fields.ts'
import { textOf } from '../../forms/field.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { ownChanges } from '../../forms/own-changes.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { Sent } from '../../forms/typed.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { changeRelationshipView, openingRelationship } from './view.ts'

/** Changing what somebody is to somebody else, or saying when it ended. */
export const changeRelationshipRoutes: PageRoutes = (server, deps) => {
  const { withPeople, answer } = peoplePage(deps)

  const withRelationship = (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (facts: CasePeople, one: RelationshipShown, sent: Sent) => Promise<FastifyReply>,
  ): Promise<FastifyReply> =>
    withPeople(request, reply, async (facts, sent) => {
      const { relationship } = request.params as { readonly relationship: string }
      const one = facts.relationships.find(({ id }) => id === relationship)
      return one === undefined ? showNotFound(request, reply) : work(facts, one, sent)
    })

  server.get(patterns.changeRelationship, (request, reply) =>
    withRelationship(request, reply, async (facts, one) => {
      const opening = { form: null, typed: openingRelationship(one) }
      const state = await openForm(request, reply, deps, opening)
      return show(request, reply, changeRelationshipView(facts, one, state))
    }),
  )

  server.post(patterns.changeRelationship, (request, reply) =>
    withRelationship(request, reply, (facts, one, sent) => {
      const draw = (state: FormState) => changeRelationshipView(facts, one, state)
      const kind = readKind(sent.typed, true)
      const days = readFields(sent.typed, {
        from: date({ name: 'The date since when' }),
        until: date({ name: 'The date until when' }),
      })
      if (!kind.ok || kind.kind === null || !days.ok) {
        const problems = [kind, days].flatMap((part) => (part.ok ? [] : part.problems))
        return answer(request, reply, { sent, draw, result: { kind: 'problems', problems } })
      }
      const { actor } = sessionOf(request)
      return answer(request, reply, {
        sent,
        draw,
        done: 'The changes are on record.',
        result: changeRelationship(deps, actor, {
          caseId: facts.record.id,
          key: sent.key,
          relationship: one.id,
          seen: Number(textOf(sent.typed, 'relationship-seen') || one.versions),
          kind: kind.kind,
          ...days.values,
          mistaken: textOf(sent.typed, 'mistaken') !== '',
        }),
        merged: async () => {
          const now = await casePeople(deps, actor, facts.record.id)
          const found = now?.relationships.find(({ id }) => id === one.id) ?? one
          const { 'relationship-seen': seen = '', base = '', ...opened } = openingRelationship(found)
          return { ...ownChanges(sent.typed, opened), 'relationship-seen': seen, base }
        },
      })
    }),
  )
}
