import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StandardRole } from '../access/actor.ts'
import { pageKey } from '../recording/page-key.ts'
import type { AuditEntry, Draft } from '../ports.ts'
import { aCase, anAuthority, at, type StoreOf } from './given.ts'

/** How users, drafts and the audit are kept. */
export function papersContract(storeOf: StoreOf): void {
  describe('users', () => {
    it('hold their roles in the order given, and one address is one user', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const team = await store.change(id, ({ addTeam }) => addTeam('Harbour'))
      const memberships = [
        { role: 'senior-practitioner', team: team.id },
        { role: 'quality-lead', team: null },
      ] as const
      const add = (name: string, email: string) =>
        store.change(id, ({ addUser }) => addUser({ name, email, memberships }))
      const [zed, ana] = [await add('Zed', 'zed@example.org'), await add('Ana', 'ana@example.org')]
      assert.deepEqual(ana, {
        authority: id,
        user: ana.user,
        name: 'Ana',
        email: 'ana@example.org',
        active: true,
        phone: null,
        memberships,
      })
      assert.deepEqual(await store.look(id, ({ users }) => users()), [ana, zed])
      assert.deepEqual(await store.look(id, ({ user }) => user(zed.user)), zed)
      assert.deepEqual(await store.look(id, ({ teams }) => teams()), [team])
      assert.deepEqual(await store.look(id, (one) => one.team(team.id)), team)
      assert.equal(await store.look((await anAuthority(store)).id, (one) => one.team(team.id)), null)
      await assert.rejects(add('Ana again', 'ANA@example.org'))
    })

    it('that may come to a family are its team, those of no team or of roles that are everywhere, and those named', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const [harbour, hill] = await store.change(id, async ({ addTeam }) => [
        await addTeam('Harbour'),
        await addTeam('Hill'),
      ])
      const add = async (name: string, role: StandardRole, team: string | null): Promise<string> => {
        const given = { name, email: `${name}@example.org`, memberships: [{ role, team }] }
        return (await store.change(id, ({ addUser }) => addUser(given))).user
      }
      await add('Hari', 'practitioner', harbour?.id ?? null)
      const hilda = await add('Hilda', 'practitioner', hill?.id ?? null)
      await add('Hugo', 'practitioner', hill?.id ?? null)
      await add('Duncan', 'duty-manager', hill?.id ?? null)
      await add('Petra', 'partner', null)
      const around = async (team: string | null, named: readonly string[]): Promise<readonly string[]> => {
        const family = { team, everywhere: ['duty-manager'], named } as const
        return (await store.look(id, ({ usersAround }) => usersAround(family))).map(({ name }) => name)
      }
      assert.deepEqual(await around(harbour?.id ?? '', []), ['Duncan', 'Hari', 'Petra'])
      assert.deepEqual(await around(harbour?.id ?? '', [hilda]), ['Duncan', 'Hari', 'Hilda', 'Petra'])
      assert.deepEqual(await around(null, []), ['Duncan', 'Hari', 'Hilda', 'Hugo', 'Petra'])
    })
  })

  describe('drafts', () => {
    it('are kept for each user and form until they are dropped', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { user } = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
      )
      const visit: Draft = {
        user,
        form: 'record-visit:7',
        values: { note: 'Half a', seen: ['zoe', 'max'] },
        savedAt: at('2026-03-02T10:00:00.250'),
        revision: 4,
      }
      const plan: Draft = { ...visit, form: 'plan:7', savedAt: at('2026-03-02T11:00'), revision: null }
      await store.change(id, async ({ saveDraft }) => {
        await saveDraft({ ...visit, values: {} })
        await saveDraft(plan)
        await saveDraft(visit)
      })
      assert.deepEqual(await store.look(id, ({ draft }) => draft(user, 'record-visit:7')), visit)
      assert.deepEqual(await store.look(id, ({ draftsOf }) => draftsOf(user)), [plan, visit])
      await store.change(id, ({ dropDraft }) => dropDraft(user, 'plan:7'))
      assert.equal(await store.look(id, ({ draft }) => draft(user, 'plan:7')), null)
      assert.deepEqual(await store.look(id, ({ draftsOf }) => draftsOf(user)), [visit])
    })

    it('are dropped by a page that has saved or shown them, and not by one that knows nothing of them', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { user } = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
      )
      const page = (opened: string, byte: number): string =>
        pageKey(at(opened), new Uint8Array(10).fill(byte))
      const [first, second] = [page('2026-03-02T10:00', 1), page('2026-03-02T10:01', 2)]
      const other = page('2026-03-02T10:30', 3)
      const draft = { user, values: {}, revision: null, savedAt: at('2026-03-02T10:15') }
      const save = (form: string, key: string): Promise<void> =>
        store.change(id, ({ saveDraft }) => saveDraft({ ...draft, form, page: key }))
      const left = async (): Promise<readonly string[]> =>
        (await store.look(id, ({ draftsOf }) => draftsOf(user))).map(({ form }) => form)
      const drop = (key: string): Promise<void> =>
        store.change(id, ({ dropDraft }) => dropDraft(user, 'note:7', key))
      await save('note:7', second)
      await save('note:7:tab-1', first)
      await save('plan:7', second)
      await drop(first)
      assert.deepEqual(await left(), ['note:7', 'plan:7'], 'its own is gone, the other tab’s is not')
      await drop(other)
      assert.deepEqual(await left(), ['plan:7'], 'it was opened afterwards, and had shown it')
      await save('note:7', second)
      await drop('a key of another making')
      assert.deepEqual(await left(), ['plan:7'])
    })
  })

  describe('a look at a case', () => {
    it('is noted once a visit, for each person and page', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Voss')
      const add = (name: string) =>
        store.change(id, ({ addUser }) => addUser({ name, email: `${name}@example.org`, memberships: [] }))
      const [ana, bo] = [(await add('Ana')).user, (await add('Bo')).user]
      const look = (user: string, page: string, time: string, since: string) =>
        store.change(id, ({ noteLook }) =>
          noteLook({ caseId: one.id, user, page, at: at(time), since: at(since) }),
        )
      assert.equal(await look(ana, 'overview', '2026-03-02T10:00', '2026-03-02T09:30'), true)
      assert.equal(await look(ana, 'overview', '2026-03-02T10:29', '2026-03-02T09:59'), false)
      assert.equal(await look(ana, 'people', '2026-03-02T10:29', '2026-03-02T09:59'), true)
      assert.equal(await look(bo, 'overview', '2026-03-02T10:29', '2026-03-02T09:59'), true)
      assert.equal(await look(ana, 'overview', '2026-03-02T10:30', '2026-03-02T10:00'), true)
      assert.equal(await look(ana, 'overview', '2026-03-02T10:45', '2026-03-02T10:15'), false)
    })
  })

  describe('the audit', () => {
    it('gives back what was written in it, the latest first', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const one = await aCase(store, id, 'Quill')
      const entry = (act: string, caseId: string | null): AuditEntry => ({
        at: at('2026-03-02T10:00:00.001'),
        user: null,
        act,
        caseId,
        detail: { event: 'e1', alone: true, seen: 2, why: null },
      })
      await store.change(id, async ({ audit, auditOf }) => {
        await audit(entry('saw', one.id))
        await audit(entry('signed in', null))
        assert.deepEqual(await auditOf(one.id, 5), [entry('saw', one.id)])
        await audit(entry('recorded', one.id))
      })
      assert.deepEqual(await store.look(id, ({ auditOf }) => auditOf(one.id, 5)), [
        entry('recorded', one.id),
        entry('saw', one.id),
      ])
      assert.equal((await store.look(id, ({ auditOf }) => auditOf(one.id, 1))).length, 1)
      await store.look(id, async ({ auditOf, auditKinds }) => {
        assert.deepEqual(await auditOf(one.id, 5, { offset: 1 }), [entry('saw', one.id)])
        assert.deepEqual(await auditOf(one.id, 5, { act: 'saw' }), [entry('saw', one.id)])
        assert.deepEqual(await auditOf(null, 5), [entry('signed in', null)])
        assert.deepEqual(await auditKinds(one.id), { users: [], acts: ['recorded', 'saw'] })
      })
      const { user } = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
      )
      const seen = { ...entry('saw', one.id), user }
      await store.change(id, ({ audit }) => audit(seen))
      await store.look(id, async ({ auditOf, auditKinds }) => {
        assert.deepEqual(await auditOf(one.id, 5, { user }), [seen])
        assert.deepEqual(await auditOf(one.id, 5, { user: 'no id' }), [])
        assert.deepEqual((await auditKinds(one.id)).users, [user])
      })
    })
  })
}
