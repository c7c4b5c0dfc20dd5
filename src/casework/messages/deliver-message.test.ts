import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { deliverWaiting, messagesOf } from '../fixtures/deliver-waiting.ts'
import type { Message, Outgoing } from './message.ts'
import { deliverMessage, giveUpMessage } from './deliver-message.ts'
import type { Carried, Letter, PostDeps } from './post.ts'

const links = {
  myWork: 'https://alongside.example.org/my-work',
  family: (id: string) => `https://alongside.example.org/cases/${id}`,
}

describe('a worker', () => {
  let place: SmallAuthority
  let carried: Letter[]
  let answer: Carried

  beforeEach(async () => {
    place = await smallAuthority()
    carried = []
    answer = { kind: 'sent' }
  })

  const withMail = (): PostDeps => ({
    ...place.deps,
    links,
    post: {
      carry: async (letter) => {
        carried.push(letter)
        return answer
      },
      close: () => {},
    },
  })
  const withoutMail = (): PostDeps => ({ ...place.deps, links, post: null })
  const send = (more: Partial<Outgoing>): Promise<void> =>
    place.store.change(place.id, (store) =>
      store.send({
        kind: 'notice',
        to: { kind: 'user', user: place.as('manager').user },
        caseId: null,
        subject: 'A record about risk is there to be read',
        body: 'NS-0001: a record about risk is there to be read.',
        ...more,
      }),
    )
  const all = (): Promise<readonly Message[]> => messagesOf(place)
  const deliverAll = (deps: PostDeps): Promise<void> => deliverWaiting(deps, place)
  const deliverFirst = async (deps: PostDeps) => deliverMessage(deps, place.id, (await all())[0]?.id ?? '')
  const tos = async (): Promise<readonly string[]> =>
    (await all()).map(({ to }) => {
      const user = to.kind === 'user' ? to.user : ''
      const roles = ['manager', 'practitioner', 'administrator', 'service-manager', 'partner'] as const
      for (const role of roles)
        for (const team of [0, 1] as const) if (place.as(role, team).user === user) return `${role} ${team}`
      return to.kind
    })

  it('mails a message to the address that its recipient has, and once only', async () => {
    await send({})
    for (const turn of [1, 2]) assert.equal(await deliverFirst(withMail()), 'settled', `${turn}`)
    assert.deepEqual(carried, [
      {
        id: `${place.id}.1`,
        to: 'manager-0@example.org',
        subject: 'A record about risk is there to be read',
        text: 'NS-0001: a record about risk is there to be read.\n',
      },
    ])
    const [message] = await all()
    assert.deepEqual([message?.state, message?.stateAt], ['sent', moment('2026-03-02T10:00')])
  })

  it('leads from a message about a family to its record', async () => {
    const caseId = await refer(place, '2026-03-02T09:00')
    await send({ caseId })
    await deliverAll(withMail())
    const about = carried.find(({ subject }) => subject.startsWith('A record'))
    assert.match(
      about?.text ?? '',
      new RegExp(`\\n\\nTo open the record: https://alongside.example.org/cases/${caseId}\\n$`),
    )
  })

  it('mails to an address that belongs to nobody yet', async () => {
    await send({ kind: 'account', to: { kind: 'email', email: 'new@example.org' } })
    await deliverAll(withMail())
    assert.deepEqual(
      carried.map(({ to }) => to),
      ['new@example.org'],
    )
  })

  it('shows messages here in a demonstration without mail, and leaves them waiting anywhere else', async () => {
    await send({})
    const real: PostDeps['store'] = {
      ...place.store,
      change: (id, work) =>
        place.store.change(id, (inside) =>
          work({
            ...inside,
            authority: async () => ({ ...(await inside.authority()), demonstration: false }),
          }),
        ),
    }
    assert.equal(await deliverFirst({ ...withoutMail(), store: real }), 'not now')
    assert.deepEqual(
      (await all()).map(({ state, tries }) => [state, tries]),
      [['waiting', 0]],
    )
    await deliverAll(withoutMail())
    assert.deepEqual(
      (await all()).map(({ state }) => state),
      ['shown'],
    )
  })

  it('is to try again what could not be delivered now, and says when it tried last and why it could not', async () => {
    await send({})
    answer = { kind: 'not-now', why: 'The mail server could not be reached.' }
    for (const [tries, then] of ['2026-03-02T10:00:30', '2026-03-02T10:15'].entries()) {
      place.set(then)
      assert.equal(await deliverFirst(withMail()), 'not now')
      const [message] = await all()
      assert.deepEqual(
        [message?.state, message?.stateAt, message?.why, message?.tries],
        ['waiting', moment(then), 'The mail server could not be reached.', tries + 1],
      )
    }
    answer = { kind: 'sent' }
    assert.equal(await deliverFirst(withMail()), 'settled')
    assert.deepEqual(
      (await all()).map(({ state, why }) => [state, why]),
      [['sent', null]],
    )
  })

  it('gives up a message that has had all its turns with the last reason, and none that was delivered', async () => {
    await send({})
    const [message] = await all()
    answer = { kind: 'not-now', why: 'Mailbox busy.' }
    await deliverFirst(withMail())
    place.set('2026-03-05T10:00')
    await giveUpMessage(withMail(), place.id, message?.id ?? '')
    const [given] = await all()
    assert.deepEqual(
      [given?.state, given?.why, given?.stateAt],
      ['failed', 'Mailbox busy.', moment('2026-03-05T10:00')],
    )
    await place.store.change(place.id, (store) => store.retryMessage(message?.id ?? ''))
    answer = { kind: 'sent' }
    await deliverFirst(withMail())
    await giveUpMessage(withMail(), place.id, message?.id ?? '')
    assert.equal((await all())[0]?.state, 'sent')
  })

  it('says of a message that was never heard of again that it could not be delivered', async () => {
    await send({})
    await giveUpMessage(withMail(), place.id, (await all())[0]?.id ?? '')
    const [given] = await all()
    assert.deepEqual(
      [given?.state, given?.why],
      ['failed', 'It was tried again and again and could not be delivered.'],
    )
  })

  it('does not try again what is refused for good', async () => {
    await send({})
    answer = { kind: 'refused', why: '550 No such user' }
    await deliverAll(withMail())
    assert.deepEqual(
      (await all()).map(({ state, why }) => [state, why]),
      [['failed', '550 No such user']],
    )
  })

  it('sends again what was sent by a worker that was killed before it noted so', async () => {
    await send({})
    const killed = withMail()
    await assert.rejects(deliverFirst({ ...killed, store: dyingAfterTaking(killed) }))
    assert.equal(carried.length, 1)
    assert.equal((await all())[0]?.state, 'waiting')
    await deliverAll(withMail())
    assert.deepEqual(
      carried.map(({ id }) => id),
      [`${place.id}.1`, `${place.id}.1`],
    )
    assert.equal((await all())[0]?.state, 'sent')
  })

  const dyingAfterTaking = ({ store }: PostDeps): PostDeps['store'] => {
    let changes = 0
    return {
      ...store,
      change: (id, work) => {
        changes += 1
        return changes === 1 ? store.change(id, work) : Promise.reject(new Error('killed'))
      },
    }
  }

  it('gives a message for a role to those who hold it for the family', async () => {
    const caseId = await refer(place, '2026-03-02T09:00')
    await deliverAll(withoutMail())
    const before = (await all()).length
    await place.store.change(place.id, (store) =>
      store.setCase(caseId, { worker: place.as('practitioner').user }),
    )
    for (const role of ['practitioner', 'manager', 'service-manager', 'family'])
      await send({ caseId, to: { kind: 'role', role } })
    await deliverAll(withoutMail())
    assert.deepEqual((await tos()).slice(before), [
      'practitioner 0',
      'manager 0',
      'service-manager 0',
      'practitioner 0',
    ])
    assert.deepEqual((await all()).at(-1)?.role, 'family')
  })

  it('keeps a message for a role that nobody holds, with what to do, and sends it once somebody does', async () => {
    const caseId = await refer(place, '2026-03-02T09:00')
    await deliverAll(withoutMail())
    const before = (await all()).length
    await send({ caseId, to: { kind: 'role', role: 'practitioner' } })
    await send({ caseId, to: { kind: 'role', role: 'hub' } })
    await deliverAll(withMail())
    const [practitioner, hub] = (await all()).slice(before)
    assert.deepEqual([practitioner?.state, hub?.state], ['failed', 'failed'])
    assert.equal(
      hub?.why,
      'Nobody who uses Alongside is “Integrated Referral Hub” for NS-0001. Tell them another way; or, once somebody is, send it again.',
    )
    await place.store.change(place.id, async (store) => {
      await store.setCase(caseId, { worker: place.as('practitioner', 1).user })
      await store.retryMessage(practitioner?.id ?? '')
    })
    await deliverAll(withMail())
    assert.deepEqual(
      carried.map(({ to }) => to),
      ['practitioner-1@example.org'],
    )
  })

  it('tells nobody of a restricted family whom it does not name', async () => {
    const caseId = await refer(place, '2026-03-02T09:00')
    await deliverAll(withoutMail())
    await place.store.change(place.id, (store) =>
      store.setCase(caseId, { restrictedTo: [place.as('service-manager').user] }),
    )
    await send({ caseId, to: { kind: 'role', role: 'manager' } })
    await send({ caseId, to: { kind: 'role', role: 'service-manager' } })
    await deliverAll(withMail())
    assert.deepEqual(
      carried.map(({ to }) => to),
      ['service-manager-0@example.org'],
    )
  })

  it('keeps back what was addressed to somebody before the family was restricted', async () => {
    const caseId = await refer(place, '2026-03-02T09:00')
    await deliverAll(withoutMail())
    await send({ caseId })
    await send({ caseId, to: { kind: 'user', user: place.as('service-manager').user } })
    await place.store.change(place.id, (store) =>
      store.setCase(caseId, { restrictedTo: [place.as('service-manager').user] }),
    )
    await deliverAll(withMail())
    assert.deepEqual(
      carried.map(({ to }) => to),
      ['service-manager-0@example.org'],
    )
    const kept = (await all()).filter(({ state }) => state === 'failed')
    assert.deepEqual(
      kept.map(({ why }) => why),
      ['The family is restricted, and its record does not name the person. Nothing was sent.'],
    )
  })

  it('does not stop at a message whose procedure is no longer installed', async () => {
    const caseId = await refer(place, '2026-03-02T09:00')
    await deliverAll(withoutMail())
    await send({ caseId, to: { kind: 'role', role: 'manager' } })
    await send({})
    await deliverAll({ ...withMail(), shelf: { pack: () => undefined } })
    assert.equal(carried.length, 1)
    assert.equal((await all()).at(-2)?.state, 'failed')
  })
})
