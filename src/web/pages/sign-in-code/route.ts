import type { FastifyReply, FastifyRequest } from 'fastify'
import { enterCode } from '#casework/sign-in/enter-code.ts'
import { enterRecoveryCode } from '#casework/sign-in/enter-recovery-code.ts'
import { counted } from '#procedure/in-words.ts'
import { beginSession } from '../../begin-session.ts'
import { text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { sentIn } from '../../forms/typed.ts'
import { cookieIn } from '../../own-cookies.ts'
import { ownPath, paths, withQuery } from '../../paths.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { oncePerAddress } from '../../plugins/rate-limits.ts'
import { leadTo, show, tell } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { whereFrom } from '../../where-from.ts'
import { codeProblem } from './code-problem.ts'
import { codeView, recoveryCodeView } from './view.ts'

const few = 3

const leftInWords = (left: number): string => {
  const said =
    left === 0 ? 'That was your last recovery code.' : `You have ${counted(left, 'recovery code')} left.`
  return left > few
    ? said
    : `${said} Choose your name above to make new ones with your app. If you have lost it, ask for a new invitation.`
}

const steps = [
  {
    path: paths.enterCode,
    view: codeView,
    enter: enterCode,
    needed: 'Enter the code that your app shows',
    wrong: 'The code is wrong. Check that your app shows it for Alongside, and that it has not just changed',
    tellsLeft: false,
  },
  {
    path: paths.enterRecoveryCode,
    view: recoveryCodeView,
    enter: enterRecoveryCode,
    needed: 'Enter one of your recovery codes',
    wrong: 'This is not one of your recovery codes, or it has been used',
    tellsLeft: true,
  },
] as const

/** The second step of signing in: a code from the app, or a recovery code. */
export const signInCodeRoutes: PageRoutes = (server, deps) => {
  const { settings } = deps
  const config = { access: 'open', before: 'sign-in' } as const
  const over = (reply: FastifyReply, next: string | undefined) =>
    leadTo(reply, withQuery(paths.signIn, { why: 'over', next }))
  for (const { path, view, enter, needed, wrong, tellsLeft } of steps) {
    const page = (
      request: FastifyRequest,
      reply: FastifyReply,
      next: string | undefined,
      problems: readonly FieldProblem[],
    ) =>
      show(
        request,
        reply,
        view({ csrf: tokenFor(request, reply), next, problems }),
        problems.length > 0 ? 422 : 200,
      )

    server.get(path, { config }, (request, reply) => {
      const next = ownPath((request.query as { readonly next?: unknown }).next)
      if (cookieIn(request, settings, 'half-way') === null) return over(reply, next)
      return page(request, reply, next, [])
    })

    const limited = { ...config, rateLimit: oncePerAddress(settings) }
    server.post(path, { config: limited }, async (request, reply) => {
      const { typed } = sentIn(request.body)
      const next = ownPath(typed['next'])
      const token = cookieIn(request, settings, 'half-way')
      if (token === null) return over(reply, next)
      const read = readFields(typed, { code: text({ needed, most: 50, name: 'The code' }) })
      if (!read.ok) return page(request, reply, next, read.problems)
      const code = read.values.code.replaceAll(/\s/g, '')
      const result = await enter(deps, { token, code, from: whereFrom(request) })
      if (result.kind === 'over') return over(reply, next)
      if (result.kind !== 'signed-in') return page(request, reply, next, [codeProblem(result, wrong)])
      await beginSession(request, reply, deps, result.session)
      if (tellsLeft) tell(reply, leftInWords(result.recoveryCodesLeft))
      return leadTo(reply, next ?? paths.home)
    })
  }
}
