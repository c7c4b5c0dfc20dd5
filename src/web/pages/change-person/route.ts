import type { FastifyReply, FastifyRequest } from 'fastify'
import { casePeople } from '#casework/case/case-people.ts'
import type { CasePeople, PersonShown } from '#casework/case/case-people.ts'
import { changePerson } from '#casework/people/change-person.ts'
import { peoplePage } from '../../family/people-page.ts'
import { readPerson } from '../../family/person-questions.ts'
import { textOf, textsOf } from '../../forms/field.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { ownChanges } from '../../forms/own-changes.ts'
import type { Sent } from '../../forms/typed.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { changePersonView, openingPerson } from './view.ts'

/** Changing what is known of somebody in a family, or around it. */
export const changePersonRoutes: PageRoutes = (server, deps) => {
  const { withPeople, answer } = peoplePage(deps)

  const withPerson = (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (facts: CasePeople, person: PersonShown, sent: Sent) => Promise<FastifyReply>,
  ): Promise<FastifyReply> =>
    withPeople(request, reply, async (facts, sent) => {
      const { person: id } = request.params as { readonly person: string }
      const person = facts.people.find(({ personId }) => personId === id)
      return person === undefined ? showNotFound(request, reply) : work(facts, person, sent)
    })

  const draftOf = ({ record }: CasePeople, { personId }: PersonShown): string =>
    `change-person:${record.id}:${personId}`

  server.get(patterns.changePerson, (request, reply) =>
    withPerson(request, reply, async (facts, person) => {
      const opening = { form: draftOf(facts, person), typed: openingPerson(person) }
      return show(
        request,
        reply,
        changePersonView(facts, person, await openForm(request, reply, deps, opening)),
      )
    }),
  )

  server.post(patterns.changePerson, (request, reply) =>
    withPerson(request, reply, (facts, person, sent) => {
      const draw = (state: FormState) => changePersonView(facts, person, state)
      const read = readPerson(sent.typed, facts, person)
      if (!read.ok)
        return answer(request, reply, { sent, draw, result: { kind: 'problems', problems: read.problems } })
      const { actor } = sessionOf(request)
      const { record } = facts
      return answer(request, reply, {
        sent,
        draw,
        draft: draftOf(facts, person),
        done: 'The changes are on record. What is due has been worked out again.',
        result: changePerson(deps, actor, {
          caseId: record.id,
          key: sent.key,
          person: person.personId,
          seen: Number(textOf(sent.typed, 'person-seen') || person.versions),
          said: read.said,
          along: textsOf(sent.typed, 'along'),
        }),
        merged: async () => {
          const now = await casePeople(deps, actor, record.id)
          const found = now?.people.find(({ personId }) => personId === person.personId) ?? person
          const { 'person-seen': seen = '', base = '', ...opened } = openingPerson(found)
          return { ...ownChanges(sent.typed, opened), 'person-seen': seen, base }
        },
      })
    }),
  )
}
