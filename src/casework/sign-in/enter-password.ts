import type { Instant } from '#calendar/instant.ts'
import { about, laterOf, refusedUntil } from './limits.ts'
import { makeLink } from './make-link.ts'
import { noted } from './noted.ts'
import type { LinkDeps } from './sign-in-deps.ts'

export type EnterPassword = {
  readonly authority: string
  readonly email: string
  readonly password: string
  /** Where it comes from: an address of the network. */
  readonly from: string
}

/** What came of a password. A wrong one and an unknown person get the same answer, after as long. */
export type PasswordEntered =
  /** It is right. With the token, which is for the person's browser alone, they go on to the code. */
  | { readonly kind: 'right'; readonly token: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'too-often'; readonly until: Instant }

/** The first step of signing in: email address and password. */
export const enterPassword = async (deps: LinkDeps, given: EnterPassword): Promise<PasswordEntered> => {
  const { authority, email, password, from } = given
  const { secrets, store } = deps
  const asked = await store.change(authority, async (all) => {
    const until = laterOf(
      await refusedUntil(deps, all, 'password', email),
      await refusedUntil(deps, all, 'place', from),
    )
    const id = await all.userOfEmail(email.trim())
    const user = id === null ? null : await all.user(id)
    const credential = user?.active === true ? await all.credentialOf(user.user) : null
    if (until !== null) await noted(deps, all, id, 'sign-in refused', { why: 'too often' })
    return { until, id, credential }
  })
  if (asked.until !== null) return { kind: 'too-often', until: asked.until }
  const isRight = await secrets.isPassword(password, asked.credential?.passwordHash ?? null)
  return store.change(authority, async (all): Promise<PasswordEntered> => {
    if (!isRight || asked.credential === null) {
      await noted(deps, all, asked.id, 'sign-in refused', { why: 'password' })
      return { kind: 'wrong' }
    }
    await all.forgetAttempts(about(deps, 'password', email))
    await all.takeBackAttempt(about(deps, 'place', from))
    const { token } = await makeLink(deps, all, authority, asked.credential.user, 'half-way')
    return { kind: 'right', token }
  })
}
