import type { FastifyReply, FastifyRequest } from 'fastify'
import { acceptInvitation } from '#casework/sign-in/accept-invitation.ts'
import { choosePassword } from '#casework/sign-in/choose-password.ts'
import { lookAtLink } from '#casework/sign-in/look-at-link.ts'
import type { LinkSeen } from '#casework/sign-in/look-at-link.ts'
import { beginSession } from '../../begin-session.ts'
import { text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { sentIn } from '../../forms/typed.ts'
import { paths, patterns, withQuery } from '../../paths.ts'
import { tokenFor } from '../../plugins/forgery.ts'
import { oncePerAddress } from '../../plugins/rate-limits.ts'
import { leadTo, show } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { newPassword, sameAgain } from '../sign-in/form.ts'
import { choosePasswordView, deadLinkView, recoveryCodesView, setUpCodesView } from './view.ts'

type Params = { readonly token: string }

/** What a link leads to: choosing a password and, for an invited person, setting up codes. */
export const signInLinkRoutes: PageRoutes = (server, deps) => {
  const { settings, signIn } = deps
  const look = (token: string) => (signIn.passwords ? lookAtLink(deps, token) : null)
  const config = { access: 'open', before: 'sign-in', rateLimit: oncePerAddress(settings) } as const
  const tokenIn = (request: FastifyRequest): string => (request.params as Params).token
  const dead = (request: FastifyRequest, reply: FastifyReply) => show(request, reply, deadLinkView(), 404)

  const passwordPage = (
    request: FastifyRequest,
    reply: FastifyReply,
    seen: LinkSeen,
    problems: readonly FieldProblem[],
  ) => {
    const facts = { seen, token: tokenIn(request), csrf: tokenFor(request, reply), problems }
    return show(request, reply, choosePasswordView(facts), problems.length > 0 ? 422 : 200)
  }

  server.get(patterns.signInLink, { config }, async (request, reply) => {
    const seen = await look(tokenIn(request))
    if (seen === null) return dead(request, reply)
    return passwordPage(request, reply, seen, [])
  })

  server.post(patterns.signInLink, { config }, async (request, reply) => {
    const token = tokenIn(request)
    const seen = await look(token)
    if (seen === null) return dead(request, reply)
    const read = readFields(sentIn(request.body).typed, {
      password: newPassword,
      again: sameAgain,
    })
    if (!read.ok) return passwordPage(request, reply, seen, read.problems)
    const result = await choosePassword(deps, { token, password: read.values.password })
    if (result.kind === 'over') return dead(request, reply)
    if (result.kind === 'not-good')
      return passwordPage(request, reply, seen, [{ field: 'password', text: result.why }])
    return leadTo(
      reply,
      result.kind === 'code-next' ? paths.setUpCodes(token) : withQuery(paths.signIn, { why: 'changed' }),
    )
  })

  const codesPage = async (
    request: FastifyRequest,
    reply: FastifyReply,
    problems: readonly FieldProblem[],
  ) => {
    const token = tokenIn(request)
    const seen = await look(token)
    if (seen === null) return dead(request, reply)
    if (seen.codeSecret === null) return leadTo(reply, paths.signInLink(token))
    const facts = { seen, token, csrf: tokenFor(request, reply), problems }
    return show(request, reply, setUpCodesView(facts, seen.codeSecret), problems.length > 0 ? 422 : 200)
  }

  server.get(patterns.setUpCodes, { config }, (request, reply) => codesPage(request, reply, []))

  server.post(patterns.setUpCodes, { config }, async (request, reply) => {
    const needed = 'Enter the code that your app shows'
    const read = readFields(sentIn(request.body).typed, {
      code: text({ needed, most: 50, name: 'The code' }),
    })
    if (!read.ok) return codesPage(request, reply, read.problems)
    const code = read.values.code.replaceAll(/\s/g, '')
    const result = await acceptInvitation(deps, { token: tokenIn(request), code })
    if (result.kind === 'over') return codesPage(request, reply, [])
    if (result.kind === 'wrong') {
      const why =
        'The code is wrong. Check that the app has the key of this page, and that the time of your phone is right'
      return codesPage(request, reply, [{ field: 'code', text: why }])
    }
    await beginSession(request, reply, deps, result.session)
    return show(request, reply, recoveryCodesView(result.recoveryCodes, 'You are signed in.', paths.home))
  })
}
