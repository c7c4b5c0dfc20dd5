import type { FastifyReply, FastifyRequest } from 'fastify'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { sentIn } from '../../forms/typed.ts'
import { ownPath, paths } from '../../paths.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { leadTo, show } from '../../show.ts'
import { setSession } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { personAmong } from './form.ts'
import { signInView } from './view.ts'

type Query = { readonly why?: unknown; readonly next?: unknown }

/** Signing in to the demonstration: one picks whom to be. */
export const signInRoutes: PageRoutes = (server, { signIn, sessions, clock, settings }) => {
  const config = { access: 'open', before: 'sign-in' } as const

  const page = async (request: FastifyRequest, reply: FastifyReply, problems: readonly FieldProblem[]) => {
    const { why, next } = request.query as Query
    const facts = {
      authorities: await signIn.people(),
      why,
      next: ownPath(next),
      csrf: tokenFor(request, reply),
      idleMinutes: settings.idleMinutes,
      problems,
    }
    return show(request, reply, signInView(facts), problems.length > 0 ? 422 : 200)
  }

  server.get(paths.signIn, { config }, (request, reply) =>
    request.visit.kind === 'signed-in' ? leadTo(reply, paths.home) : page(request, reply, []),
  )

  const once = { max: settings.signInsPerMinute, keyGenerator: ({ ip }: FastifyRequest) => ip }
  server.post(paths.signIn, { config: { ...config, rateLimit: once } }, async (request, reply) => {
    const { typed } = sentIn(request.body)
    const read = readFields(typed, { person: personAmong(await signIn.people()) })
    if (!read.ok) return page(request, reply, read.problems)
    const now = clock.now()
    const { visit } = request
    if (visit.kind === 'signed-in') await sessions.close(visit.id, now)
    setSession(reply, settings, await sessions.open(read.values.person, now))
    return leadTo(reply, ownPath(typed['next']) ?? paths.home)
  })
}
