import type { FastifyReply, FastifyRequest } from 'fastify'
import { setTimeout as pause } from 'node:timers/promises'
import { askForPassword } from '#casework/sign-in/ask-for-password.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { sentIn } from '../../forms/typed.ts'
import type { Typed } from '../../forms/typed.ts'
import { paths } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { oncePerAddress } from '../../plugins/rate-limits.ts'
import { show } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { whereFrom } from '../../where-from.ts'
import { authorityAmong, email } from '../sign-in/form.ts'
import { tooOftenProblem } from '../sign-in/too-often.ts'
import { forgottenPasswordView, linkSentView, noLettersView } from './view.ts'

/** The answer takes so many milliseconds, so that it does not tell by its time whether a link was made. */
const answerTakes = 250

/** Asking for a new password. */
export const forgottenPasswordRoutes: PageRoutes = (server, deps) => {
  const { signIn, settings } = deps
  const config = { access: 'open', before: 'sign-in' } as const

  const page = async (
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Typed,
    problems: readonly FieldProblem[],
  ) => {
    const facts = { enter: await signIn.authorities(), typed, csrf: tokenFor(request, reply), problems }
    return show(request, reply, forgottenPasswordView(facts), problems.length > 0 ? 422 : 200)
  }

  const isOffered = async (): Promise<boolean> => signIn.passwords && (await signIn.authorities()).length > 0

  server.get(paths.forgottenPassword, { config }, async (request, reply) => {
    if (!(await isOffered())) return showNotFound(request, reply)
    return signIn.letters ? page(request, reply, {}, []) : show(request, reply, noLettersView())
  })

  const limited = { ...config, rateLimit: oncePerAddress(settings) }
  server.post(paths.forgottenPassword, { config: limited }, async (request, reply) => {
    if (!signIn.letters || !(await isOffered())) return showNotFound(request, reply)
    const { typed } = sentIn(request.body)
    const read = readFields(typed, { authority: authorityAmong(await signIn.authorities()), email })
    if (!read.ok) return page(request, reply, typed, read.problems)
    const { authority } = read.values
    const asking = { authority: authority.id, email: read.values.email, from: whereFrom(request) }
    const [result] = await Promise.all([askForPassword(deps, asking), pause(answerTakes)])
    if (result.kind === 'asked') return show(request, reply, linkSentView())
    return page(request, reply, typed, [tooOftenProblem('email', 'requests', result.until)])
  })
}
