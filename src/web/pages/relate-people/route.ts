import { relatePeople } from '#casework/people/relate-people.ts'
import { readKind } from '../../family/kind-question.ts'
import { peoplePage } from '../../family/people-page.ts'
import { date } from '../../forms/date-fields.ts'
import { choice, several } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import { patterns } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { relatePeopleView } from './view.ts'

/** Saying what somebody in a family, or around it, is to others. */
export const relatePeopleRoutes: PageRoutes = (server, deps) => {
  const { withPeople, answer } = peoplePage(deps)

  server.get(patterns.relatePeople, (request, reply) =>
    withPeople(request, reply, async (facts) => {
      const state = await openForm(request, reply, deps, { form: null })
      return show(request, reply, relatePeopleView(facts, state))
    }),
  )

  server.post(patterns.relatePeople, (request, reply) =>
    withPeople(request, reply, (facts, sent) => {
      const draw = (state: FormState) => relatePeopleView(facts, state)
      const ids = facts.people.map(({ personId }) => personId)
      const who = readFields(sent.typed, { person: choice(ids, { needed: 'Choose who it is about' }) })
      const kind = readKind(sent.typed, true)
      const others = ids.filter((id) => !who.ok || id !== who.values.person)
      const rest = readFields(sent.typed, {
        to: several(others, { needed: 'Choose to whom: somebody else' }),
        from: date({ name: 'The date' }),
      })
      if (!who.ok || !kind.ok || kind.kind === null || !rest.ok) {
        const problems = [who, kind, rest].flatMap((part) => (part.ok ? [] : part.problems))
        return answer(request, reply, { sent, draw, result: { kind: 'problems', problems } })
      }
      const asked = {
        caseId: facts.record.id,
        key: sent.key,
        person: who.values.person,
        kind: kind.kind,
        to: rest.values.to,
        from: rest.values.from,
        until: null,
      }
      return answer(request, reply, {
        sent,
        draw,
        done: 'Who is who is on record.',
        result: relatePeople(deps, sessionOf(request).actor, asked),
      })
    }),
  )
}
