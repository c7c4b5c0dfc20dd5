import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** What a mail server has taken: to whom, and the whole letter as it came. */
export type Taken = { readonly to: string; readonly letter: string }

/** A real mail server on this machine that keeps what it takes. */
export type MailServer = {
  readonly url: string
  readonly port: number
  readonly taken: readonly Taken[]
  readonly stop: () => Promise<void>
}

const refusal = (code: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode: code })

/**
 * Starts a mail server. It takes no mail for `nobody@`, is too busy for `busy@`, and waits before it answers for `slow@`.
 *
 * @param port 0 for any that is free
 */
export const startMailServer = async (port = 0): Promise<MailServer> => {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('nobody@')) return done(refusal(550, '5.1.1 No such mailbox'))
      if (address.startsWith('busy@')) return done(refusal(451, '4.3.2 Try again later'))
      return done()
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? ''
      const take = async (): Promise<void> => {
        taken.push({ to, letter: await text(stream) })
        setTimeout(() => done(), to.startsWith('slow@') ? 300 : 0)
      }
      void take()
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const { port: listens } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${listens}`,
    port: listens,
    taken,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}
