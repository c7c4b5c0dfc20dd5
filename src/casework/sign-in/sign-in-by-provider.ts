import type { Changing } from '../ports.ts'
import type { Claims } from './identity-provider.ts'
import { noted } from './noted.ts'
import type { SignInDeps } from './sign-in-deps.ts'

export type SignedInByProvider =
  | { readonly kind: 'signed-in'; readonly session: string }
  /** The provider knows them, and the authority does not. */
  | { readonly kind: 'unknown' }

/**
 * The user whom a provider means: by its own name for them once that is known, and before by the address that it vouches
 * for. An address that passed to somebody else does not make them its first holder.
 */
const userFor = async (store: Changing, { issuer, subject, email }: Claims): Promise<string | null> => {
  const known = await store.userOfSubject({ issuer, subject })
  if (known !== null) return known
  const holder = email === null ? null : await store.userOfEmail(email)
  return holder !== null && (await store.subjectOf(holder, issuer)) === null ? holder : null
}

/** Signs in whom an identity provider has named, where the authority has such a user. */
export const signInByProvider = async (
  deps: SignInDeps,
  authority: string,
  claims: Claims,
): Promise<SignedInByProvider> => {
  const user = await deps.store.change(authority, async (store): Promise<string | null> => {
    const id = await userFor(store, claims)
    const found = id === null ? null : await store.user(id)
    if (found === null || !found.active) {
      await noted(deps, store, id, 'sign-in refused', { why: 'not a user here' })
      return null
    }
    const { issuer, subject } = claims
    if ((await store.subjectOf(found.user, issuer)) === null) {
      await store.linkSubject(found.user, { issuer, subject })
      await noted(deps, store, found.user, 'provider account linked')
    }
    await noted(deps, store, found.user, 'signed in', { way: 'provider' })
    return found.user
  })
  if (user === null) return { kind: 'unknown' }
  return { kind: 'signed-in', session: await deps.sessions.open({ authority, user }, deps.clock.now()) }
}
