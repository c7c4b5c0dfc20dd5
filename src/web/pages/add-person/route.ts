import { addPerson } from '#casework/people/add-person.ts'
import { readKind } from '../../family/kind-question.ts'
import { peoplePage } from '../../family/people-page.ts'
import { readPerson } from '../../family/person-questions.ts'
import { textsOf } from '../../forms/field.ts'
import { openForm } from '../../forms/form-state.ts'
import { patterns } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { addPersonView } from './view.ts'

/** Adding somebody to a family, or around it. */
export const addPersonRoutes: PageRoutes = (server, deps) => {
  const { withPeople, answer } = peoplePage(deps)

  server.get(patterns.addPerson, (request, reply) =>
    withPeople(request, reply, async (facts) => {
      const state = await openForm(request, reply, deps, { form: `add-person:${facts.record.id}` })
      return show(request, reply, addPersonView(facts, state))
    }),
  )

  server.post(patterns.addPerson, (request, reply) =>
    withPeople(request, reply, (facts, sent) => {
      const draw = (state: Parameters<typeof addPersonView>[1]) => addPersonView(facts, state)
      const to = textsOf(sent.typed, 'to')
      const person = readPerson(sent.typed, facts, null)
      const kind = readKind(sent.typed, to.length > 0)
      const read = person.ok && kind.ok ? { said: person.said, kind: kind.kind } : null
      if (read === null || (read.kind !== null && to.length === 0)) {
        const problems = [person, kind].flatMap((part) => (part.ok ? [] : part.problems))
        const lacking = read === null ? [] : [{ field: 'to', text: 'Choose to whom' }]
        return answer(request, reply, {
          sent,
          draw,
          result: { kind: 'problems', problems: [...problems, ...lacking] },
        })
      }
      const is = read.kind === null ? null : { kind: read.kind, to }
      const asked = { caseId: facts.record.id, key: sent.key, said: read.said, is }
      return answer(request, reply, {
        sent,
        draw,
        draft: `add-person:${facts.record.id}`,
        done: 'The person was added. What is due has been worked out again.',
        result: addPerson(deps, sessionOf(request).actor, asked),
      })
    }),
  )
}
