import type { Instant } from '#calendar/instant.ts'
import type { Actor, Membership } from './actor.ts'
import { may } from './may.ts'
import type { Changing, User } from './ports.ts'
import { invitationLetter, workAccountLetter } from './sign-in/link-words.ts'
import { makeLink } from './sign-in/make-link.ts'
import type { LinkDeps } from './sign-in/sign-in-deps.ts'

/** Who invites: an administrator, or whoever runs the installation, at its command line. */
export type Inviter = Actor | { readonly authority: string; readonly user: null }

export type InviteUser = {
  /** Made with the page: the same page sent twice adds one user. */
  readonly key: string
  readonly name: string
  readonly email: string
  readonly memberships: readonly Membership[]
}

/**
 * A way in, for its one person: it works once, until a moment; null where people sign in by work accounts, and the link is
 * to the page on which they do.
 */
export type Invitation = { readonly link: string; readonly until: Instant | null }

/** What became of an invitation. In a demonstration nobody needs one: there one picks whom to be. */
export type Invited =
  | { readonly kind: 'invited'; readonly user: User; readonly invitation: Invitation | null }
  | { readonly kind: 'not-allowed' }
  /** Somebody in this authority has the email address already. */
  | { readonly kind: 'taken' }
  /** One of the teams is none of the authority's. */
  | { readonly kind: 'no-such-team' }

const sendInvitation = async (
  deps: LinkDeps,
  store: Changing,
  by: Inviter,
  { user, name, memberships }: User,
): Promise<Invitation | null> => {
  const { id, name: authority, demonstration } = await store.authority()
  const detail = { who: user, roles: memberships.map(({ role }) => role).join(', ') }
  await store.audit({ at: deps.clock.now(), user: by.user, act: 'invited', caseId: null, detail })
  if (demonstration) return null
  if (deps.workAccountsAt !== null) {
    const link = deps.workAccountsAt
    await store.send(workAccountLetter({ user, name, authority, link }))
    return { link, until: null }
  }
  const { token, until } = await makeLink(deps, store, id, user, 'invitation')
  const link = deps.linkTo(token)
  await store.send(invitationLetter({ user, name, authority, link, until }))
  return { link, until }
}

const mayInvite = (by: Inviter): boolean => by.user === null || may.manageUsers(by)

/** Adds somebody who may sign in, and sends them the way in. */
export const inviteUser = (deps: LinkDeps, by: Inviter, given: InviteUser): Promise<Invited> =>
  deps.store.change(by.authority, async (store): Promise<Invited> => {
    if (!mayInvite(by)) return { kind: 'not-allowed' }
    const before = await store.resultOf(given.key)
    const known = before === null ? null : await store.user(before)
    if (known !== null) return { kind: 'invited', user: known, invitation: null }
    if ((await store.userOfEmail(given.email.trim())) !== null) return { kind: 'taken' }
    const teams = new Set((await store.teams()).map(({ id }) => id))
    if (given.memberships.some(({ team }) => team !== null && !teams.has(team)))
      return { kind: 'no-such-team' }
    const user = await store.addUser({
      name: given.name.trim(),
      email: given.email.trim(),
      memberships: given.memberships,
    })
    await store.keepResult(given.key, user.user)
    return { kind: 'invited', user, invitation: await sendInvitation(deps, store, by, user) }
  })

/**
 * Sends somebody a new way in: who did not use theirs in time, or has lost both their phone and their recovery codes.
 * They choose a password and set up codes once more; until they do, what they had still works. A work account is linked
 * anew when it is next used, for whoever has got another one with the same address.
 */
export const inviteAgain = (deps: LinkDeps, by: Inviter, id: string): Promise<Invited | null> =>
  deps.store.change(by.authority, async (store): Promise<Invited | null> => {
    if (!mayInvite(by)) return { kind: 'not-allowed' }
    const user = await store.user(id)
    if (user === null || !user.active) return null
    await store.unlinkSubjects(id)
    return { kind: 'invited', user, invitation: await sendInvitation(deps, store, by, user) }
  })
