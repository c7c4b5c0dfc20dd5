import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case-record.ts'
import type { Message, Settled } from '../message.ts'
import type { Authority, Changing, Shelf } from '../ports.ts'
import { holdersOf } from './holders.ts'
import type { Letter, PostDeps } from './post.ts'

const second = 1000
const minute = 60 * second
/** A letter takes far less; whoever has not settled one by then has come to nothing. */
const longestDelivery = 5 * minute
const firstPause = 30 * second
const longestPause = 15 * minute
/** With the pauses above, about three days. */
const mostTries = 300

const later = (now: Instant, milliseconds: number): Instant => (now + milliseconds) as Instant

const pauseAfter = (tries: number): number =>
  Math.min(longestPause, firstPause * 2 ** Math.min(tries - 1, 10))

type Addressed = { readonly email: string } | { readonly why: string }

const nobody = (message: Message, { roles }: Pick<Procedure, 'roles'>, role: string): string =>
  `Nobody who uses Alongside is “${roles[role] ?? role}” for ${message.about?.reference ?? 'this family'}. Tell them another way; or, once somebody is, send it again.`

const address = async (store: Changing, { to }: Message): Promise<Addressed> => {
  if (to.kind === 'email') return { email: to.email }
  const user = to.kind === 'user' ? await store.user(to.user) : null
  if (user?.active === true) return { email: user.email }
  return { why: `${user?.name ?? 'The person'} no longer uses Alongside. Tell whoever has taken over.` }
}

/** Null where the installation carries it no longer: that is no reason for all other messages to wait. */
const procedureIn = (shelf: Shelf, { procedure, version }: CaseRecord): Procedure | null =>
  shelf.pack(procedure)?.versions.find((one) => one.procedure.version === version)?.procedure ?? null

/** A message for a role becomes one for each of its holders, or fails where there is none. */
const giveToHolders = async (
  { shelf }: PostDeps,
  store: Changing,
  message: Message,
  role: string,
  now: Instant,
): Promise<void> => {
  const one = message.caseId === null ? null : await store.caseById(message.caseId)
  const procedure = one === null ? null : procedureIn(shelf, one)
  const holders =
    one === null || procedure === null ? [] : holdersOf(role, one, procedure, await store.users())
  const [first, ...others] = holders.map(({ user }) => user)
  if (first !== undefined) return store.addressMessage(message, [first, ...others])
  const why = nobody(message, procedure ?? { roles: {} }, role)
  return store.settleMessage(message, { state: 'failed', at: now, why })
}

type Next =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'settled' }
  | { readonly kind: 'letter'; readonly message: Message; readonly letter: Letter }

const next = async (deps: PostDeps, store: Changing, authority: Authority): Promise<Next> => {
  const now = deps.clock.now()
  const message = await store.takeMessage(now, later(now, longestDelivery))
  if (message === null) return { kind: 'nothing' }
  const settle = async (settled: Settled): Promise<Next> => {
    await store.settleMessage(message, settled)
    return { kind: 'settled' }
  }
  if (message.to.kind === 'role') {
    await giveToHolders(deps, store, message, message.to.role, now)
    return { kind: 'settled' }
  }
  const whom = await address(store, message)
  if ('why' in whom) return settle({ state: 'failed', at: now, why: whom.why })
  if (deps.post === null) return settle({ state: 'shown', at: now })
  const { id, caseId, subject, body } = message
  const link = caseId === null ? '' : `\n\nTo open the record: ${deps.links.family(caseId)}`
  const letter = { id: `${authority.id}.${id}`, to: whom.email, subject, text: `${body}${link}\n` }
  return { kind: 'letter', message, letter }
}

/** What a worker did for an authority: not reached where the mail server takes nothing at all. */
export type Delivered = 'nothing' | 'something' | 'not reached'

/**
 * Delivers the message of an authority that has waited longest, where one is to be tried now. It is kept from other workers
 * meanwhile; should this one be killed after the letter has gone and before that is noted, the letter goes again: at least
 * once, and in ordinary working once. Without mail, the messages of a demonstration are there to be read, and all others wait.
 */
export const deliverNext = async (deps: PostDeps, authority: Authority): Promise<Delivered> => {
  const { post, store, clock } = deps
  if (post === null && !authority.demonstration) return 'nothing'
  const found = await store.change(authority.id, (inside) => next(deps, inside, authority))
  if (found.kind !== 'letter' || post === null) return found.kind === 'nothing' ? 'nothing' : 'something'
  const { message, letter } = found
  const carried = await post.carry(letter)
  const at = clock.now()
  const settle = (settled: Settled): Promise<void> =>
    store.change(authority.id, (inside) => inside.settleMessage(message, settled))
  if (carried.kind === 'sent') await settle({ state: 'sent', at })
  else if (carried.kind === 'refused' || message.tries >= mostTries)
    await settle({ state: 'failed', at, why: carried.why })
  else await settle({ state: 'waiting', next: later(at, pauseAfter(message.tries)), why: carried.why })
  return carried.kind === 'not-now' && !carried.reached ? 'not reached' : 'something'
}
