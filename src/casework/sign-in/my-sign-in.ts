import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'

/** How somebody who is signed in does so. */
export type MySignIn = {
  readonly email: string
  /** Null for somebody without a password, who comes with a work account. */
  readonly recoveryCodesLeft: number | null
}

/** How the reader signs in; null in a demonstration, where one picks whom to be. */
export const mySignIn = ({ store }: Pick<Deps, 'store'>, actor: Actor): Promise<MySignIn | null> =>
  store.look(actor.authority, async (all) => {
    const user = await all.user(actor.user)
    if (user === null || (await all.authority()).demonstration) return null
    const credential = await all.credentialOf(user.user)
    const left = credential === null ? null : await all.recoveryCodesLeft(user.user)
    return { email: user.email, recoveryCodesLeft: left }
  })
