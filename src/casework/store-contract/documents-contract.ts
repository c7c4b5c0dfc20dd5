import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CaseRecord } from '../case/case-record.ts'
import type { FormContent } from '../documents/stored-document.ts'
import type { Draft, Store } from '../ports.ts'
import { aCase, aDocument, anAuthority, anEvent, at, type StoreOf } from './given.ts'

type Given = {
  readonly store: Store
  readonly id: string
  readonly one: CaseRecord
  readonly user: string
}

const given = async (storeOf: StoreOf): Promise<Given> => {
  const store = storeOf()
  const { id } = await anAuthority(store)
  const one = await aCase(store, id, 'Quill')
  const { user } = await store.change(id, async ({ addUser, append }) => {
    await append(one.id, [anEvent('plan.agreed'), anEvent('letter.sent')])
    return addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] })
  })
  return { store, id, one, user }
}

const plan: FormContent = {
  kind: 'form',
  formVersion: 3,
  procedureVersion: '2026-01-01',
  sections: [
    {
      id: 'agreement',
      title: 'What we want',
      fields: [{ id: 'agreed', kind: 'yes-no', label: 'Agreed?', options: [], ends: null, fields: [] }],
    },
  ],
  answers: {
    agreed: true,
    worry: 3,
    actions: [{ what: 'Ring', by: '2026-03-09' }],
    child: { ada: { goal: 'Ease' } },
  },
  children: [{ id: 'ada', name: 'Ada', born: null }],
}

/** How forms that were handed in and letters are kept: only ever added to. */
export function documentsContract(storeOf: StoreOf): void {
  describe('documents', () => {
    it('are given back as they were written, version by version', async () => {
      const { store, id, one, user } = await given(storeOf)
      const letter = aDocument(user, { event: 'e2' })
      const form = aDocument(user, { id: 'd2', kind: 'form', template: 'plan', title: 'Plan', content: plan })
      const again = {
        ...form,
        version: 2,
        event: 'e2',
        writtenAt: at('2026-03-04T09:00'),
        content: { ...plan, answers: { agreed: false } },
      }
      await store.change(id, async ({ keepDocument }) => {
        for (const document of [letter, form, again]) await keepDocument(one.id, document)
      })
      const lines = await store.look(id, ({ documentsOf }) => documentsOf(one.id))
      assert.deepEqual(
        lines,
        [letter, form, again].map(({ content: _content, ...line }) => line),
      )
      await store.look(id, async ({ document, latestOf }) => {
        assert.deepEqual(await document(one.id, 'd2'), again)
        assert.deepEqual(await document(one.id, 'd2', 1), form)
        assert.deepEqual(await document(one.id, 'd1'), letter)
        assert.equal(await document(one.id, 'd3'), null)
        assert.equal(await document(one.id, 'd2', 3), null)
        assert.equal(await document('no case', 'd2'), null)
        assert.deepEqual(await latestOf(one.id, ['plan', 'visit']), [again])
      })
    })

    it('take each version once, and none without its event', async () => {
      const { store, id, one, user } = await given(storeOf)
      const keep = (more: Parameters<typeof aDocument>[1]) =>
        store.change(id, ({ keepDocument }) => keepDocument(one.id, aDocument(user, more)))
      await keep({})
      await assert.rejects(keep({ title: 'Another' }))
      await assert.rejects(keep({ id: 'd2', event: 'e9' }))
      assert.equal((await store.look(id, ({ documentsOf }) => documentsOf(one.id))).length, 1)
    })

    it('the latest of a form is the last one begun, however often an earlier one was changed', async () => {
      const { store, id, one, user } = await given(storeOf)
      const later = aDocument(user, { id: 'd10', title: 'Later' })
      await store.change(id, async ({ keepDocument }) => {
        await keepDocument(one.id, aDocument(user, { id: 'd9', version: 1 }))
        await keepDocument(one.id, later)
        await keepDocument(one.id, aDocument(user, { id: 'd9', version: 2 }))
      })
      assert.deepEqual(await store.look(id, ({ latestOf }) => latestOf(one.id, ['first-contact'])), [later])
    })

    it('what has been begun for a case is known for it, and for no other', async () => {
      const { store, id, one, user } = await given(storeOf)
      const other = await aCase(store, id, 'Reed')
      const draft = (form: string, savedAt: string): Draft => ({
        user,
        form,
        values: {},
        savedAt: at(savedAt),
        revision: null,
      })
      const form = draft(`form:${one.id}:plan`, '2026-03-02T10:00')
      const letter = draft(`letter:${one.id}:first-contact`, '2026-03-02T11:00')
      await store.change(id, async ({ saveDraft }) => {
        for (const saved of [
          form,
          letter,
          draft(`record:${one.id}:plan_agreed`, '2026-03-02T12:00'),
          draft(`form:${other.id}:plan`, '2026-03-02T12:00'),
        ])
          await saveDraft(saved)
      })
      const begun = (of: string) => store.look(id, ({ begunFor }) => begunFor(of))
      const seen = [letter, form].map(({ user: who, form: name, savedAt }) => ({
        user: who,
        form: name,
        savedAt,
      }))
      assert.deepEqual(await begun(one.id), seen)
      assert.deepEqual(await begun('no case'), [])
    })
  })
}
