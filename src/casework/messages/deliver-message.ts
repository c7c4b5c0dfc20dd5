import type { Instant } from '#calendar/instant.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'
import { may } from '../access/may.ts'
import type { Message } from './message.ts'
import type { Changing, Shelf, User } from '../ports.ts'
import { holdersOf, mayHold } from './holders.ts'
import type { Letter, PostDeps } from './post.ts'

type Addressed = { readonly email: string } | { readonly why: string }

const nobody = (message: Message, { roles }: Pick<Procedure, 'roles'>, role: string): string =>
  `Nobody who uses Alongside is “${roles[role] ?? role}” for ${message.about?.reference ?? 'this family'}. Tell them another way; or, once somebody is, send it again.`

/** A family may have been restricted, or opened to them for a day that has ended, while a message about it waited. */
const isKeptFrom = async (store: Changing, { caseId }: Message, user: User): Promise<boolean> => {
  const one = caseId === null ? null : await store.caseById(caseId)
  return one !== null && one.restrictedTo !== null && !may.seeCase(user, one)
}

const address = async (store: Changing, message: Message): Promise<Addressed> => {
  const { to } = message
  if (to.kind === 'email') return { email: to.email }
  const user = to.kind === 'user' ? await store.user(to.user) : null
  if (user?.active === true)
    return (await isKeptFrom(store, message, user))
      ? { why: 'The family is restricted, and its record does not name the person. Nothing was sent.' }
      : { email: user.email }
  return { why: `${user?.name ?? 'The person'} no longer uses Alongside. Tell whoever has taken over.` }
}

/** Null where the installation carries it no longer: that is no reason for all other messages to wait. */
const procedureIn = (shelf: Shelf, { procedure, version }: CaseRecord): Procedure | null =>
  shelf.pack(procedure)?.versions.find((one) => one.procedure.version === version)?.procedure ?? null

/** A message for a role becomes one for each of its holders, the first in its place; or it fails where there is none. */
const giveToHolders = async (
  { shelf }: PostDeps,
  store: Changing,
  message: Message,
  role: string,
  now: Instant,
): Promise<boolean> => {
  const one = message.caseId === null ? null : await store.caseById(message.caseId)
  const procedure = one === null ? null : procedureIn(shelf, one)
  const holders =
    one === null || procedure === null
      ? []
      : holdersOf(role, one, procedure, await mayHold(store, role, one, procedure))
  const [first, ...others] = holders.map(({ user }) => user)
  if (first === undefined) {
    const why = nobody(message, procedure ?? { roles: {} }, role)
    await store.settleMessage(message, { state: 'failed', at: now, why })
    return false
  }
  await store.addressMessage(message, [first, ...others])
  return true
}

/** What became of a message when it was its turn. */
export type Delivered = 'settled' | 'not now'

type Next = Delivered | { readonly message: Message; readonly letter: Letter }

const next = async (deps: PostDeps, store: Changing, id: string): Promise<Next> => {
  const now = deps.clock.now()
  const authority = await store.authority()
  if (deps.post === null && !authority.demonstration) return 'not now'
  const message = await store.takeMessage(id)
  if (message === null) return 'settled'
  if (message.to.kind === 'role') {
    const isAddressed = await giveToHolders(deps, store, message, message.to.role, now)
    return isAddressed ? next(deps, store, id) : 'settled'
  }
  const whom = await address(store, message)
  if ('why' in whom || deps.post === null) {
    await store.settleMessage(
      message,
      'why' in whom ? { state: 'failed', at: now, why: whom.why } : { state: 'shown', at: now },
    )
    return 'settled'
  }
  const { caseId, subject, body } = message
  const link = caseId === null ? '' : `\n\nTo open the record: ${deps.links.family(caseId)}`
  const letter = { id: `${authority.id}.${id}`, to: whom.email, subject, text: `${body}${link}\n` }
  return { message, letter }
}

/**
 * Delivers a message whose turn it is, where it still waits. Should the worker be killed after the letter has gone and before
 * that is noted, the message has its turn again: at least once, and in ordinary working once. Without mail, the messages of a
 * demonstration are there to be read, and all others wait.
 *
 * @returns not now: the message is to have its turn again later
 */
export const deliverMessage = async (deps: PostDeps, authority: string, id: string): Promise<Delivered> => {
  const { post, store, clock } = deps
  const found = await store.change(authority, (inside) => next(deps, inside, id))
  if (typeof found === 'string' || post === null) return found === 'not now' ? 'not now' : 'settled'
  const { message, letter } = found
  const carried = await post.carry(letter)
  const at = clock.now()
  await store.change(authority, (inside) =>
    inside.settleMessage(
      message,
      carried.kind === 'sent'
        ? { state: 'sent', at }
        : { state: carried.kind === 'refused' ? 'failed' : 'waiting', at, why: carried.why },
    ),
  )
  return carried.kind === 'not-now' ? 'not now' : 'settled'
}

/** Tries a message no longer that has had all its turns; its last reason stays. */
export const giveUpMessage = ({ store, clock }: PostDeps, authority: string, id: string): Promise<void> =>
  store.change(authority, async (inside) => {
    const message = await inside.message(id)
    if (message?.state !== 'waiting') return
    const why = message.why ?? 'It was tried again and again and could not be delivered.'
    await inside.settleMessage(message, { state: 'failed', at: clock.now(), why })
  })
