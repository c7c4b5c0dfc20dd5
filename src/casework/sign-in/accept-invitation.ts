import { about } from './limits.ts'
import { linkIn } from './look-at-link.ts'
import { authorityOfToken } from './make-link.ts'
import { noted } from './noted.ts'
import { tidyRecoveryCode } from './enter-recovery-code.ts'
import type { SignInDeps } from './sign-in-deps.ts'

/** What came of the code with which an invited person shows that their app is set up. */
export type InvitationAccepted =
  /** The recovery codes are shown now, and never again. */
  | { readonly kind: 'signed-in'; readonly session: string; readonly recoveryCodes: readonly string[] }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'over' }

type Accepted = {
  readonly kind: 'accepted'
  readonly user: string
  readonly recoveryCodes: readonly string[]
}

/** The end of an invitation: with a right code the password and the app count, and the person is signed in. */
export const acceptInvitation = async (
  deps: SignInDeps,
  { token, code }: { readonly token: string; readonly code: string },
): Promise<InvitationAccepted> => {
  const { secrets, store, clock, sessions } = deps
  const authority = authorityOfToken(token)
  if (authority === null) return { kind: 'over' }
  const now = clock.now()
  const result = await store.change(
    authority,
    async (all): Promise<Accepted | { readonly kind: 'wrong' | 'over' }> => {
      const seen = await linkIn(deps, all, token)
      if (seen === null || seen.codeSecret === null || seen.passwordHash === null) return { kind: 'over' }
      const step = secrets.stepOf(seen.codeSecret, code, now)
      if (step === null) return { kind: 'wrong' }
      if (!(await all.takeLink(seen.digest, now))) return { kind: 'over' }
      const { user, email } = seen.user
      const recoveryCodes = secrets.newRecoveryCodes()
      await all.setCredential({
        user,
        passwordHash: seen.passwordHash,
        sealedCodeSecret: secrets.seal(seen.codeSecret),
        lastStep: step,
      })
      await all.setRecoveryCodes(
        user,
        recoveryCodes.map((one) => secrets.digestOf(tidyRecoveryCode(one))),
      )
      await all.dropLinks(user)
      await all.forgetAttempts(about(deps, 'password', email))
      await all.forgetAttempts(about(deps, 'code', user))
      await noted(deps, all, user, 'invitation accepted')
      return { kind: 'accepted', user, recoveryCodes }
    },
  )
  if (result.kind !== 'accepted') return result
  const who = { authority, user: result.user }
  await sessions.closeAll(who, now)
  return {
    kind: 'signed-in',
    session: await sessions.open(who, now),
    recoveryCodes: result.recoveryCodes,
  }
}
