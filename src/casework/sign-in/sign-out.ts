import type { Session } from './sessions.ts'
import { noted } from './noted.ts'
import type { SignInDeps } from './sign-in-deps.ts'

/** Ends a session for good. */
export const signOut = async (
  deps: Pick<SignInDeps, 'store' | 'clock' | 'sessions'>,
  id: string,
  { actor }: Pick<Session, 'actor'>,
): Promise<void> => {
  await deps.sessions.close(id, deps.clock.now())
  await deps.store.change(actor.authority, (store) => noted(deps, store, actor.user, 'signed out'))
}
