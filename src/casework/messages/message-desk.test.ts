import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { StandardRole } from '../access/actor.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import type { Message, Outgoing } from './message.ts'
import { messageDesk, oneMessage } from './message-desk.ts'
import { tryAgain } from './try-again.ts'

const everyone: readonly StandardRole[] = [
  'practitioner',
  'senior-practitioner',
  'manager',
  'service-manager',
  'quality-lead',
  'administrator',
  'partner',
  'practice-lead',
]

describe('what was sent', () => {
  let place: SmallAuthority
  let open: string
  let restricted: string
  const ids = new Map<string, string>()

  before(async () => {
    place = await smallAuthority()
    open = await refer(place, '2026-03-02T09:00', 'one')
    restricted = await refer(place, '2026-03-02T09:30', 'two')
    const to = (role: StandardRole, team: 0 | 1): Outgoing['to'] => ({
      kind: 'user',
      user: place.as(role, team).user,
    })
    const message = (subject: string, more: Partial<Outgoing>): Outgoing => ({
      kind: 'notice',
      to: to('manager', 0),
      caseId: null,
      subject,
      body: `Text of ${subject}`,
      ...more,
    })
    await place.store.change(place.id, async (store) => {
      await store.setCase(restricted, { restrictedTo: [place.as('service-manager').user] })
      await store.send(message('about a family', { caseId: open }))
      await store.send(message('about a restricted family', { caseId: restricted }))
      await store.send(message('digest, East', { kind: 'digest', to: to('practitioner', 0) }))
      await store.send(message('digest, West', { kind: 'digest', to: to('practitioner', 1) }))
      await store.send(
        message('invitation', { kind: 'account', to: { kind: 'email', email: 'new@example.org' } }),
      )
    })
    const all = await place.store.look(place.id, (store) =>
      store.messages({
        state: null,
        about: { user: place.as('service-manager').user, everywhere: true, teams: [], own: false },
        to: 'anybody',
        before: null,
        limit: 100,
      }),
    )
    for (const { id, subject } of all) ids.set(subject, id)
  })

  const subjects = (all: readonly Message[]): readonly string[] =>
    all.map(({ subject }) => subject).filter((subject) => ids.has(subject) && !subject.startsWith('The '))
  const listed = async (role: StandardRole, team: 0 | 1): Promise<readonly string[] | null> => {
    const desk = await messageDesk(place.deps, place.as(role, team), { state: null, before: null })
    return desk === null ? null : subjects(desk.messages)
  }
  const readable = async (role: StandardRole, team: 0 | 1): Promise<readonly string[]> => {
    const read: string[] = []
    for (const [subject, id] of ids) {
      const one = await oneMessage(place.deps, place.as(role, team), id)
      if (one?.maySeeText === true && !subject.startsWith('The ')) read.push(subject)
    }
    return read.toSorted()
  }

  it('is seen by managers of the families and by who runs the service, each their part', async () => {
    assert.deepEqual(await listed('manager', 0), ['digest, East', 'about a family'])
    assert.deepEqual(await listed('manager', 1), ['digest, West'])
    assert.deepEqual(await listed('service-manager', 0), [
      'digest, West',
      'digest, East',
      'about a restricted family',
      'about a family',
    ])
    assert.deepEqual(await listed('service-manager', 1), ['digest, West', 'digest, East', 'about a family'])
    assert.deepEqual(await listed('administrator', 0), ['invitation', 'digest, West', 'digest, East'])
    for (const role of [
      'practitioner',
      'senior-practitioner',
      'quality-lead',
      'partner',
      'practice-lead',
    ] as const)
      assert.equal(await listed(role, 0), null, role)
  })

  it('is read by nobody who may not see the family or the person’s work', async () => {
    assert.deepEqual(await readable('manager', 0), ['about a family', 'digest, East'])
    assert.deepEqual(await readable('administrator', 0), [])
    for (const role of everyone)
      for (const team of [0, 1] as const) {
        const lines = (await listed(role, team)) ?? []
        const read = await readable(role, team)
        assert.ok(
          read.every((subject) => lines.includes(subject)),
          role,
        )
        assert.ok(!read.includes('invitation'), role)
      }
  })

  it('is noted where somebody opened a message about a family', async () => {
    const id = ids.get('about a family') ?? ''
    await oneMessage(place.deps, place.as('manager'), id)
    const [latest] = await place.store.look(place.id, (store) => store.auditOf(open, 1))
    assert.deepEqual(
      [latest?.act, latest?.user, latest?.detail],
      ['looked at', place.as('manager').user, { page: 'message' }],
    )
  })

  it('is sent again by whoever sees it, when it has failed', async () => {
    const fail = (subject: string): Promise<void> =>
      place.store.change(place.id, async (store) => {
        const now = moment('2026-03-02T10:00')
        const message = await store.takeMessage(ids.get(subject) ?? '')
        if (message !== null) await store.settleMessage(message, { state: 'failed', at: now, why: 'Refused' })
      })
    const stateOf = async (id: string) =>
      (await place.store.look(place.id, (store) => store.message(id)))?.state
    const id = ids.get('about a family') ?? ''
    await fail('about a family')
    assert.equal((await oneMessage(place.deps, place.as('manager'), id))?.mayTryAgain, true)
    for (const role of everyone.filter((one) => one !== 'manager' && one !== 'service-manager'))
      assert.equal(await tryAgain(place.deps, place.as(role), id), false, role)
    assert.equal(await stateOf(id), 'failed')
    assert.equal(await tryAgain(place.deps, place.as('manager'), id), true)
    assert.equal(await stateOf(id), 'waiting')
    const [latest] = await place.store.look(place.id, (store) => store.auditOf(open, 1))
    assert.equal(latest?.act, 'asked to send again')
    assert.equal(await tryAgain(place.deps, place.as('manager'), id), true)
    assert.equal(await tryAgain(place.deps, place.as('administrator'), ids.get('invitation') ?? ''), false)
    assert.equal(await tryAgain(place.deps, place.as('manager'), '999'), false)
  })

  it('is shown a page at a time', async () => {
    const place2 = await smallAuthority()
    const manager = place2.as('manager')
    await place2.store.change(place2.id, async (store) => {
      for (let n = 0; n < 65; n += 1)
        await store.send({
          kind: 'digest',
          to: { kind: 'user', user: manager.user },
          caseId: null,
          subject: `${n}`,
          body: '',
        })
    })
    const pages: number[] = []
    let from: string | null = null
    do {
      const desk = await messageDesk(place2.deps, manager, { state: 'waiting', before: from })
      pages.push(desk?.messages.length ?? 0)
      from = desk?.older ?? null
    } while (from !== null)
    assert.deepEqual(pages, [30, 30, 5])
    const none = await messageDesk(place2.deps, manager, { state: 'sent', before: null })
    assert.deepEqual([none?.messages, none?.older], [[], null])
  })
})
