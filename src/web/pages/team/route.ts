import { teamsOf } from '#casework/lists/families.ts'
import { teamBoard } from '#casework/lists/team-board.ts'
import { pageIn } from '../../page-in.ts'
import { paths, patterns } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { leadTo, show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { teamsView, teamView } from './view.ts'

/** A team's families, and the choice of a team for those who see several. */
export const teamRoutes: PageRoutes = (server, deps) => {
  server.get(paths.team, async (request, reply) => {
    const teams = await teamsOf(deps, sessionOf(request).actor)
    const [first] = teams
    if (first !== undefined && teams.length === 1) return leadTo(reply, paths.teamBoard(first.id))
    return show(request, reply, teamsView(teams))
  })

  server.get(patterns.teamBoard, async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const board = await teamBoard(deps, sessionOf(request).actor, id, pageIn(request.query))
    return board === null ? showNotFound(request, reply) : show(request, reply, teamView(board))
  })
}
