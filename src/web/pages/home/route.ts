import { sectionsFor } from '../../navigation.ts'
import { paths } from '../../paths.ts'
import { leadTo, show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { homeView } from './view.ts'

/** The start page leads to the first part of the service that somebody's roles open. */
export const homeRoutes: PageRoutes = (server) => {
  server.get(paths.home, (request, reply) => {
    const { actor } = sessionOf(request)
    const [first] = sectionsFor(actor, (url) => server.hasRoute({ method: 'GET', url }))
    return first === undefined ? show(request, reply, homeView()) : leadTo(reply, first.href)
  })
}
