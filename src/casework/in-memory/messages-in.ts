import type { Instant } from '#calendar/instant.ts'
import type { Message, MessageQuery, Outgoing, Settled } from '../messages/message.ts'
import { isWithin } from '../access/reach.ts'
import type { Kept, KeptMessage } from './kept.ts'

const shown = ({ cases }: Kept, message: KeptMessage): Message => {
  const one = message.caseId === null ? undefined : cases.get(message.caseId)
  if (one === undefined) return { ...message, about: null }
  const { reference, team, worker, restrictedTo } = one
  return { ...message, about: { reference, team, worker, restrictedTo } }
}

const isAsked = (kept: Kept, { about, to: whom }: Message, query: MessageQuery): boolean => {
  if (about !== null) return query.about !== null && isWithin(query.about, about)
  if (query.to === 'anybody' || query.to === null) return query.to === 'anybody'
  if (whom.kind !== 'user') return false
  const { user, teams } = query.to
  const isOfThese = (team: string | null): boolean =>
    team !== null && (teams === 'any' || teams.includes(team))
  return (
    whom.user === user ||
    kept.users.some((one) => one.user === whom.user && one.memberships.some(({ team }) => isOfThese(team)))
  )
}

export const messagesFor = (kept: Kept, query: MessageQuery): readonly Message[] =>
  kept.messages
    .toReversed()
    .filter(({ id }) => query.before === null || Number(id) < Number(query.before))
    .filter(({ state }) => query.state === null || query.state === state)
    .map((message) => shown(kept, message))
    .filter((message) => isAsked(kept, message, query))
    .slice(0, query.limit)

export const messageIn = (kept: Kept, id: string): Message | null => {
  const found = kept.messages.find((message) => message.id === id)
  return found === undefined ? null : shown(kept, found)
}

export const queue = (kept: Kept, outgoing: Outgoing, role: string | null, now: Instant): void => {
  const { to, caseId, at = now } = outgoing
  if (caseId !== null && !kept.cases.has(caseId)) throw new Error('There is no such case.')
  if (to.kind === 'user' && !kept.users.some(({ user }) => user === to.user))
    throw new Error('There is no such user.')
  kept.counted.messages += 1
  const id = `${kept.counted.messages}`
  const waits = { state: 'waiting', stateAt: null, tries: 0, why: null } as const
  kept.messages = [
    ...kept.messages,
    { ...outgoing, id, at, role: to.kind === 'role' ? to.role : role, ...waits },
  ]
}

const put = (kept: Kept, changed: KeptMessage): void => {
  kept.messages = kept.messages.map((message) => (message.id === changed.id ? changed : message))
}

export const take = (kept: Kept, id: string): Message | null => {
  const message = kept.messages.find((one) => one.id === id && one.state === 'waiting')
  if (message === undefined) return null
  const taken = { ...message, tries: message.tries + 1 }
  put(kept, taken)
  return shown(kept, taken)
}

type Taken = Pick<Message, 'id' | 'tries'>

const stillTaken = (kept: Kept, { id, tries }: Taken): KeptMessage | undefined =>
  kept.messages.find((message) => message.id === id && message.tries === tries && message.state === 'waiting')

export const settle = (kept: Kept, taken: Taken, settled: Settled): void => {
  const message = stillTaken(kept, taken)
  if (message === undefined) return
  const { state, at } = settled
  const gone = message.kind === 'account' && (state === 'sent' || state === 'failed')
  put(kept, {
    ...message,
    state,
    stateAt: at,
    why: 'why' in settled ? settled.why : null,
    body: gone ? '' : message.body,
  })
}

export const address = (
  kept: Kept,
  taken: Taken,
  [first, ...others]: readonly [string, ...string[]],
): void => {
  const message = stillTaken(kept, taken)
  if (message === undefined) return
  const { kind, caseId, subject, body, role, at } = message
  put(kept, { ...message, to: { kind: 'user', user: first }, stateAt: null, tries: 0 })
  for (const user of others)
    queue(kept, { kind, to: { kind: 'user', user }, caseId, subject, body }, role, at)
}

export const retry = (kept: Kept, id: string): void => {
  const message = kept.messages.find((one) => one.id === id && one.state === 'failed')
  if (message !== undefined) put(kept, { ...message, state: 'waiting', stateAt: null, tries: 0, why: null })
}
