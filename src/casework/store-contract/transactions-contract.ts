import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keyOfRequest, SentOtherwise } from '../recording/request-key.ts'
import {
  aCase,
  allMessages,
  aMessage,
  anAuthority,
  anEvent,
  anObligation,
  aPerson,
  at,
  type StoreOf,
} from './given.ts'

/** What stands when something fails, when two do the same at once, and between authorities. */
export function transactionsContract(storeOf: StoreOf): void {
  describe('a change', () => {
    it('that fails leaves everything as it was', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Ives')
      const failing = store.change(id, async (inside) => {
        await inside.append(one.id, [anEvent('visit.held')])
        await inside.writeSchedule(one.id, [anObligation('a')], { version: '2026-01-01', lastEvent: 1 })
        await inside.setCase(one.id, { step: 'plan', family: 'Changed' })
        await inside.audit({ at: at('2026-03-02T10:00'), user: null, act: 'x', caseId: one.id, detail: {} })
        await inside.send(aMessage({ caseId: one.id }))
        await inside.keepResult('key', 'result')
        throw new Error('The gate is shut.')
      })
      await assert.rejects(failing, /The gate is shut/)
      assert.deepEqual(await store.look(id, ({ caseById }) => caseById(one.id)), one)
      assert.deepEqual(await store.look(id, ({ obligationsOf }) => obligationsOf(one.id)), [])
      assert.deepEqual(await store.look(id, ({ auditOf }) => auditOf(one.id, 10)), [])
      assert.deepEqual(await store.look(id, ({ messages }) => messages(allMessages)), [])
      assert.equal(await store.change(id, ({ resultOf }) => resultOf('key')), null)
    })

    it('that has the case keeps it from all others until it is done', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Jessop')
      const saw = (): Promise<number> =>
        store.change(id, async ({ lockCase, append }) => {
          const before = (await lockCase(one.id))?.events.length ?? -1
          await append(one.id, [anEvent('note.written', { data: { before } })])
          return before
        })
      const seen = await Promise.all(Array.from({ length: 8 }, saw))
      assert.deepEqual(
        seen.toSorted((a, b) => a - b),
        [0, 1, 2, 3, 4, 5, 6, 7],
      )
      const after = await store.look(id, ({ caseById }) => caseById(one.id))
      assert.deepEqual(
        after?.events.map(({ id: name, data }) => [name, data['before']]),
        [0, 1, 2, 3, 4, 5, 6, 7].map((before) => [`e${before + 1}`, before]),
      )
    })

    it('is made once also where more is asked after its key was kept', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Kelly')
      const change = (n: number): Promise<string> =>
        store.change(id, async ({ resultOf, keepResult, setCase }) => {
          const before = await resultOf('page 1')
          if (before !== null) return before
          await keepResult('page 1', `change ${n}`)
          await setCase(one.id, { family: `Change ${n}` })
          return `change ${n}`
        })
      const [first, ...others] = await Promise.all([1, 2, 3].map(change))
      assert.deepEqual(others, [first, first])
      const after = await store.look(id, ({ caseById }) => caseById(one.id))
      assert.equal(after?.family, first?.replace('change', 'Change'))
      assert.equal(after?.revision, one.revision + 1)
    })

    it('asked for again with the same key gives the first result again, and is made once', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Keane')
      const record = (): Promise<string> =>
        store.change(id, async ({ resultOf, keepResult, append }) => {
          const before = await resultOf('page 1')
          if (before !== null) return before
          const [event] = await append(one.id, [anEvent('visit.held')])
          await keepResult('page 1', event?.id ?? '')
          return event?.id ?? ''
        })
      assert.deepEqual(await Promise.all([record(), record(), record()]), ['e1', 'e1', 'e1'])
      assert.equal(await record(), 'e1')
      assert.equal((await store.look(id, ({ caseById }) => caseById(one.id)))?.events.length, 1)
    })

    it('asked for again with other contents of the same page is refused, and says what the first led to', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const keyWith = (contents: string | null): string => keyOfRequest({ page: 'page 2', contents })
      await store.change(id, ({ keepResult }) => keepResult(keyWith('as it was'), 'e7'))
      const answerTo = (contents: string | null): Promise<string | null> =>
        store.change(id, ({ resultOf }) => resultOf(keyWith(contents)))
      assert.equal(await answerTo('as it was'), 'e7')
      assert.equal(await answerTo(null), 'e7')
      await assert.rejects(answerTo('changed since'), (error: unknown) => {
        assert.ok(error instanceof SentOtherwise)
        assert.equal(error.answered.result, 'e7')
        assert.equal(typeof error.answered.at, 'number')
        return true
      })
    })
  })

  describe('an authority', () => {
    it('is listed with what was said of it', async () => {
      const store = storeOf()
      const one = await anAuthority(store)
      assert.deepEqual(await store.look(one.id, ({ authority }) => authority()), one)
      assert.deepEqual(
        (await store.authorities()).filter(({ id }) => id === one.id),
        [one],
      )
      assert.equal(one.closures[0]?.name, 'Closed between the years')
      await assert.rejects(store.addAuthority({ ...one, name: 'Another with the same short name' }))
    })

    it('reaches nothing of another', async () => {
      const store = storeOf()
      const [ours, theirs] = [await anAuthority(store), await anAuthority(store)]
      const one = await aCase(store, ours.id, 'Lowry', [aPerson('pat', 'Pat Lowry')])
      const [user, team] = await store.change(ours.id, async (inside) => {
        const made = await inside.addTeam('Harbour')
        const ana = await inside.addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] })
        await inside.setCase(one.id, { team: made.id, worker: ana.user })
        await inside.writeSchedule(one.id, [anObligation('a')], { version: '2026-01-01', lastEvent: 0 })
        await inside.audit({
          at: at('2026-03-02T10:00'),
          user: ana.user,
          act: 'saw',
          caseId: one.id,
          detail: {},
        })
        await inside.send(aMessage({ caseId: one.id }))
        await inside.keepResult('key', 'result')
        const draft = { user: ana.user, form: 'visit', values: {}, savedAt: at('2026-03-02T10:00') }
        await inside.saveDraft({ ...draft, revision: null })
        return [ana, made]
      })
      const reach = { user: user.user, everywhere: true, teams: [], own: true }
      const query = { reach, owners: null, asOf: at('2026-04-01T09:00'), limit: 10, after: null }
      const everything = await store.change(theirs.id, async (inside) => [
        await inside.caseById(one.id),
        await inside.lockCase(one.id),
        await inside.user(user.user),
        await inside.draft(user.user, 'visit'),
        await inside.stampOf(one.id),
        await inside.resultOf('key'),
        ...(await inside.obligationsOf(one.id)),
        ...(await inside.worklist({ ...query, of: { worker: user.user } })),
        ...(await inside.worklist({ ...query, of: { team: team.id } })),
        ...(await inside.cases({ reach, open: true, limit: 10, offset: 0 })),
        ...(await inside.search(reach, 'Lowry', 10)),
        ...(await inside.search(reach, one.reference, 10)).filter(({ id }) => id === one.id),
        ...(await inside.teams()),
        ...(await inside.users()),
        ...(await inside.draftsOf(user.user)),
        ...(await inside.auditOf(one.id, 10)),
        await inside.message('1'),
        await inside.takeMessage('1'),
        ...(await inside.messages(allMessages)),
      ])
      assert.deepEqual(
        everything,
        Array.from({ length: 8 }, () => null),
      )
      await assert.rejects(store.change(theirs.id, ({ append }) => append(one.id, [anEvent('x')])))
      await assert.rejects(store.change(theirs.id, ({ setCase }) => setCase(one.id, { step: 'x' })))
      await assert.rejects(store.change(theirs.id, ({ setPeople }) => setPeople(one.id, [])))
      const seen = await store.look(ours.id, ({ worklist }) => worklist({ ...query, of: { team: team.id } }))
      assert.equal(seen.length, 1)
    })
  })
}
