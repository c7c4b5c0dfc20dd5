import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { refer } from '#casework/fixtures/small-authority.ts'
import type { Outgoing } from '#casework/messages/message.ts'
import { deliverWaiting } from '#casework/fixtures/deliver-waiting.ts'
import type { Carried } from '#casework/messages/post.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import type { SmallService } from '../../testing/small-service.ts'

const links = { myWork: '/my-work', family: (id: string) => `/cases/${id}` }

describe('messages', () => {
  let service: SmallService
  let caseId: string

  beforeEach(async () => {
    service = await smallService()
    caseId = await refer(service.place, '2026-03-02T09:00')
    await deliver(null)
  })

  const send = (...all: readonly Partial<Outgoing>[]): Promise<void> =>
    service.place.store.change(service.place.id, async (store) => {
      for (const more of all)
        await store.send({
          kind: 'notice',
          to: { kind: 'role', role: 'manager' },
          caseId,
          subject: 'A record about risk is there to be read',
          body: 'NS-0001: A record about risk is there to be read. (NS-1.1)',
          ...more,
        })
    })
  /** Null: a demonstration without mail. */
  const deliver = async (answer: Carried | null): Promise<void> => {
    const { place } = service
    const post = answer === null ? null : { carry: async () => answer, close: () => {} }
    await deliverWaiting({ ...place.deps, links, post }, place)
  }
  const openFirst = async (body: string) => {
    const manager = await service.as('manager')
    return manager.get(/href="(\/messages\/\d+)"/.exec(body)?.[1] ?? '/')
  }
  const list = async (query = '') => (await service.as('manager')).get(`/messages${query}`)

  it('are listed with whom they are for, what they are about and how far they have come', async () => {
    await send({})
    assert.match((await list()).body, /To Early Help manager\./)
    assert.match((await list()).body, /govuk-tag--yellow[^>]*>Waiting</)
    await deliver(null)
    const { body } = await list()
    assert.match(body, /A record about risk is there to be read<\/a>/)
    assert.match(body, /govuk-tag--blue[^>]*>Shown here</)
    assert.match(body, /To manager of East \(Early Help manager\)\./)
    assert.match(body, new RegExp(`About <a class="govuk-link" href="/cases/${caseId}">NS-0001</a>`))
    assert.match(body, /aria-current="page"[^>]*>All</)
    assert.deepEqual(await problemsIn(body), [])
    assert.doesNotMatch(body, /Example|Ada|Ben/)
  })

  it('open on their words, with what became of them', async () => {
    await send({ body: 'NS-0001: first line\n\n<script>second</script>' })
    await deliver(null)
    const { body } = await openFirst((await list()).body)
    assert.match(body, /<h1[^>]*>A record about risk is there to be read<\/h1>/)
    assert.match(body, /This is a demonstration without mail: nobody was written to\./)
    assert.match(body, /class="app-message">NS-0001: first line\n\n&lt;script&gt;second/)
    assert.match(body, /Written<\/dt>\n<dd[^>]*><time/)
    assert.doesNotMatch(body, /Send it again/)
    assert.deepEqual(await problemsIn(body), [])
  })

  it('say when they were mailed', async () => {
    await send({})
    await deliver({ kind: 'sent' })
    const { body } = await openFirst((await list()).body)
    assert.match(body, /govuk-tag--green[^>]*>Sent</)
    assert.match(body, /Mailed on Monday 2 March 2026 at 10am\./)
  })

  it('that wait say when they were tried, why they still wait and how soon they are tried again', async () => {
    await send({ to: { kind: 'user', user: service.place.as('manager').user } })
    await deliver({ kind: 'not-now', why: 'The mail server could not be reached (ECONNREFUSED).' })
    const { body } = await list('?show=waiting')
    assert.match(body, /The mail server could not be reached/)
    const opened = await openFirst(body)
    assert.match(
      opened.body,
      /Tried once, on Monday 2 March 2026 at 10am\. The mail server could not be reached \(ECONNREFUSED\)\. It is tried again within a quarter of an hour\./,
    )
    assert.match((await list('?show=not-delivered')).body, /No message has failed/)
  })

  it('that could not be delivered are found by themselves, say why, and can be sent again', async () => {
    await send({ to: { kind: 'role', role: 'hub' } }, {})
    await deliver(null)
    const failed = await list('?show=not-delivered')
    assert.equal(failed.body.match(/<li class="app-entry"/g)?.length, 1)
    assert.match(failed.body, /aria-current="page"[^>]*>Not delivered</)
    assert.match(failed.body, /Nobody who uses Alongside is “Integrated Referral Hub” for NS-0001\./)
    const manager = await service.as('manager')
    const path = /href="(\/messages\/\d+)"/.exec(failed.body)?.[1] ?? '/'
    const { body } = await manager.get(path)
    assert.match(body, /Last tried on Monday 2 March 2026 at 10am\. Nobody who uses Alongside/)
    const sent = await manager.send(`${path}/send-again`)
    assert.equal(sent.statusCode, 303)
    assert.equal(sent.headers.location, path)
    const after = await manager.get(path)
    assert.match(after.body, /The message waits to be sent again\./)
    assert.match(after.body, /Not tried yet\. It waits for its turn;/)
  })

  it('about a family are neither listed nor opened nor sent again by who may not see them', async () => {
    await send({ to: { kind: 'role', role: 'hub' } })
    await deliver(null)
    const path = /href="(\/messages\/\d+)"/.exec((await list()).body)?.[1] ?? '/'
    for (const [role, team] of [
      ['manager', 1],
      ['administrator', 0],
    ] as const) {
      const other = await service.as(role, team)
      const { statusCode, body } = await other.get('/messages')
      assert.equal(statusCode, 200)
      assert.match(body, /No message yet that you may see/)
      assert.equal((await other.get(path)).statusCode, 404)
    }
    for (const role of ['practitioner', 'quality-lead', 'partner', 'senior-practitioner'] as const) {
      const other = await service.as(role)
      assert.equal((await other.get('/messages')).statusCode, 403)
      assert.equal((await other.get(path)).statusCode, 404)
    }
  })

  it('of others’ work and with keys are lines without words to who runs the service', async () => {
    const practitioner = service.place.as('practitioner').user
    await send(
      {
        kind: 'digest',
        to: { kind: 'user', user: practitioner },
        caseId: null,
        subject: 'Your work: 1 overdue',
        body: 'NS-0001: late',
      },
      {
        kind: 'account',
        to: { kind: 'email', email: 'new@example.org' },
        caseId: null,
        subject: 'You are invited',
        body: 'https://key',
      },
    )
    await deliver({ kind: 'sent' })
    const administrator = await service.as('administrator')
    const { body } = await administrator.get('/messages')
    assert.match(body, /To new@example\.org\./)
    assert.match(body, /To practitioner of East\./)
    const paths = [...body.matchAll(/href="(\/messages\/\d+)"/g)].map(([, path]) => path ?? '')
    const texts: string[] = []
    for (const path of paths) texts.push((await administrator.get(path)).body)
    assert.match(texts[0] ?? '', /It holds a link that is a key for this person only/)
    assert.match(texts[1] ?? '', /It is about this person’s work with families/)
    assert.doesNotMatch(texts.join(), /NS-0001|https:\/\/key/)
  })

  it('are shown thirty a page, with ways to the older ones and back', async () => {
    const to = { kind: 'user', user: service.place.as('manager').user } as const
    await send(...Array.from({ length: 31 }, (_, n) => ({ to, subject: `Message number ${n}` })))
    const first = await list()
    assert.equal(first.body.match(/<li class="app-entry"/g)?.length, 30)
    assert.match(first.body, /Message number 30</)
    assert.doesNotMatch(first.body, /Message number 0<|The latest/)
    const older = /href="(\/messages\?before=\d+)"/.exec(first.body)?.[1] ?? ''
    const second = await (await service.as('manager')).get(older)
    assert.match(second.body, /Message number 0</)
    assert.match(second.body, /href="\/messages"[^>]*rel="prev"/)
    assert.deepEqual(await problemsIn(second.body), [])
    for (const strange of ['?before=nothing', '?show=everything', '?before=1&before=2', '/nothing', '/0'])
      assert.ok([200, 404].includes((await list(strange)).statusCode), strange)
  })

  it('are in the navigation of those who may see them', async () => {
    const navigation = async (role: 'manager' | 'administrator' | 'practitioner') =>
      (await (await service.as(role)).get('/procedure')).body.includes('href="/messages"')
    assert.deepEqual(
      [await navigation('manager'), await navigation('administrator'), await navigation('practitioner')],
      [true, true, false],
    )
  })
})
