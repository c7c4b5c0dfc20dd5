import type { MessageState } from '#casework/messages/message.ts'

/** What part of the messages an address asks for; whatever is strange in it is left out. */
export type MessagesAsked = { readonly state: MessageState | null; readonly before: string | null }

/** Those that can be asked for by themselves, as they are called in addresses. */
export const parts = { waiting: 'waiting', failed: 'not-delivered' } as const satisfies Partial<
  Record<MessageState, string>
>

export const askedIn = (query: unknown): MessagesAsked => {
  const { show, before } = query as Readonly<Record<string, unknown>>
  const state = (['waiting', 'failed'] as const).find((one) => parts[one] === show) ?? null
  return { state, before: typeof before === 'string' && /^\d{1,18}$/.test(before) ? before : null }
}
