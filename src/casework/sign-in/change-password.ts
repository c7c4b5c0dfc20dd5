import type { Instant } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import { about, laterOf, refusedUntil } from './limits.ts'
import { noted } from './noted.ts'
import { passwordProblem } from './password-problem.ts'
import type { SignInDeps } from './sign-in-deps.ts'

export type ChangePassword = {
  readonly current: string
  readonly password: string
  readonly from: string
}

/** What came of changing one's password. */
export type PasswordReplaced =
  /** Every session has ended, and this one has begun. */
  | { readonly kind: 'changed'; readonly session: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'not-good'; readonly why: string }
  | { readonly kind: 'too-often'; readonly until: Instant }
  /** They have none: they come with a work account. */
  | { readonly kind: 'none' }

/** Changes the password of somebody who is signed in, and knows the one that they have. */
export const changePassword = async (
  deps: SignInDeps,
  { authority, user }: Pick<Actor, 'authority' | 'user'>,
  { current, password, from }: ChangePassword,
): Promise<PasswordReplaced> => {
  const { secrets, store, sessions, clock } = deps
  const asked = await store.change(authority, async (all) => {
    const [whose, credential] = [await all.user(user), await all.credentialOf(user)]
    if (whose === null || credential === null) return null
    const until = laterOf(
      await refusedUntil(deps, all, 'password', whose.email),
      await refusedUntil(deps, all, 'place', from),
    )
    return { whose, credential, until }
  })
  if (asked === null) return { kind: 'none' }
  const { whose, credential, until } = asked
  if (until !== null) return { kind: 'too-often', until }
  if (!(await secrets.isPassword(current, credential.passwordHash))) {
    await store.change(authority, (all) => noted(deps, all, user, 'password change refused'))
    return { kind: 'wrong' }
  }
  const why = passwordProblem(password, whose)
  const hash = why === null ? await secrets.hashPassword(password) : null
  await store.change(authority, async (all) => {
    await all.forgetAttempts(about(deps, 'password', whose.email))
    await all.takeBackAttempt(about(deps, 'place', from))
    if (hash === null) return
    await all.setPasswordHash(user, hash)
    await all.dropLinks(user)
    await noted(deps, all, user, 'password changed')
  })
  if (why !== null) return { kind: 'not-good', why }
  const now = clock.now()
  await sessions.closeAll({ authority, user }, now)
  return { kind: 'changed', session: await sessions.open({ authority, user }, now) }
}
