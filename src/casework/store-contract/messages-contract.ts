import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Message, MessageQuery, Outgoing } from '../messages/message.ts'
import type { Store } from '../ports.ts'
import { aCase, allMessages, aMessage, anAuthority, at, type StoreOf } from './given.ts'

const now = at('2026-03-02T10:00')

const aUser = async (store: Store, authority: string, email: string): Promise<string> =>
  (await store.change(authority, ({ addUser }) => addUser({ name: email, email, memberships: [] }))).user

const send = (store: Store, authority: string, ...all: readonly Outgoing[]): Promise<void> =>
  store.change(authority, async (inside) => {
    for (const one of all) await inside.send(one)
  })

const list = (
  store: Store,
  authority: string,
  query: Partial<MessageQuery> = {},
): Promise<readonly Message[]> =>
  store.look(authority, ({ messages }) => messages({ ...allMessages, ...query }))

const take = (store: Store, authority: string, id: string): Promise<Message | null> =>
  store.change(authority, ({ takeMessage }) => takeMessage(id))

/** The message that has waited longest, taken. */
const taken = async (store: Store, authority: string): Promise<Message> => {
  const first = (await list(store, authority, { state: 'waiting' })).at(-1)
  const message = await take(store, authority, first?.id ?? '')
  assert.ok(message, 'there is a message to take')
  return message
}

const subjects = (all: readonly Message[]): readonly string[] => all.map(({ subject }) => subject)

