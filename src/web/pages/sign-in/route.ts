import type { FastifyReply, FastifyRequest } from 'fastify'
import { enterPassword } from '#casework/sign-in/enter-password.ts'
import { beginSession } from '../../begin-session.ts'
import { text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Typed } from '../../forms/typed.ts'
import { keepCookie } from '../../own-cookies.ts'
import { ownPath, paths, withQuery } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { oncePerAddress } from '../../plugins/rate-limits.ts'
import { leadTo, show } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { whereFrom } from '../../where-from.ts'
import { authorityAmong, email, personAmong } from './form.ts'
import { tooOftenProblem } from './too-often.ts'
import { signInView } from './view.ts'

type Query = { readonly why?: unknown; readonly next?: unknown; readonly authority?: unknown }

/** Signing in: by a password, with an account of a provider, or, in the demonstration, by picking whom to be. */
export const signInRoutes: PageRoutes = (server, deps) => {
  const { signIn, sessions, clock, settings } = deps
  const config = { access: 'open', before: 'sign-in' } as const
  const limited = { config: { ...config, rateLimit: oncePerAddress(settings) } }

  const page = async (
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Typed,
    problems: readonly FieldProblem[],
  ) => {
    const { why, next } = request.query as Query
    const facts = {
      authorities: await signIn.people(),
      enter: await signIn.authorities(),
      passwords: signIn.passwords,
      provider: signIn.provider?.label ?? null,
      typed,
      why,
      next: ownPath(next) ?? ownPath(typed['next']),
      csrf: tokenFor(request, reply),
      idleMinutes: settings.idleMinutes,
      problems,
    }
    return show(request, reply, signInView(facts), problems.length > 0 ? 422 : 200)
  }

  server.get(paths.signIn, { config }, (request, reply) => {
    const { authority } = request.query as Query
    if (request.visit.kind === 'signed-in') return leadTo(reply, paths.home)
    return page(request, reply, typeof authority === 'string' ? { authority } : {}, [])
  })

  server.post(paths.signIn, limited, async (request, reply) => {
    const { typed } = sentIn(request.body)
    const read = readFields(typed, { person: personAmong(await signIn.people()) })
    if (!read.ok) return page(request, reply, typed, read.problems)
    await beginSession(request, reply, deps, await sessions.open(read.values.person, clock.now()))
    return leadTo(reply, ownPath(typed['next']) ?? paths.home)
  })

  server.post(paths.enterPassword, limited, async (request, reply) => {
    const { typed } = sentIn(request.body)
    const enter = signIn.passwords ? await signIn.authorities() : []
    if (enter.length === 0) return showNotFound(request, reply)
    const read = readFields(typed, {
      authority: authorityAmong(enter),
      email,
      password: text({ needed: 'Enter your password', name: 'The password' }),
    })
    if (!read.ok) return page(request, reply, typed, read.problems)
    const { authority, password } = read.values
    const from = whereFrom(request)
    const result = await enterPassword(deps, {
      authority: authority.id,
      email: read.values.email,
      password,
      from,
    })
    if (result.kind === 'right') {
      keepCookie(reply, settings, 'half-way', result.token)
      return leadTo(reply, withQuery(paths.enterCode, { next: ownPath(typed['next']) }))
    }
    const problem =
      result.kind === 'wrong'
        ? { field: 'email', text: 'The email address or the password is wrong' }
        : tooOftenProblem('email', 'wrong passwords', result.until)
    return page(request, reply, typed, [problem])
  })
}
