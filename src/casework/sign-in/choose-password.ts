import { about } from './limits.ts'
import { linkIn, lookAtLink } from './look-at-link.ts'
import { noted } from './noted.ts'
import { passwordProblem } from './password-problem.ts'
import type { SignInDeps } from './sign-in-deps.ts'

/** What came of choosing a password with a link. */
export type PasswordChosen =
  /** The link was an invitation: what is left is to set up codes. */
  | { readonly kind: 'code-next' }
  /** The password is changed, and every session of the person has ended. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'not-good'; readonly why: string }
  | { readonly kind: 'over' }

/** Choosing a password with a link: for the first time, or in place of a forgotten one. */
export const choosePassword = async (
  deps: SignInDeps,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<PasswordChosen> => {
  const { secrets, store, clock, sessions } = deps
  const seen = await lookAtLink(deps, token)
  if (seen === null) return { kind: 'over' }
  const why = passwordProblem(password, seen.user)
  if (why !== null) return { kind: 'not-good', why }
  const passwordHash = await secrets.hashPassword(password)
  const sealedCodeSecret = secrets.seal(secrets.newCodeSecret())
  const { user } = seen.user
  const result = await store.change(seen.authority, async (all): Promise<PasswordChosen> => {
    const still = await linkIn(deps, all, token)
    if (still === null) return { kind: 'over' }
    if (still.kind === 'invitation') {
      await all.setChosen(still.digest, { passwordHash, sealedCodeSecret })
      return { kind: 'code-next' }
    }
    if (!(await all.takeLink(still.digest, clock.now()))) return { kind: 'over' }
    await all.setPasswordHash(user, passwordHash)
    await all.dropLinks(user)
    await all.forgetAttempts(about(deps, 'password', still.user.email))
    await noted(deps, all, user, 'password changed')
    return { kind: 'changed' }
  })
  if (result.kind === 'changed') await sessions.closeAll({ authority: seen.authority, user }, clock.now())
  return result
}