/** How messages wait, are taken by one worker at a time, and keep what became of them. */
export function messagesContract(storeOf: StoreOf): void {
  describe('messages', () => {
    it('wait as they were queued, the latest first, with what decides who may see them', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Quill')
      const user = await aUser(store, id, 'ana@example.org')
      const role = aMessage({ caseId: one.id })
      const person = aMessage({ kind: 'digest', to: { kind: 'user', user }, body: 'Two lines,\nof “text”.' })
      const address = aMessage({
        kind: 'account',
        to: { kind: 'email', email: 'new@example.org' },
        at: at('2026-02-27T16:30'),
      })
      await send(store, id, role, person, address)
      const found = await list(store, id)
      const untried = { state: 'waiting', stateAt: null, tries: 0, why: null } as const
      const about = { reference: one.reference, team: null, worker: null, restrictedTo: null }
      const kept = found.map((message) => ({ ...message, id: '', at: now }))
      const common = { ...untried, id: '', at: now }
      assert.deepEqual(kept, [
        { ...address, ...common, role: null, about: null },
        { ...person, ...common, role: null, about: null },
        { ...role, ...common, role: 'manager', about },
      ])
      assert.equal(found[0]?.at, at('2026-02-27T16:30'))
      for (const message of found)
        assert.deepEqual(await store.look(id, (inside) => inside.message(message.id)), message)
      for (const unknown of ['', '0', '-1', '999999', '1 or true', '99999999999999999999'])
        assert.equal(await store.look(id, ({ message }) => message(unknown)), null)
      await assert.rejects(send(store, id, aMessage({ caseId: '11111111-1111-4111-8111-111111111111' })))
    })

    it('are listed page by page, by state, by the families they are about and by whom they are for', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const [east, west] = await store.change(id, async ({ addTeam }) => [
        (await addTeam('East')).id,
        (await addTeam('West')).id,
      ])
      const ana = await aUser(store, id, 'ana@example.org')
      const ben = await aUser(store, id, 'ben@example.org')
      const cases = [
        await aCase(store, id, 'Reed', [], east),
        await aCase(store, id, 'Shaw', [], west),
        await aCase(store, id, 'Todd'),
      ]
      const about = (n: number, subject: string) => aMessage({ caseId: cases[n]?.id ?? '', subject })
      const to = (user: string, subject: string) => aMessage({ to: { kind: 'user', user }, subject })
      await send(
        store,
        id,
        about(0, 'east'),
        about(1, 'west'),
        about(2, 'of none'),
        to(ana, 'ana'),
        to(ben, 'ben'),
        aMessage({ to: { kind: 'email', email: 'new@example.org' }, subject: 'address' }),
      )
      const shown = async (query: Partial<MessageQuery>) => subjects(await list(store, id, query))
      assert.deepEqual(await shown({}), ['address', 'ben', 'ana', 'of none', 'west', 'east'])
      const reach = { user: ana, everywhere: false, teams: [east ?? ''], own: false }
      const nowhere = { ...reach, teams: [] }
      assert.deepEqual(await shown({ about: reach, to: null }), ['of none', 'east'])
      assert.deepEqual(await shown({ about: nowhere, to: { user: ana, teams: [] } }), ['ana'])
      assert.deepEqual(await shown({ about: null, to: { user: ben, teams: [] } }), ['ben'])
      const nobody = '11111111-1111-4111-8111-111111111111'
      assert.deepEqual(await shown({ about: null, to: { user: nobody, teams: [] } }), [])
      await store.change(id, ({ setCase }) => setCase(cases[0]?.id ?? '', { restrictedTo: [ben] }))
      assert.deepEqual(await shown({ about: reach, to: null }), ['of none'])
      assert.deepEqual(await shown({ about: { ...reach, user: ben }, to: null }), ['of none', 'east'])
      await store.change(id, ({ setCase }) => setCase(cases[0]?.id ?? '', { restrictedTo: null }))
      assert.deepEqual(await shown({ limit: 2 }), ['address', 'ben'])
      const [, second] = await list(store, id, { limit: 2 })
      assert.deepEqual(await shown({ limit: 2, before: second?.id ?? '' }), ['ana', 'of none'])
      assert.deepEqual(await shown({ before: 'nothing' }), [])
      const first = await taken(store, id)
      await store.change(id, ({ settleMessage }) => settleMessage(first, { state: 'sent', at: now }))
      assert.deepEqual(await shown({ state: 'sent' }), ['east'])
      assert.deepEqual(await shown({ state: 'failed' }), [])
    })

    it('are listed with those to the people of a team, or of any, and not of none', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const [east, west] = await store.change(id, async (inside) => {
        const teams = [(await inside.addTeam('East')).id, (await inside.addTeam('West')).id] as const
        const held = { Ana: [teams[0]], Ben: [teams[1]], Cy: [teams[0], teams[1]], Di: [null] }
        for (const [name, of] of Object.entries(held)) {
          const memberships = of.map((team) => ({ role: 'practitioner' as const, team }))
          const { user } = await inside.addUser({ name, email: `${name}@example.org`, memberships })
          await inside.send(aMessage({ to: { kind: 'user', user }, subject: name }))
        }
        return teams
      })
      const user = await aUser(store, id, 'eve@example.org')
      await send(store, id, aMessage({ to: { kind: 'user', user }, subject: 'Eve' }))
      const shown = async (teams: readonly string[] | 'any') =>
        subjects(await list(store, id, { about: null, to: { user, teams } }))
      assert.deepEqual(await shown([]), ['Eve'])
      assert.deepEqual(await shown([east]), ['Eve', 'Cy', 'Ana'])
      assert.deepEqual(await shown([east, west]), ['Eve', 'Cy', 'Ben', 'Ana'])
      assert.deepEqual(await shown('any'), ['Eve', 'Cy', 'Ben', 'Ana'])
    })

    it('are taken while they wait, each try counted, and by nobody afterwards', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      await send(store, id, aMessage({ subject: 'one' }), aMessage({ subject: 'other' }))
      const [other, one] = await list(store, id)
      const [first, again] = [await take(store, id, one?.id ?? ''), await take(store, id, one?.id ?? '')]
      assert.deepEqual([first?.subject, first?.tries, again?.tries], ['one', 1, 2])
      assert.equal((await store.look(id, ({ message }) => message(other?.id ?? '')))?.tries, 0)
      for (const state of ['sent', 'failed'] as const) {
        const message = await taken(store, id)
        const settled = state === 'sent' ? { state, at: now } : { state, at: now, why: 'Refused' }
        await store.change(id, ({ settleMessage }) => settleMessage(message, settled))
        assert.equal(await take(store, id, message.id), null, state)
      }
      for (const unknown of ['', '0', '999999', '1 or true', '99999999999999999999'])
        assert.equal(await take(store, id, unknown), null, unknown)
    })

    it('taken again by another worker are no longer settled by the first', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      await send(store, id, aMessage())
      const lost = await taken(store, id)
      const again = await taken(store, id)
      assert.deepEqual([again.id, again.tries], [lost.id, 2])
      await store.change(id, ({ settleMessage }) =>
        settleMessage(lost, { state: 'failed', at: now, why: 'Late' }),
      )
      assert.equal((await list(store, id))[0]?.state, 'waiting')
      await store.change(id, ({ settleMessage }) => settleMessage(again, { state: 'sent', at: now }))
      assert.equal((await list(store, id))[0]?.state, 'sent')
    })

    it('wait on with why, fail with the reason, and wait anew when somebody asks for it', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      await send(store, id, aMessage())
      const later = at('2026-03-02T10:02')
      const first = await taken(store, id)
      await store.change(id, ({ settleMessage }) =>
        settleMessage(first, { state: 'waiting', at: now, why: 'Busy' }),
      )
      const [waiting] = await list(store, id)
      assert.deepEqual(
        [waiting?.state, waiting?.stateAt, waiting?.why, waiting?.tries],
        ['waiting', now, 'Busy', 1],
      )
      const second = await taken(store, id)
      await store.change(id, ({ settleMessage }) =>
        settleMessage(second, { state: 'failed', at: later, why: 'Refused' }),
      )
      const [failed] = await list(store, id)
      assert.deepEqual(
        [failed?.state, failed?.stateAt, failed?.why, failed?.tries],
        ['failed', later, 'Refused', 2],
      )
      await store.change(id, ({ retryMessage }) => retryMessage(second.id))
      const [anew] = await list(store, id)
      assert.deepEqual([anew?.state, anew?.stateAt, anew?.why, anew?.tries], ['waiting', null, null, 0])
      const again = await taken(store, id)
      await store.change(id, ({ settleMessage }) => settleMessage(again, { state: 'sent', at: later }))
      await store.change(id, ({ retryMessage }) => retryMessage(second.id))
      assert.equal((await list(store, id))[0]?.state, 'sent')
    })

    it('for a role become one for each of its holders', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Underhill')
      const users: readonly [string, ...string[]] = [
        await aUser(store, id, 'ana@example.org'),
        await aUser(store, id, 'ben@example.org'),
      ]
      await send(store, id, aMessage({ caseId: one.id }))
      const [queued] = await list(store, id)
      const role = await taken(store, id)
      await store.change(id, ({ addressMessage }) => addressMessage(role, users))
      await store.change(id, ({ addressMessage }) => addressMessage({ ...role, tries: 7 }, users))
      const all = (await list(store, id)).toReversed()
      assert.deepEqual(
        all,
        users.map((user, i) => ({ ...queued, id: all[i]?.id, to: { kind: 'user', user } })),
      )
      assert.equal(all[0]?.id, role.id)
    })

    it('that hold a key do not keep it once they are sent or have failed', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const key = aMessage({ kind: 'account', to: { kind: 'email', email: 'new@example.org' } })
      await send(store, id, key, key, key, aMessage())
      for (const settled of [
        { state: 'sent', at: now },
        { state: 'failed', at: now, why: 'Refused' },
        { state: 'shown', at: now },
        { state: 'sent', at: now },
      ] as const) {
        const message = await taken(store, id)
        await store.change(id, ({ settleMessage }) => settleMessage(message, settled))
      }
      const bodies = (await list(store, id)).toReversed().map(({ body }) => body)
      assert.deepEqual(bodies, ['', '', key.body, key.body])
    })
  })
}
