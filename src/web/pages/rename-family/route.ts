import { renameFamily } from '#casework/people/rename-family.ts'
import { peoplePage } from '../../family/people-page.ts'
import { textOf } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import { patterns } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { renameFamilyView } from './view.ts'

/** Changing what a family is called in lists. */
export const renameFamilyRoutes: PageRoutes = (server, deps) => {
  const { withPeople, answer } = peoplePage(deps)

  server.get(patterns.renameFamily, (request, reply) =>
    withPeople(request, reply, async (facts) => {
      const typed = { name: facts.record.family, 'name-seen': facts.record.family }
      return show(
        request,
        reply,
        renameFamilyView(facts, await openForm(request, reply, deps, { form: null, typed })),
      )
    }),
  )

  server.post(patterns.renameFamily, (request, reply) =>
    withPeople(request, reply, (facts, sent) => {
      const draw = (state: FormState) => renameFamilyView(facts, state)
      const read = readFields(sent.typed, {
        name: text({ needed: 'Enter what the family is called', most: 100, name: 'The name' }),
      })
      if (!read.ok)
        return answer(request, reply, { sent, draw, result: { kind: 'problems', problems: read.problems } })
      const seen = textOf(sent.typed, 'name-seen') || facts.record.family
      const asked = { caseId: facts.record.id, key: sent.key, seen, family: read.values.name }
      return answer(request, reply, {
        sent,
        draw,
        done: 'The family has its new name in lists.',
        result: renameFamily(deps, sessionOf(request).actor, asked),
        merged: async () => ({ ...sent.typed, 'name-seen': facts.record.family }),
      })
    }),
  )
}
