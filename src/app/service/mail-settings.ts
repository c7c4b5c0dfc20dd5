import type { SmtpSettings } from '#post/smtp-post.ts'

/** How messages leave the service, and when the daily ones are made. */
export type MailSettings = {
  /** Null: there is no mail. A demonstration shows its messages on a page of its own; all others wait. */
  readonly smtp: SmtpSettings | null
  /** Minutes since midnight in London at which the day's digests are made, on working days. */
  readonly digestAt: number
}

type Said = (name: string) => string | null
type Complain = (problem: string) => void

const eight = 8 * 60

const isServer = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}

/** `name@example.org`, or with a name before it: `Alongside <name@example.org>`. */
const isSender = (text: string): boolean =>
  /^(?:[^<>@"\r\n]+ <[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)$/.test(text)

const senderIn = (from: string | null, complain: Complain): string => {
  if (from === null)
    complain(
      'MAIL_FROM is missing. With MAIL it is needed: the address from which Alongside writes, such as Alongside <alongside@example.org>.',
    )
  else if (!isSender(from))
    complain(
      `MAIL_FROM is "${from}", which is not an address of mail. Write it as alongside@example.org, or with a name: Alongside <alongside@example.org>.`,
    )
  return from ?? ''
}

const smtpIn = (said: Said, baseUrl: string | null, complain: Complain): SmtpSettings | null => {
  const [url, from] = [said('MAIL'), said('MAIL_FROM')]
  if (url === null) {
    if (from !== null)
      complain('MAIL is missing, and MAIL_FROM is there. Give the mail server as MAIL, or leave both out.')
    return null
  }
  // The address is not repeated here: it may hold a password.
  if (!isServer(url))
    complain(
      'MAIL is not the address of a mail server. Write it as smtp://user:password@mail.example.org:587, or smtps:// where it is encrypted from the start, with anything special in the password percent-encoded.',
    )
  if (baseUrl === null)
    complain(
      'BASE_URL is missing. With MAIL it is needed: messages lead people to it. Give the address at which they reach Alongside.',
    )
  return { url, from: senderIn(from, complain) }
}

const digestAtIn = (text: string | null, complain: Complain): number => {
  if (text === null) return eight
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  if (hours !== '') return Number(hours) * 60 + Number(minutes)
  complain(
    `DIGEST_AT is "${text}", which is not a time of day. Write it as 08:00, by London's clocks, or leave it out for that.`,
  )
  return eight
}

/** Reads MAIL, MAIL_FROM and DIGEST_AT; all that is wrong is said with its remedy, and no password is repeated. */
export const mailSettings = (said: Said, baseUrl: string | null, complain: Complain): MailSettings => ({
  smtp: smtpIn(said, baseUrl, complain),
  digestAt: digestAtIn(said('DIGEST_AT'), complain),
})
