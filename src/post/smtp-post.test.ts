import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import type { Letter } from '#casework/messages/post.ts'
import { smtpPost } from './smtp-post.ts'
import { startMailServer, type MailServer } from './testing/mail-server.ts'

const from = 'Alongside <alongside@north-sands.example>'
const letter: Letter = {
  id: 'a1.7',
  to: 'ana@example.org',
  subject: 'Your work: 3 overdue — “today”',
  text: 'Friday 6 March 2026\n\n.\nA line that begins with a dot, and an é.\n',
}

describe('the post', () => {
  let server: MailServer
  before(async () => {
    server = await startMailServer()
  })
  after(() => server.stop())

  const latest = (): string => server.taken.at(-1)?.letter ?? ''
  const carry = (more: Partial<Letter>) => {
    const post = smtpPost({ url: server.url, from })
    return post.carry({ ...letter, ...more }).finally(post.close)
  }

  it('gives a letter to the mail server, whole, as plain text, with an id that stays the same', async () => {
    assert.deepEqual(await carry({}), { kind: 'sent' })
    assert.deepEqual(server.taken.at(-1)?.to, 'ana@example.org')
    const [head = '', body = ''] = latest().split(/\r\n\r\n(.*)/s)
    assert.match(head, /^From: Alongside <alongside@north-sands\.example>\r$/m)
    assert.match(head, /^To: ana@example\.org\r$/m)
    assert.match(head, /^Message-ID: <alongside\.a1\.7@north-sands\.example>\r$/m)
    assert.match(head, /^Auto-Submitted: auto-generated\r$/m)
    assert.match(head, /^Content-Type: text\/plain; charset=utf-8\r?$/m)
    const plain = body
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) => decodeURIComponent(bytes.replaceAll('=', '%')))
    assert.equal(plain.replaceAll('\r\n', '\n').trimEnd(), letter.text.trimEnd())
    const first = latest().match(/^Message-ID: .*$/m)?.[0]
    await carry({})
    assert.equal(latest().match(/^Message-ID: .*$/m)?.[0], first)
  })

  it('lets nothing in a subject or an address become another header or recipient', async () => {
    await carry({ subject: 'Your work\r\nBcc: other@example.org' })
    assert.doesNotMatch(latest(), /^Bcc:/im)
    const had = server.taken.length
    await carry({ to: 'ana@example.org, other@example.org' })
    assert.ok(server.taken.slice(had).every(({ to }) => to !== 'other@example.org'))
  })

  it('says what is refused for good, and what may be taken later', async () => {
    assert.deepEqual(await carry({ to: 'nobody@example.org' }), {
      kind: 'refused',
      why: 'The mail server answered: 550 5.1.1 No such mailbox',
    })
    assert.deepEqual(await carry({ to: 'busy@example.org' }), {
      kind: 'not-now',
      why: 'The mail server answered: 451 4.3.2 Try again later',
    })
    const unwritable = await carry({ to: '' })
    assert.deepEqual(
      [unwritable.kind, 'why' in unwritable && unwritable.why],
      ['refused', 'The address cannot be written to.'],
    )
  })

  it('says that no server is there, and reaches it when it is back', async () => {
    const away = await startMailServer()
    const post = smtpPost({ url: away.url, from })
    await away.stop()
    assert.deepEqual(await post.carry(letter), {
      kind: 'not-now',
      why: 'The mail server could not be reached (ECONNREFUSED).',
    })
    const back = await startMailServer(away.port)
    assert.deepEqual(await post.carry(letter), { kind: 'sent' })
    assert.equal(back.taken.length, 1)
    post.close()
    await back.stop()
  })

  it('sends no password where the connection cannot be made secure', async () => {
    let heard = ''
    const listener = createServer((socket) => {
      socket.write('220 here\r\n')
      socket.on('data', (data: Buffer) => {
        heard += data.toString()
        socket.write(heard.includes('STARTTLS') ? '502 no\r\n' : '250-here\r\n250 AUTH PLAIN LOGIN\r\n')
      })
    }).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    const post = smtpPost({ url: `smtp://alongside:hidden-word@127.0.0.1:${port}`, from })
    const carried = await post.carry(letter)
    assert.equal(carried.kind, 'not-now')
    assert.match(heard, /STARTTLS/)
    assert.doesNotMatch(heard, /AUTH/)
    assert.doesNotMatch(JSON.stringify(carried), /hidden-word/)
    listener.close()
  })
})
