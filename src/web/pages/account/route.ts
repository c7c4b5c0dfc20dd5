import type { FastifyReply, FastifyRequest } from 'fastify'
import { changePassword } from '#casework/sign-in/change-password.ts'
import { mySignIn } from '#casework/sign-in/my-sign-in.ts'
import type { MySignIn } from '#casework/sign-in/my-sign-in.ts'
import { renewRecoveryCodes } from '#casework/sign-in/renew-recovery-codes.ts'
import { beginSession } from '../../begin-session.ts'
import { text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { oncePerAddress } from '../../plugins/rate-limits.ts'
import { leadTo, show, tell } from '../../show.ts'
import { sessionOf } from '../../visit.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { whereFrom } from '../../where-from.ts'
import { recoveryCodesView } from '../sign-in-link/view.ts'
import { codeProblem } from '../sign-in-code/code-problem.ts'
import { newPassword, sameAgain } from '../sign-in/form.ts'
import { tooOftenProblem } from '../sign-in/too-often.ts'
import { accountView, changePasswordView, newRecoveryCodesView } from './view.ts'

/** How one signs in oneself: changing the password, and new recovery codes. */
export const accountRoutes: PageRoutes = (server, deps) => {
  const { settings } = deps
  const config = { noEcho: true, rateLimit: oncePerAddress(settings) } as const
  const mine = (request: FastifyRequest): Promise<MySignIn | null> => mySignIn(deps, sessionOf(request).actor)

  server.get(paths.account, async (request, reply) => {
    const found = await mine(request)
    return found === null ? showNotFound(request, reply) : show(request, reply, accountView(found))
  })

  const passwordPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    problems: readonly FieldProblem[],
  ) => {
    const found = await mine(request)
    if (found === null || found.recoveryCodesLeft === null) return showNotFound(request, reply)
    const facts = { csrf: tokenFor(request, reply), email: found.email, problems }
    return show(request, reply, changePasswordView(facts), problems.length > 0 ? 422 : 200)
  }

  server.get(paths.changePassword, (request, reply) => passwordPage(request, reply, []))

  server.post(paths.changePassword, { config }, async (request, reply) => {
    const read = readFields(sentIn(request.body).typed, {
      current: text({ needed: 'Enter the password that you have', most: 10_000 }),
      password: newPassword,
      again: sameAgain,
    })
    if (!read.ok) return passwordPage(request, reply, read.problems)
    const { current, password } = read.values
    const { actor } = sessionOf(request)
    const result = await changePassword(deps, actor, { current, password, from: whereFrom(request) })
    if (result.kind === 'none') return showNotFound(request, reply)
    if (result.kind === 'wrong')
      return passwordPage(request, reply, [
        { field: 'current', text: 'This is not the password that you have' },
      ])
    if (result.kind === 'not-good')
      return passwordPage(request, reply, [{ field: 'password', text: result.why }])
    if (result.kind === 'too-often')
      return passwordPage(request, reply, [tooOftenProblem('current', 'wrong passwords', result.until)])
    await beginSession(request, reply, deps, result.session)
    tell(reply, 'Your password is changed. You are signed out everywhere else.')
    return leadTo(reply, paths.account)
  })

  const codesPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    problems: readonly FieldProblem[],
  ) => {
    const found = await mine(request)
    if (found === null || found.recoveryCodesLeft === null) return showNotFound(request, reply)
    const facts = { csrf: tokenFor(request, reply), problems }
    return show(request, reply, newRecoveryCodesView(facts), problems.length > 0 ? 422 : 200)
  }

  server.get(paths.newRecoveryCodes, (request, reply) => codesPage(request, reply, []))

  server.post(paths.newRecoveryCodes, { config }, async (request, reply) => {
    const needed = 'Enter the code that your app shows'
    const read = readFields(sentIn(request.body).typed, {
      code: text({ needed, most: 50, name: 'The code' }),
    })
    if (!read.ok) return codesPage(request, reply, read.problems)
    const code = read.values.code.replaceAll(/\s/g, '')
    const result = await renewRecoveryCodes(deps, sessionOf(request).actor, {
      code,
      from: whereFrom(request),
    })
    if (result.kind === 'none') return showNotFound(request, reply)
    if (result.kind !== 'renewed')
      return codesPage(request, reply, [
        codeProblem(result, 'The code is wrong. Check that your app shows it for Alongside'),
      ])
    return show(
      request,
      reply,
      recoveryCodesView(result.recoveryCodes, 'Those that you had before no longer work.', paths.account),
    )
  })
}
