import type { FastifyRequest } from 'fastify'
import { removePerson } from '#casework/people/remove-person.ts'
import { peoplePage } from '../../family/people-page.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import { patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { casePeopleView } from '../case-people/view.ts'
import { removePersonView } from './view.ts'

/** Taking somebody off a record on which they were put by mistake. */
export const removePersonRoutes: PageRoutes = (server, deps) => {
  const { withPeople, answer } = peoplePage(deps)

  const done = 'They are no longer on this record. What is due has been worked out again.'
  const personIn = (request: FastifyRequest): string => (request.params as { readonly person: string }).person

  server.get(patterns.removePerson, (request, reply) =>
    withPeople(request, reply, async (facts) => {
      const person = facts.people.find(({ personId }) => personId === personIn(request))
      if (person === undefined) return showNotFound(request, reply)
      const state = await openForm(request, reply, deps, { form: null })
      return show(request, reply, removePersonView(facts, person, state))
    }),
  )

  server.post(patterns.removePerson, (request, reply) =>
    withPeople(request, reply, async (facts, sent) => {
      const person = facts.people.find(({ personId }) => personId === personIn(request))
      const read = readFields(sent.typed, {
        why: text({ needed: 'Enter why they were added by mistake', most: 500, name: 'The reason' }),
      })
      const remove = (reason: string) =>
        removePerson(deps, sessionOf(request).actor, {
          caseId: facts.record.id,
          key: sent.key,
          person: personIn(request),
          reason,
        })
      if (person === undefined) {
        // The same page sent twice: the first time they were still there.
        const result = await remove('')
        const draw = () => casePeopleView(facts)
        return answer(request, reply, { sent, draw, done, result })
      }
      const draw = (state: FormState) => removePersonView(facts, person, state)
      if (!read.ok)
        return answer(request, reply, { sent, draw, result: { kind: 'problems', problems: read.problems } })
      return answer(request, reply, { sent, draw, done, result: remove(read.values.why) })
    }),
  )
}
