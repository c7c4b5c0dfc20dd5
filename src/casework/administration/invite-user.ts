import type { Instant } from '#calendar/instant.ts'
import type { Actor, Membership } from '../access/actor.ts'
import { may } from '../access/may.ts'
import type { AuditEntry, Changing, User } from '../ports.ts'
import { invitationLetter, workAccountLetter } from '../sign-in/link-words.ts'
import { makeLink } from '../sign-in/make-link.ts'
import type { LinkDeps } from '../sign-in/sign-in-deps.ts'

/** Who invites: an administrator, or whoever runs the installation, at its command line. */
export type Inviter = Actor | { readonly authority: string; readonly user: null }

export type InviteUser = {
  /** Made with the page: the same page sent twice adds one user. */
  readonly key: string
  readonly name: string
  readonly email: string
  /** At work; null or left out where it is not known. */
  readonly phone?: string | null
  readonly memberships: readonly Membership[]
}

/**
 * How the way in gets to its person: by mail; or by hand, where the service sends no mail: then whoever invites is shown it,
 * once, and it is kept nowhere.
 */
export type Handing = 'by mail' | 'by hand'

/**
 * A way in, for its one person: it works once, until a moment; null where people sign in by work accounts, and the link is
 * to the page on which they do.
 */
export type Invitation = { readonly link: string; readonly until: Instant | null }

/** What became of an invitation. In a demonstration nobody needs one: there one picks whom to be. */
export type Invited =
  | { readonly kind: 'invited'; readonly user: User; readonly invitation: Invitation | null }
  /** The same page had invited them before. */
  | { readonly kind: 'invited-before'; readonly user: User }
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
  handing: Handing,
): Promise<Invitation | null> => {
  const { id, name: authority, demonstration } = await store.authority()
  const detail = { who: user, roles: memberships.map(({ role }) => role).join(', ') }
  const note = (act: string, said: AuditEntry['detail']): Promise<void> =>
    store.audit({ at: deps.clock.now(), user: by.user, act, caseId: null, detail: said })
  await note('invited', detail)
  if (demonstration) return null
  if (deps.workAccountsAt !== null) {
    const link = deps.workAccountsAt
    if (handing === 'by mail') await store.send(workAccountLetter({ user, name, authority, link }))
    return { link, until: null }
  }
  const { token, until } = await makeLink(deps, store, id, user, 'invitation')
  const link = deps.linkTo(token)
  if (handing === 'by mail') await store.send(invitationLetter({ user, name, authority, link, until }))
  else await note('was shown the way in of', { who: user })
  return { link, until }
}

const mayInvite = (by: Inviter): boolean => by.user === null || may.manageUsers(by)

/** Adds somebody who may sign in, and sends them the way in. */
export const inviteUser = (
  deps: LinkDeps,
  by: Inviter,
  given: InviteUser,
  handing: Handing = 'by mail',
): Promise<Invited> =>
  deps.store.change(by.authority, async (store): Promise<Invited> => {
    if (!mayInvite(by)) return { kind: 'not-allowed' }
    const before = await store.resultOf(given.key)
    const known = before === null ? null : await store.user(before)
    if (known !== null) return { kind: 'invited-before', user: known }
    if ((await store.userOfEmail(given.email.trim())) !== null) return { kind: 'taken' }
    const teams = new Set((await store.teams()).map(({ id }) => id))
    if (given.memberships.some(({ team }) => team !== null && !teams.has(team)))
      return { kind: 'no-such-team' }
    const user = await store.addUser({
      name: given.name.trim(),
      email: given.email.trim(),
      phone: given.phone ?? null,
      memberships: given.memberships,
    })
    await store.keepResult(given.key, user.user)
    return { kind: 'invited', user, invitation: await sendInvitation(deps, store, by, user, handing) }
  })

/**
 * Sends somebody a new way in: who did not use theirs in time, or has lost both their phone and their recovery codes.
 * They choose a password and set up codes once more; until they do, what they had still works. A work account is linked
 * anew when it is next used, for whoever has got another one with the same address.
 */
export const inviteAgain = (
  deps: LinkDeps,
  by: Inviter,
  id: string,
  handing: Handing = 'by mail',
): Promise<Invited | null> =>
  deps.store.change(by.authority, async (store): Promise<Invited | null> => {
    if (!mayInvite(by)) return { kind: 'not-allowed' }
    const user = await store.user(id)
    if (user === null || !user.active) return null
    await store.unlinkSubjects(id)
    return { kind: 'invited', user, invitation: await sendInvitation(deps, store, by, user, handing) }
  })
