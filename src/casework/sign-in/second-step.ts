import type { Instant } from '#calendar/instant.ts'
import type { Changing } from '../ports.ts'
import type { Credential } from './kept-sign-in.ts'
import { about, laterOf, refusedUntil } from './limits.ts'
import { authorityOfToken } from './make-link.ts'
import { noted } from './noted.ts'
import type { SignInDeps } from './sign-in-deps.ts'

export type SecondStep = {
  /** What the password was answered with. */
  readonly token: string
  readonly code: string
  readonly from: string
}

/** What came of a code. */
export type CodeEntered =
  | { readonly kind: 'signed-in'; readonly session: string; readonly recoveryCodesLeft: number }
  | { readonly kind: 'wrong' }
  /** It was right, and somebody has used it before. */
  | { readonly kind: 'used' }
  | { readonly kind: 'too-often'; readonly until: Instant }
  /** Too long ago, or done already: one begins with the password again. */
  | { readonly kind: 'over' }

type Refused = Exclude<CodeEntered, { readonly kind: 'signed-in' }>
type Passed = { readonly kind: 'passed'; readonly user: string; readonly left: number }

/** Whether a code is one of somebody's; taking it, where it can be used once. */
export type Check = (
  store: Changing,
  credential: Credential,
  code: string,
) => Promise<'right' | 'wrong' | 'used'>

/**
 * The second step of signing in, with a code of whichever kind. Counted before it is looked at, for the user and for
 * where it comes from; a right one ends the half-way link, and its session begins.
 */
export const passSecondStep = async (
  deps: SignInDeps,
  { token, code, from }: SecondStep,
  check: Check,
  way: string,
): Promise<CodeEntered> => {
  const authority = authorityOfToken(token)
  if (authority === null) return { kind: 'over' }
  const now = deps.clock.now()
  const digest = deps.secrets.digestOf(token)
  const result = await deps.store.change(authority, async (all): Promise<Refused | Passed> => {
    const link = await all.link(digest)
    const isGood = link !== null && link.kind === 'half-way' && !link.used && link.until > now
    const user = isGood ? await all.user(link.user) : null
    const credential = user?.active === true ? await all.credentialOf(user.user) : null
    if (credential === null) return { kind: 'over' }
    const whose = credential.user
    const until = laterOf(
      await refusedUntil(deps, all, 'code', whose),
      await refusedUntil(deps, all, 'place', from),
    )
    if (until !== null) {
      await noted(deps, all, whose, 'sign-in refused', { why: 'too often' })
      return { kind: 'too-often', until }
    }
    const checked = await check(all, credential, code)
    if (checked !== 'right') {
      await noted(deps, all, whose, 'sign-in refused', { why: checked === 'used' ? 'code used before' : way })
      return { kind: checked }
    }
    await all.takeLink(digest, now)
    await all.forgetAttempts(about(deps, 'code', whose))
    await all.takeBackAttempt(about(deps, 'place', from))
    await noted(deps, all, whose, 'signed in', { way })
    return { kind: 'passed', user: whose, left: await all.recoveryCodesLeft(whose) }
  })
  if (result.kind !== 'passed') return result
  const session = await deps.sessions.open({ authority, user: result.user }, now)
  return { kind: 'signed-in', session, recoveryCodesLeft: result.left }
}
