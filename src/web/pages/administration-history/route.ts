import { administrationHistory } from '#casework/administration/administration-history.ts'
import { pageIn } from '../../page-in.ts'
import { paths } from '../../paths.ts'
import { showNotAllowed } from '../../plugins/failures.ts'
import { show } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { administrationHistoryView } from './view.ts'

/** What was done that is about no family, for administrators. */
export const administrationHistoryRoutes: PageRoutes = (server, deps) => {
  server.get(paths.administrationHistory, async (request, reply) => {
    const { act } = request.query as Readonly<Record<string, unknown>>
    const asked = {
      act: typeof act === 'string' && act !== '' ? act : undefined,
      page: pageIn(request.query),
    }
    const facts = await administrationHistory(deps, sessionOf(request).actor, asked)
    if (facts === null) return showNotAllowed(request, reply)
    return show(request, reply, administrationHistoryView(facts, asked.act))
  })
}
