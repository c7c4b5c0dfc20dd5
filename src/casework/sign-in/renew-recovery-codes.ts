import type { Instant } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import { tidyRecoveryCode } from './enter-recovery-code.ts'
import { about, laterOf, refusedUntil } from './limits.ts'
import { noted } from './noted.ts'
import type { SignInDeps } from './sign-in-deps.ts'

/** What came of asking for new recovery codes. */
export type RecoveryCodesRenewed =
  /** They are shown now, and never again; those before are of no use. */
  | { readonly kind: 'renewed'; readonly recoveryCodes: readonly string[] }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'used' }
  | { readonly kind: 'too-often'; readonly until: Instant }
  | { readonly kind: 'none' }

/** Makes new recovery codes for somebody who is signed in and has their app at hand. */
export const renewRecoveryCodes = (
  deps: SignInDeps,
  { authority, user }: Pick<Actor, 'authority' | 'user'>,
  { code, from }: { readonly code: string; readonly from: string },
): Promise<RecoveryCodesRenewed> =>
  deps.store.change(authority, async (all): Promise<RecoveryCodesRenewed> => {
    const { secrets, clock } = deps
    const credential = await all.credentialOf(user)
    if (credential === null) return { kind: 'none' }
    const until = laterOf(
      await refusedUntil(deps, all, 'code', user),
      await refusedUntil(deps, all, 'place', from),
    )
    if (until !== null) return { kind: 'too-often', until }
    const secret = secrets.open(credential.sealedCodeSecret)
    const step = secret === null ? null : secrets.stepOf(secret, code, clock.now())
    if (step === null) return { kind: 'wrong' }
    if (!(await all.takeStep(user, step))) return { kind: 'used' }
    const recoveryCodes = secrets.newRecoveryCodes()
    await all.setRecoveryCodes(
      user,
      recoveryCodes.map((one) => secrets.digestOf(tidyRecoveryCode(one))),
    )
    await all.forgetAttempts(about(deps, 'code', user))
    await all.takeBackAttempt(about(deps, 'place', from))
    await noted(deps, all, user, 'recovery codes renewed')
    return { kind: 'renewed', recoveryCodes }
  })
