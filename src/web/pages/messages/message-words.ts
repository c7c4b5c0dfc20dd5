import type { Instant } from '#calendar/instant.ts'
import type { Message, MessageState } from '#casework/messages/message.ts'
import type { Recipients } from '#casework/messages/message-desk.ts'
import { outsideName } from '#casework/messages/holders.ts'
import { tag } from '../../components/tag.ts'
import type { Html } from '../../components/html.ts'
import { timeInWords } from '../../time-in-words.ts'

const states: Readonly<Record<MessageState, { readonly text: string; readonly colour: string }>> = {
  waiting: { text: 'Waiting', colour: 'govuk-tag--yellow' },
  sent: { text: 'Sent', colour: 'govuk-tag--green' },
  shown: { text: 'Shown here', colour: 'govuk-tag--blue' },
  failed: { text: 'Not delivered', colour: 'govuk-tag--red' },
}

export const stateTag = ({ state }: Message): Html =>
  tag({ text: states[state].text, classes: states[state].colour })

/** Through which role it came to its recipient; null for none, or for somebody outside. */
const roleOf = ({ role }: Message, { roles }: Recipients): string | null =>
  role === null || outsideName(role) !== null ? null : (roles[role] ?? role)

/** Whom a message is for: `Ana Reyes (Practitioner)`. */
export const recipientInWords = (message: Message, recipients: Recipients): string => {
  const { to, role } = message
  const isOutside = role !== null && outsideName(role) !== null
  if (to.kind === 'email') return to.email
  if (to.kind === 'role')
    return isOutside
      ? 'whoever works with the family, to be passed on'
      : (roleOf(message, recipients) ?? to.role)
  const name = recipients.users.get(to.user)?.name ?? 'Somebody who has left'
  const as = roleOf(message, recipients)
  return `${name}${as === null ? '' : ` (${as})`}${isOutside ? ', to be passed on' : ''}`
}

const at = (moment: Instant | null): string => (moment === null ? '' : ` on ${timeInWords(moment)}`)

/** How far a message has come, in a sentence or two. */
export const stateInWords = ({ state, stateAt, why, tries }: Message): string => {
  switch (state) {
    case 'sent':
      return `Mailed${at(stateAt)}.`
    case 'shown':
      return 'This is a demonstration without mail: nobody was written to.'
    case 'failed':
      return `Last tried${at(stateAt)}. ${why ?? ''}`
    case 'waiting':
      if (why === null)
        return 'Not tried yet. It waits for its turn; where no mail server is set up, until there is one.'
      return `Tried ${tries <= 1 ? 'once,' : `${tries} times, the last time`}${at(stateAt)}. ${why} It is tried again within a quarter of an hour.`
  }
}
