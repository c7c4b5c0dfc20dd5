import type { Instant } from '#calendar/instant.ts'
import { refusedUntil } from './limits.ts'
import { passwordLetter } from './link-words.ts'
import { makeLink } from './make-link.ts'
import { noted } from './noted.ts'
import type { LinkDeps } from './sign-in-deps.ts'

export type AskForPassword = {
  readonly authority: string
  readonly email: string
  readonly from: string
}

/** What is said to whoever asks: the same whether or not the address is anybody's. */
export type PasswordAsked =
  | { readonly kind: 'asked' }
  | { readonly kind: 'too-often'; readonly until: Instant }

/**
 * Sends a link for a new password to somebody who has forgotten theirs. Nothing is sent to an address that is nobody's, to
 * somebody who has not accepted their invitation, or more than three times an hour.
 */
export const askForPassword = (deps: LinkDeps, given: AskForPassword): Promise<PasswordAsked> =>
  deps.store.change(given.authority, async (store): Promise<PasswordAsked> => {
    const tooOftenFrom = await refusedUntil(deps, store, 'forgottenFrom', given.from)
    if (tooOftenFrom !== null) return { kind: 'too-often', until: tooOftenFrom }
    const tooOften = await refusedUntil(deps, store, 'forgotten', given.email)
    const id = await store.userOfEmail(given.email.trim())
    const user = id === null ? null : await store.user(id)
    if (tooOften !== null || user === null || !user.active) return { kind: 'asked' }
    if ((await store.credentialOf(user.user)) === null) return { kind: 'asked' }
    const { name: authority } = await store.authority()
    const { token, until } = await makeLink(deps, store, given.authority, user.user, 'password')
    const link = deps.linkTo(token)
    await noted(deps, store, user.user, 'new password asked for')
    await store.send(passwordLetter({ user: user.user, name: user.name, authority, link, until }))
    return { kind: 'asked' }
  })
