import { formatInstant } from '#calendar/instant.ts'
import type { Message, MessageState } from '#casework/messages/message.ts'
import type { MessageDesk, OneMessage } from '#casework/messages/message-desk.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { link } from '../../components/link.ts'
import { pagination } from '../../components/pagination.ts'
import { subNavigation } from '../../components/sub-navigation.ts'
import { summaryList } from '../../components/summary-list.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'
import { parts } from './form.ts'
import type { MessagesAsked } from './form.ts'
import { recipientInWords, stateInWords, stateTag } from './message-words.ts'

const showing = (state: MessageState | null): string | undefined =>
  state === 'waiting' || state === 'failed' ? parts[state] : undefined

const tabs = ({ state }: MessagesAsked): Html =>
  subNavigation({
    label: 'Which messages',
    items: [
      { text: 'All', href: paths.messages, current: state === null },
      {
        text: 'Waiting',
        href: withQuery(paths.messages, { show: parts.waiting }),
        current: state === 'waiting',
      },
      {
        text: 'Not delivered',
        href: withQuery(paths.messages, { show: parts.failed }),
        current: state === 'failed',
      },
    ],
  })

const when = ({ at }: Message): Html => html`<time datetime="${formatInstant(at)}">${timeInWords(at)}</time>`

const line = (message: Message, desk: MessageDesk): Html => {
  const { id, subject, about, caseId, state, why } = message
  const troubled = (state === 'failed' || state === 'waiting') && why !== null
  return html`<li class="app-entry"><p class="govuk-body app-entry__title">${link({ href: paths.message(id), text: subject })}</p><p class="govuk-body app-small">${stateTag(message)} To ${recipientInWords(message, desk)}.${about !== null && caseId !== null && html` About ${link({ href: paths.family(caseId), text: about.reference })}.`} ${when(message)}.</p>${troubled && html`<p class="govuk-body app-small">${why}</p>`}</li>`
}

const empty: Readonly<Record<'waiting' | 'failed' | 'all', string>> = {
  waiting: 'No message waits to be sent.',
  failed: 'No message has failed.',
  all: 'No message yet that you may see. When something happens with a family that the written procedure says somebody is told of, the message is listed here; so is the list of what is due that everybody gets on working days.',
}

const nothing = ({ state, before }: MessagesAsked): string => {
  if (before !== null) return 'There are no older messages.'
  return empty[state === 'waiting' || state === 'failed' ? state : 'all']
}

const ways = ({ older }: MessageDesk, { state, before }: MessagesAsked): Part => {
  if (older === null && before === null) return null
  const show = showing(state)
  return pagination({
    landmarkLabel: 'Pages of messages',
    ...(before === null
      ? {}
      : { previous: { href: withQuery(paths.messages, { show }), text: 'The latest' } }),
    ...(older === null
      ? {}
      : { next: { href: withQuery(paths.messages, { show, before: older }), text: 'Older' } }),
  })
}

/** What was written to people who work here, the latest first, with what became of it. */
export const messagesView = (desk: MessageDesk, asked: MessagesAsked): Page => ({
  title: 'Messages',
  section: 'messages',
  body: html`<h1 class="govuk-heading-l">Messages</h1><p class="govuk-body">What Alongside has written to the people who work here: each working day what is late or due, and what the written procedure says somebody is told of. It writes to no family.</p>${tabs(asked)}${
    desk.messages.length === 0
      ? html`<p class="govuk-body">${nothing(asked)}</p>`
      : html`<ul class="govuk-list app-entries">${desk.messages.map((message) => line(message, desk))}</ul>`
  }${ways(desk, asked)}`,
})

const whyHidden = ({ kind }: Message): string =>
  kind === 'account'
    ? 'It holds a link that is a key for this person only. It is shown to nobody else, and not kept once it is sent.'
    : 'It is about this person’s work with families. They and their managers can read it.'

const again = ({ message, mayTryAgain }: OneMessage, csrf: string): Part =>
  mayTryAgain &&
  html`<form method="post" action="${paths.sendAgain(message.id)}"><input type="hidden" name="_csrf" value="${csrf}">${button(
    { text: 'Send it again' },
  )}</form>`

/** One message: for whom it is, what became of it, and its words. */
export const messageView = (one: OneMessage, csrf: string): Page => {
  const { message, maySeeText } = one
  const { about, caseId, body } = message
  return {
    title: 'Message',
    section: 'messages',
    back: { href: paths.messages, text: 'All messages' },
    body: html`<h1 class="govuk-heading-l">${message.subject}</h1>${summaryList({
      rows: [
        { key: 'To', value: recipientInWords(message, one) },
        ...(about === null || caseId === null
          ? []
          : [{ key: 'About', value: link({ href: paths.family(caseId), text: about.reference }) }]),
        { key: 'Written', value: when(message) },
        { key: 'State', value: html`${stateTag(message)}<br>${stateInWords(message)}` },
      ],
    })}${again(one, csrf)}<h2 class="govuk-heading-m">What it says</h2>${
      maySeeText
        ? html`<div class="app-message">${body}</div>`
        : html`<p class="govuk-body">${whyHidden(message)}</p>`
    }`,
  }
}
