import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Asked } from '#casework/sign-in/identity-provider.ts'
import { signInByProvider } from '#casework/sign-in/sign-in-by-provider.ts'
import { beginSession } from '../../begin-session.ts'
import { cookieIn, dropCookie, keepCookie } from '../../own-cookies.ts'
import { ownPath, paths } from '../../paths.ts'
import { showNotFound } from '../../plugins/failures.ts'
import { oncePerAddress } from '../../plugins/rate-limits.ts'
import { failureInLog } from '../../plugins/request-log.ts'
import { leadTo, show } from '../../show.ts'
import type { PageRoutes } from '../../web-deps.ts'
import { notAUserView, notReachedView, notSignedInView } from './view.ts'

/** What the browser keeps, sealed, while its person is at the provider. */
type Kept = { readonly asked: Asked; readonly authority: string; readonly next: string | null }

type Query = { readonly authority?: unknown; readonly next?: unknown }

/** Signing in with an account of an identity provider: there, and back. */
export const signInProviderRoutes: PageRoutes = (server, deps) => {
  const { signIn, settings, secrets } = deps
  const config = { access: 'open', before: 'sign-in', rateLimit: oncePerAddress(settings) } as const

  const notReached = (request: FastifyRequest, reply: FastifyReply, error: unknown) => {
    request.log.error({ failure: failureInLog(error) })
    return show(request, reply, notReachedView(request.id), 503)
  }

  server.get(paths.provider, { config }, async (request, reply) => {
    const { authority, next } = request.query as Query
    const chosen = (await signIn.authorities()).find(({ slug }) => slug === authority)
    if (signIn.provider === null || chosen === undefined) return showNotFound(request, reply)
    try {
      const { url, asked } = await signIn.provider.begin()
      const kept: Kept = { asked, authority: chosen.id, next: ownPath(next) ?? null }
      keepCookie(reply, settings, 'provider', secrets.seal(JSON.stringify(kept)))
      return await leadTo(reply, url)
    } catch (error) {
      return notReached(request, reply, error)
    }
  })

  server.get(paths.backFromProvider, { config }, async (request, reply) => {
    if (signIn.provider === null) return showNotFound(request, reply)
    const sealed = cookieIn(request, settings, 'provider')
    const opened = sealed === null ? null : secrets.open(sealed)
    dropCookie(reply, settings, 'provider')
    if (opened === null) return show(request, reply, notSignedInView(), 400)
    const { asked, authority, next } = JSON.parse(opened) as Kept
    const query = new URL(request.url, 'http://alongside').search
    const finished = await signIn.provider
      .finish(query, asked)
      .catch((error: unknown) => ({ kind: 'not-reached', error }) as const)
    if (finished.kind === 'not-reached') return notReached(request, reply, finished.error)
    if (finished.kind === 'refused') {
      request.log.warn({ signIn: 'refused', why: finished.why })
      return show(request, reply, notSignedInView(), 400)
    }
    const result = await signInByProvider(deps, authority, finished.claims)
    if (result.kind === 'unknown') {
      const name = (await signIn.authorities()).find(({ id }) => id === authority)?.name
      return show(request, reply, notAUserView(name ?? 'your authority'), 403)
    }
    await beginSession(request, reply, deps, result.session)
    return leadTo(reply, next ?? paths.home)
  })
}
