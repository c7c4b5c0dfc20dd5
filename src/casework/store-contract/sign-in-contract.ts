import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Store } from '../ports.ts'
import { anAuthority, at, type StoreOf } from './given.ts'

const minute = 60_000
const ten = at('2026-03-02T10:00')

const aUser = async (store: Store, authority: string, email = 'ana@example.org'): Promise<string> => {
  const added = await store.change(authority, ({ addUser }) =>
    addUser({ name: 'Ana', email, memberships: [] }),
  )
  return added.user
}

/** How passwords, codes, links, attempts and what providers call people are kept. */
export function signInContract(storeOf: StoreOf): void {
  describe('how somebody signs in', () => {
    it('is found by their address in whichever case, in their authority alone', async () => {
      const store = storeOf()
      const [{ id }, other] = [await anAuthority(store), await anAuthority(store)]
      const user = await aUser(store, id, 'Ana.Reed@example.org')
      assert.equal(await store.look(id, (all) => all.userOfEmail('ana.reed@EXAMPLE.org')), user)
      assert.equal(await store.look(id, (all) => all.userOfEmail('ana')), null)
      assert.equal(await store.look(other.id, (all) => all.userOfEmail('ana.reed@example.org')), null)
    })

    it('is one password and one app, of which a code counts once and no earlier one after it', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const user = await aUser(store, id)
      const first = { user, passwordHash: 'h1', sealedCodeSecret: 's1', lastStep: null }
      assert.equal(await store.look(id, (all) => all.credentialOf(user)), null)
      assert.equal(await store.change(id, (all) => all.takeStep(user, 7)), false)
      await store.change(id, (all) => all.setCredential(first))
      assert.deepEqual(await store.look(id, (all) => all.credentialOf(user)), first)
      const takes = async (step: number) => store.change(id, (all) => all.takeStep(user, step))
      assert.deepEqual(
        [await takes(7), await takes(7), await takes(6), await takes(8)],
        [true, false, false, true],
      )
      await store.change(id, (all) => all.setPasswordHash(user, 'h2'))
      const changed = { ...first, passwordHash: 'h2', lastStep: 8 }
      assert.deepEqual(await store.look(id, (all) => all.credentialOf(user)), changed)
      const again = { ...first, passwordHash: 'h3', sealedCodeSecret: 's3' }
      await store.change(id, (all) => all.setCredential(again))
      assert.deepEqual(await store.look(id, (all) => all.credentialOf(user)), again)
    })

    it('is a recovery code only once, and not with one that was replaced', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const user = await aUser(store, id)
      const takes = (digest: string) => store.change(id, (all) => all.takeRecoveryCode(user, digest, ten))
      await store.change(id, (all) => all.setRecoveryCodes(user, ['old']))
      await store.change(id, (all) => all.setRecoveryCodes(user, ['one', 'two']))
      assert.equal(await takes('old'), false)
      assert.equal(await takes('one'), true)
      assert.equal(await takes('one'), false)
      assert.equal(await store.look(id, (all) => all.recoveryCodesLeft(user)), 1)
    })

    it('is whom a provider names, each once', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const [ana, ben] = [await aUser(store, id), await aUser(store, id, 'ben@example.org')]
      const subject = { issuer: 'https://id.example.org', subject: '17' }
      assert.equal(await store.look(id, (all) => all.userOfSubject(subject)), null)
      await store.change(id, (all) => all.linkSubject(ana, subject))
      assert.equal(await store.look(id, (all) => all.userOfSubject(subject)), ana)
      assert.equal(await store.look(id, (all) => all.userOfSubject({ ...subject, subject: '18' })), null)
      assert.equal(await store.look(id, (all) => all.subjectOf(ana, subject.issuer)), '17')
      assert.equal(await store.look(id, (all) => all.subjectOf(ben, subject.issuer)), null)
      assert.equal(await store.look(id, (all) => all.subjectOf(ana, 'https://other.example.org')), null)
      await assert.rejects(store.change(id, (all) => all.linkSubject(ben, subject)))
      await assert.rejects(store.change(id, (all) => all.linkSubject(ana, { ...subject, subject: '18' })))
      await store.change(id, (all) => all.linkSubject(ben, { ...subject, subject: '19' }))
      await store.change(id, (all) => all.unlinkSubjects(ana))
      assert.equal(await store.look(id, (all) => all.userOfSubject(subject)), null)
      await store.change(id, (all) => all.linkSubject(ana, { ...subject, subject: '18' }))
      assert.equal(await store.look(id, (all) => all.userOfSubject({ ...subject, subject: '19' })), ben)
    })
  })

  describe('links', () => {
    it('work once, until their time is over', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const user = await aUser(store, id)
      const until = at('2026-03-02T11:00')
      const link = { digest: 'd1', user, kind: 'invitation', until } as const
      await store.change(id, (all) => all.keepLink(link, ten))
      assert.deepEqual(await store.look(id, (all) => all.link('d1')), { ...link, used: false, chosen: null })
      assert.equal(await store.look(id, (all) => all.link('d2')), null)
      const chosen = { passwordHash: 'h', sealedCodeSecret: 's' }
      await store.change(id, (all) => all.setChosen('d1', chosen))
      assert.deepEqual(await store.look(id, (all) => all.link('d1')), { ...link, used: false, chosen })
      assert.equal(await store.change(id, (all) => all.takeLink('d1', until)), false)
      const both = await Promise.all([
        store.change(id, (all) => all.takeLink('d1', ten)),
        store.change(id, (all) => all.takeLink('d1', ten)),
      ])
      assert.deepEqual(both.toSorted(), [false, true])
      assert.deepEqual(await store.look(id, (all) => all.link('d1')), { ...link, used: true, chosen: null })
    })

    it('are thrown away with all of their user, and when they are past', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const [ana, ben] = [await aUser(store, id), await aUser(store, id, 'ben@example.org')]
      const keep = (digest: string, user: string, until: string, now: string) =>
        store.change(id, (all) => all.keepLink({ digest, user, kind: 'password', until: at(until) }, at(now)))
      await keep('past', ana, '2026-03-02T11:00', '2026-03-02T10:00')
      await keep('his', ben, '2026-03-02T11:00', '2026-03-02T10:00')
      await keep('next', ana, '2026-03-02T13:00', '2026-03-02T12:00')
      const there = async (digest: string) => (await store.look(id, (all) => all.link(digest))) !== null
      assert.deepEqual([await there('past'), await there('his'), await there('next')], [false, true, true])
      await store.change(id, (all) => all.dropLinks(ana))
      assert.deepEqual([await there('his'), await there('next')], [true, false])
    })
  })

  describe('attempts', () => {
    it('are counted from the first for a time, each for itself', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const count = (about: string, time: string) =>
        store.change(id, (all) => all.countAttempt(about, at(`2026-03-02T${time}`), 15 * minute))
      assert.deepEqual(await count('ana', '10:00'), { count: 1, since: ten })
      assert.deepEqual(await count('ana', '10:14'), { count: 2, since: ten })
      assert.deepEqual(await count('ben', '10:14'), { count: 1, since: at('2026-03-02T10:14') })
      await store.change(id, (all) => all.takeBackAttempt('ana'))
      assert.deepEqual(await count('ana', '10:14'), { count: 2, since: ten })
      assert.deepEqual(await count('ana', '10:15'), { count: 1, since: at('2026-03-02T10:15') })
      assert.deepEqual(await count('ben', '10:20'), { count: 2, since: at('2026-03-02T10:14') })
      await store.change(id, (all) => all.forgetAttempts('ben'))
      assert.deepEqual(await count('ben', '10:21'), { count: 1, since: at('2026-03-02T10:21') })
    })

    it('that come at once are not one', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const counts = await Promise.all(
        Array.from({ length: 5 }, () =>
          store.change(id, async (all) => (await all.countAttempt('ana', ten, minute)).count),
        ),
      )
      assert.deepEqual(
        counts.toSorted((a, b) => a - b),
        [1, 2, 3, 4, 5],
      )
    })
  })
}
