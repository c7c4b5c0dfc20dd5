import type { SignInDeps } from './sign-in-deps.ts'
import { passSecondStep } from './second-step.ts'
import type { CodeEntered, SecondStep } from './second-step.ts'

/** The second step of signing in: the code that an app shows. Each is good once. */
export const enterCode = (deps: SignInDeps, step: SecondStep): Promise<CodeEntered> =>
  passSecondStep(
    deps,
    step,
    async (store, { user, sealedCodeSecret }, code) => {
      const secret = deps.secrets.open(sealedCodeSecret)
      const found = secret === null ? null : deps.secrets.stepOf(secret, code, deps.clock.now())
      if (found === null) return 'wrong'
      return (await store.takeStep(user, found)) ? 'right' : 'used'
    },
    'code',
  )
