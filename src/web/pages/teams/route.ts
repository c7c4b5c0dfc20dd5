import type { FastifyReply, FastifyRequest } from 'fastify'
import { addTeam, changeTeam, oneTeam, teamList } from '#casework/administration/teams.ts'
import type { OneTeam } from '#casework/administration/teams.ts'
import { answerAdministrator } from '../../administration/answer-administrator.ts'
import { contactFields } from '../../administration/contact-questions.ts'
import { forAdministrators } from '../../administration/for-administrators.ts'
import { textOf } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'
import type { FormState } from '../../forms/form-state.ts'
import { openForm } from '../../forms/form-state.ts'
import { ownChanges } from '../../forms/own-changes.ts'
import { readFields } from '../../forms/read-fields.ts'
import { showSent } from '../../forms/show-sent.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { oneTeamView, openingTeam, teamsView } from './view.ts'

const name = text({ needed: 'Enter the name of the team', most: 100, name: 'The name' })

/** The teams of an authority, for administrators. */
export const teamsRoutes: PageRoutes = (server, deps) => {
  const withTeams = forAdministrators(deps, teamList)

  server.get(paths.teams, (request, reply) =>
    withTeams(request, reply, async (facts) =>
      show(request, reply, teamsView(facts, await openForm(request, reply, deps, { form: null }))),
    ),
  )

  server.post(paths.teams, (request, reply) =>
    withTeams(request, reply, async (facts) => {
      const sent = sentIn(request.body)
      const draw = (state: FormState) => teamsView(facts, state)
      const read = readFields(sent.typed, { name })
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const asked = { key: sent.key, name: read.values.name }
      const result = await addTeam(deps, sessionOf(request).actor, asked)
      const done = ['The team was added.', paths.teams] as const
      return answerAdministrator(request, reply, { sent, result, draw, done, first: 'name' })
    }),
  )

  const withTeam = (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (facts: OneTeam) => Promise<FastifyReply>,
  ): Promise<FastifyReply> =>
    withTeams(request, reply, async () => {
      const { team } = request.params as { readonly team: string }
      const facts = await oneTeam(deps, sessionOf(request).actor, team)
      return facts === null ? showNotFound(request, reply) : work(facts)
    })

  server.get(patterns.oneTeam, (request, reply) =>
    withTeam(request, reply, async (facts) => {
      const state = await openForm(request, reply, deps, { form: null, typed: openingTeam(facts) })
      return show(request, reply, oneTeamView(facts, state))
    }),
  )

  server.post(patterns.oneTeam, (request, reply) =>
    withTeam(request, reply, async (facts) => {
      const sent = sentIn(request.body)
      const draw = (state: FormState) => oneTeamView(facts, state)
      const read = readFields(sent.typed, { name, ...contactFields })
      if (!read.ok) return showSent(request, reply, { sent, draw, problems: read.problems })
      const { name: called, ...details } = read.values
      const seen = textOf(sent.typed, 'team-seen')
      const asked = { key: sent.key, team: facts.team.id, seen, name: called, details }
      const result = await changeTeam(deps, sessionOf(request).actor, asked)
      return answerAdministrator(request, reply, {
        sent,
        result,
        draw,
        first: 'name',
        done: ['The changes are in force.', paths.teams],
        merged: () => {
          const { 'team-seen': now = '', base = '', ...opened } = openingTeam(facts)
          return { ...ownChanges(sent.typed, opened), 'team-seen': now, base }
        },
      })
    }),
  )
}
