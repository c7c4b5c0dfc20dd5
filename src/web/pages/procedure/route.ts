import { writtenProcedure } from '#casework/written-procedure.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { workflowMap } from '#procedure/map/workflow-map.ts'
import { paths } from '../../paths.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { procedureView } from './view.ts'

/** The procedure that the authority works to, to be read, and its map as a picture. */
export const procedureRoutes: PageRoutes = (server, deps) => {
  const maps = new WeakMap<Procedure, string>()
  const mapOf = (procedure: Procedure): string => {
    const known = maps.get(procedure) ?? workflowMap(procedure)
    maps.set(procedure, known)
    return known
  }

  server.get(paths.procedure, async (request, reply) =>
    show(request, reply, procedureView(await writtenProcedure(deps, sessionOf(request).actor))),
  )

  server.get(paths.procedureMap, async (request, reply) => {
    const procedure = await writtenProcedure(deps, sessionOf(request).actor)
    return reply.type('image/svg+xml').header('cache-control', 'private, max-age=300').send(mapOf(procedure))
  })
}
