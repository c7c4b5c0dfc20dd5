import { staff } from '#casework/administration/staff.ts'
import { addTeam, renameTeam } from '#casework/administration/teams.ts'
import { answerAdministrator } from '../../administration/answer-administrator.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { textOf } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm, sentForm } from '../../forms/form-state.ts'
import { readFields } from '../../forms/read-fields.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { oneTeamView, teamsView } from './view.ts'

const name = text({ needed: 'Enter the name of the team', most: 100, name: 'The name' })

/** The teams of an authority, for administrators. */
export const teamsRoutes: PageRoutes = (server, deps) => {
  const withStaff = forAdministrators(deps, staff)

  server.get(paths.teams, (request, reply) =>
    withStaff(request, reply, async (facts) =>
      show(request, reply, teamsView(facts, await openForm(request, reply, deps, { form: null }))),
    ),
  )

  server.post(paths.teams, (request, reply) =>
    withStaff(request, reply, async (facts) => {
      const sent = sentIn(request.body)
      const draw = (state: FormState) => teamsView(facts, state)
      const read = readFields(sent.typed, { name })
      if (!read.ok) return show(request, reply, draw(sentForm(request, reply, sent, read.problems)), 422)
      const asked = { key: sent.key, name: read.values.name }
      const result = await addTeam(deps, sessionOf(request).actor, asked)
      const done = ['The team was added.', paths.teams] as const
      return answerAdministrator(request, reply, { sent, result, draw, done, first: 'name' })
    }),
  )

  server.get(patterns.oneTeam, (request, reply) =>
    withStaff(request, reply, async ({ teams }) => {
      const { team: id } = request.params as { readonly team: string }
      const team = teams.find((one) => one.id === id)
      if (team === undefined) return showNotFound(request, reply)
      const typed = { name: team.name, 'name-seen': team.name }
      return show(
        request,
        reply,
        oneTeamView(team, await openForm(request, reply, deps, { form: null, typed })),
      )
    }),
  )

  server.post(patterns.oneTeam, (request, reply) =>
    withStaff(request, reply, async ({ teams }) => {
      const { team: id } = request.params as { readonly team: string }
      const team = teams.find((one) => one.id === id)
      if (team === undefined) return showNotFound(request, reply)
      const sent = sentIn(request.body)
      const draw = (state: FormState) => oneTeamView(team, state)
      const read = readFields(sent.typed, { name })
      if (!read.ok) return show(request, reply, draw(sentForm(request, reply, sent, read.problems)), 422)
      const seen = textOf(sent.typed, 'name-seen')
      const asked = { key: sent.key, team: id, seen, name: read.values.name }
      const result = await renameTeam(deps, sessionOf(request).actor, asked)
      return answerAdministrator(request, reply, {
        sent,
        result,
        draw,
        first: 'name',
        done: ['The team has its new name.', paths.teams],
        merged: () => ({ ...sent.typed, 'name-seen': team.name }),
      })
    }),
  )
}
