import { createTransport } from 'nodemailer'
import type { Carried, Letter, Post } from '#casework/messages/post.ts'

/** The mail server, and in whose name it sends. */
export type SmtpSettings = {
  /** `smtp://user:password@mail.example.org:587`, or `smtps://` where it is encrypted from the start. */
  readonly url: string
  /** `Alongside <alongside@example.org>` or the bare address. */
  readonly from: string
}

const second = 1000

/** Less than a worker keeps a message for itself, all together. */
const patience = {
  dnsTimeout: 15 * second,
  connectionTimeout: 15 * second,
  greetingTimeout: 15 * second,
  socketTimeout: 60 * second,
}

type Failure = {
  readonly message?: string
  readonly code?: string
  readonly responseCode?: number
  readonly response?: string
  readonly command?: string
}

/** What a server says of this letter and of no other. */
const aboutTheLetter: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE'])

/** A failure in words that help, without the server's address or password. */
const inWords = ({ code, response, message }: Failure): string => {
  if (response !== undefined) return `The mail server answered: ${response}`
  if (code === 'ETLS') return 'The connection to the mail server could not be made secure.'
  if (code === 'EENVELOPE') return 'The address cannot be written to.'
  const cause = /\bE[A-Z]{4,}\b/.exec(message ?? '')?.[0] ?? code ?? 'no reason given'
  return `The mail server could not be reached (${cause}).`
}

const carriedAfter = (error: unknown): Carried => {
  const failure = error as Failure
  const why = inWords(failure)
  const { code = '', responseCode } = failure
  if (!aboutTheLetter.has(code)) return { kind: 'not-now', why }
  // RFC 5321, 4.2.1: the same command may succeed after a 4yz and will not after a 5yz.
  const forGood = responseCode === undefined || responseCode >= 500
  return forGood ? { kind: 'refused', why } : { kind: 'not-now', why }
}

const domainOf = (from: string): string => /@([^\s>]+)>?$/.exec(from)?.[1] ?? 'alongside.invalid'

/**
 * Sends letters through a mail server, each on a connection of its own: a pool would try again by itself after a connection
 * was cut, and so send twice what was taken once. With a password it talks to nobody in the clear.
 */
export const smtpPost = ({ url, from }: SmtpSettings): Post => {
  const hasPassword = new URL(url).password !== ''
  const transport = createTransport({
    url,
    ...patience,
    requireTLS: hasPassword,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const carry = async ({ id, to, subject, text }: Letter): Promise<Carried> => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<alongside.${id}@${domainOf(from)}>`,
        // RFC 3834: nobody's absence note comes back.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      return { kind: 'sent' }
    } catch (error) {
      return carriedAfter(error)
    }
  }
  return { carry, close: () => transport.close() }
}
