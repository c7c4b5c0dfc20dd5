import { dayOf } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { procedureOn } from '../deps.ts'
import { may } from '../access/may.ts'
import type { Message, MessageState } from './message.ts'
import type { Looking, User } from '../ports.ts'
import { reachOf } from '../access/reach.ts'
import { together } from '../recording/together.ts'
import { seesLine, seesText, usersIn } from './who-sees.ts'

const pageSize = 30

/** What a page needs to say whom a message is for. */
export type Recipients = {
  /** Those to whom the messages are addressed by name. */
  readonly users: ReadonlyMap<string, User>
  /** The roles of the procedure in the authority's words. */
  readonly roles: Readonly<Record<string, string>>
}

/** What was queued to be sent, as somebody sees it. */
export type MessageDesk = Recipients & {
  /** The latest first. */
  readonly messages: readonly Message[]
  /** From which message on there are older ones; null where these are the last. */
  readonly older: string | null
}

export type OneMessage = Recipients & {
  readonly message: Message
  readonly maySeeText: boolean
  readonly mayTryAgain: boolean
}

const recipientsOf = async (
  deps: Deps,
  store: Looking,
  messages: readonly Message[],
): Promise<Recipients> => {
  const [{ pack }, users] = await together(store.authority(), usersIn(store, messages))
  const { roles } = procedureOn(deps.shelf, pack, dayOf(deps.clock.now()))
  return { users, roles }
}

/** A page of messages, in one state or in all, before one of them or from the latest on; null for who may not see any. */
export const messageDesk = (
  deps: Deps,
  actor: Actor,
  { state, before }: { readonly state: MessageState | null; readonly before: string | null },
): Promise<MessageDesk | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.seeMessages(actor)) return null
    const managing = {
      ...actor,
      memberships: actor.memberships.filter((one) => may.seeMessages({ ...actor, memberships: [one] })),
    }
    const { everywhere, teams } = reachOf(actor)
    const found = await store.messages({
      state,
      about: reachOf(managing),
      to: may.seeMessagesToAnybody(actor)
        ? 'anybody'
        : { user: actor.user, teams: everywhere ? 'any' : teams },
      before,
      limit: pageSize + 1,
    })
    const messages = found.slice(0, pageSize)
    const known = await recipientsOf(deps, store, messages)
    return {
      ...known,
      messages: messages.filter((message) => seesLine(actor, message, known.users)),
      older: found.length > pageSize ? (messages.at(-1)?.id ?? null) : null,
    }
  })

/** One message; null where there is none, or the reader may not see it. That one about a family was looked at is noted. */
export const oneMessage = (deps: Deps, actor: Actor, id: string): Promise<OneMessage | null> =>
  deps.store.change(actor.authority, async (store) => {
    const message = await store.message(id)
    if (message === null) return null
    const known = await recipientsOf(deps, store, [message])
    if (!seesLine(actor, message, known.users)) return null
    const { caseId, about } = message
    if (about !== null)
      await store.audit({
        at: deps.clock.now(),
        user: actor.user,
        act: 'looked at',
        caseId,
        detail: { page: 'message' },
      })
    return {
      ...known,
      message,
      maySeeText: seesText(actor, message, known.users),
      mayTryAgain: message.state === 'failed' && message.kind !== 'account',
    }
  })
