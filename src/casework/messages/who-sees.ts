import type { Actor } from '../access/actor.ts'
import { may } from '../access/may.ts'
import type { Message } from './message.ts'
import type { Looking, User } from '../ports.ts'

/** The users to whom messages are addressed, by their ids. */
export const usersIn = async (
  store: Pick<Looking, 'usersNamed'>,
  messages: readonly Pick<Message, 'to'>[],
): Promise<ReadonlyMap<string, User>> => {
  const ids = new Set(messages.flatMap(({ to }) => (to.kind === 'user' ? [to.user] : [])))
  return ids.size === 0
    ? new Map()
    : new Map((await store.usersNamed([...ids])).map((user) => [user.user, user]))
}

const seesRecipient = (
  actor: Actor,
  { to }: Pick<Message, 'to'>,
  users: ReadonlyMap<string, User>,
): boolean => {
  const user = to.kind === 'user' ? users.get(to.user) : undefined
  return user !== undefined && may.seeMessagesTo(actor, user)
}

/** Whether somebody may see that a message was queued, for whom, and what became of it. */
export const seesLine = (actor: Actor, message: Message, users: ReadonlyMap<string, User>): boolean => {
  if (!may.seeMessages(actor)) return false
  if (message.about !== null)
    return may.seeMessagesAbout(actor, { ...message.about, authority: actor.authority })
  return may.seeMessagesToAnybody(actor) || seesRecipient(actor, message, users)
}

/**
 * Whether somebody may read it as well. What holds a key is its recipient's alone: it is shown only in a demonstration that has
 * no mail, where nobody could use it otherwise. What is about somebody's work is not for who only runs the service.
 */
export const seesText = (actor: Actor, message: Message, users: ReadonlyMap<string, User>): boolean => {
  if (!seesLine(actor, message, users)) return false
  if (message.kind === 'account') return message.state === 'shown' && may.seeMessagesToAnybody(actor)
  return message.about !== null || seesRecipient(actor, message, users)
}
