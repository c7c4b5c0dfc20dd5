import type { SignInDeps } from './sign-in-deps.ts'
import { passSecondStep } from './second-step.ts'
import type { CodeEntered, SecondStep } from './second-step.ts'

/** A recovery code as it is kept: as it was shown, whatever is left out or added between its letters. */
export const tidyRecoveryCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** The second step of signing in without one's phone: a recovery code. Each is good once. */
export const enterRecoveryCode = (deps: SignInDeps, step: SecondStep): Promise<CodeEntered> =>
  passSecondStep(
    deps,
    step,
    async (store, { user }, code) => {
      const digest = deps.secrets.digestOf(tidyRecoveryCode(code))
      return (await store.takeRecoveryCode(user, digest, deps.clock.now())) ? 'right' : 'wrong'
    },
    'recovery code',
  )
