import { signOut } from '#casework/sign-in/sign-out.ts'
import { dropCookie } from '../../own-cookies.ts'
import { paths, withQuery } from '../../paths.ts'
import { leadTo } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'

/** Signing out, and the script's way of saying that somebody is still there. */
export const signOutRoutes: PageRoutes = (server, deps) => {
  const { sessions, clock, settings } = deps
  server.post(paths.signOut, async (request, reply) => {
    const { visit } = request
    if (visit.kind === 'signed-in') await signOut(deps, visit.id, visit.session)
    dropCookie(reply, settings, 'session')
    void reply.header('clear-site-data', '"cache"')
    return leadTo(reply, withQuery(paths.signIn, { why: 'signed-out' }))
  })

  server.get(paths.session, async (request, reply) => {
    if (request.visit.kind === 'signed-in') await sessions.touch(request.visit.id, clock.now())
    return reply.code(204).send()
  })
}
