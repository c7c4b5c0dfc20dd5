import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StandardRole } from '#casework/access/actor.ts'
import { boxes } from '../../testing/boxes.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { words } from '../../testing/words.ts'

/** The entries of the family: e1 referral, e2 decision, e3 allocation, e4 to e7 the work of its practitioner. */
const all = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7']

const offered: readonly (readonly [role: StandardRole, entries: readonly string[]])[] = [
  ['practitioner', ['e1', 'e4', 'e5', 'e6', 'e7']],
  ['manager', all],
  ['business-support', ['e1', 'e4', 'e5', 'e6', 'e7']],
  ['quality-lead', []],
]

describe('what may be changed on a timeline', () => {
  it('is offered to whoever may change it, and to nobody else', async () => {
    const { as, id } = await knownFamily()
    for (const [role, entries] of offered) {
      const { body } = await (await as(role)).get(`/cases/${id}/timeline`)
      const ways = (way: string): readonly string[] =>
        all.filter((event) => body.includes(`href="/cases/${id}/entries/${event}/${way}"`))
      assert.deepEqual(ways('correct'), entries, role)
      assert.deepEqual(ways('take-back'), entries, role)
    }
  })

  it('is answered as it is offered, when it is opened and when it is sent', async () => {
    for (const [role, entries] of offered)
      for (const event of all) {
        const { as, id } = await knownFamily()
        const who = await as(role)
        const page = await who.get(`/cases/${id}/entries/${event}/correct`)
        assert.equal(page.statusCode, entries.includes(event) ? 200 : 403, `${role} ${event}`)
        if (page.statusCode !== 200) continue
        const fields = { ...boxes(page.body), 'at-time': '8:10', why: 'The time was wrong', knowing: 'yes' }
        const sent = await who.send('', fields)
        assert.equal(sent.statusCode, 303, `${role} ${event}: ${words(sent.body)}`)
      }
  })

  it('does not offer the correction of a decision of others, nor takes it', async () => {
    const { as, id, place } = await knownFamily()
    const manager = await as('manager')
    const { body } = await manager.get(`/cases/${id}/entries/e2/correct`)
    const worker = await as('practitioner')
    const fields = { ...boxes(body), 'at-time': '8:10', why: 'The time was wrong' }
    const { body: own } = await worker.get(`/cases/${id}/entries/e1/correct`)
    const csrf = /name="_csrf" value="([^"]*)"/.exec(own)?.[1] ?? ''
    for (const way of ['correct', 'take-back']) {
      const sent = await worker.post(`/cases/${id}/entries/e2/${way}`, { ...fields, _csrf: csrf })
      assert.equal(sent.statusCode, 403, way)
    }
    const one = await place.store.look(place.id, (store) => store.caseById(id))
    assert.equal(one?.events.length, 9)
  })
})
