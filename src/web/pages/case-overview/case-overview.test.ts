import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

const overviewAt = async (role: 'practitioner' | 'quality-lead', at = '2026-03-27T09:00') => {
  const family = await knownFamily()
  family.place.set(at)
  const { body } = await (await family.as(role)).get(`/cases/${family.id}`)
  return { family, body, said: words(body) }
}

describe('the overview of a family', () => {
  it('says where the case stands in the procedure', async () => {
    const { body, said } = await overviewAt('practitioner')
    assert.match(said, /NS-0001 Marlow/)
    assert.match(said, /Step 6 of 9: Team Around the Family meeting/)
    assert.match(body, /aria-current="step"/)
  })

  it('says what is due, why, and leads to where it is recorded', async () => {
    const { family, body, said } = await overviewAt('practitioner', '2026-04-02T09:00')
    assert.match(said, /Overdue 1 Next home visit Overdue was due Tue 31 March 2026, 2 working days late/)
    assert.match(said, /10 working days after the visit on Tue 17 March 2026/)
    assert.ok(body.includes(`href="/cases/${family.id}/record/visit.made"`))
  })

  it('says whose a thing is that is not the reader’s, and offers the reader’s own to record first', async () => {
    const offered = (body: string) =>
      words(body.slice(body.indexOf('class="app-do"'), body.indexOf('Record something else')))
    const own = await overviewAt('practitioner', '2026-05-28T09:00')
    assert.match(own.said, /First discussion of the case Overdue was due [^.]*? For: Early Help manager Why/)
    assert.doesNotMatch(own.said, /Next home visit Overdue was due [^.]*? late For:/)
    assert.match(offered(own.body), /> Record Visit /)
    const { family } = own
    const managers = await (await family.as('manager')).get(`/cases/${family.id}`)
    assert.match(words(managers.body), /Next home visit Overdue was due [^.]*? For: Practitioner Why/)
    assert.doesNotMatch(words(managers.body), /First discussion of the case Overdue [^.]*? late For:/)
  })

  it('shows each child with age, when last seen, and when seen alone', async () => {
    const { said } = await overviewAt('practitioner')
    assert.match(
      said,
      /Ada Marlow aged 10 Last seen Tue 17 March 2026, 10 days ago Seen alone Tue 17 March 2026, 10 days ago/,
    )
    assert.match(said, /Ben Marlow aged 6 Last seen Tue 17 March 2026, 10 days ago Seen alone not yet/)
  })

  it('says what stands in the way of closing and what the worker should ask', async () => {
    const { said } = await overviewAt('practitioner')
    assert.match(said, /What stands in the way of closing \(4\)/)
    assert.match(said, /sign-off by the manager NS-9\.2 Record it: Closing signed off/i)
    assert.match(said, /Ask yourself .*Something significant has changed/)
  })

  it('leads to giving the family to a worker only those who may', async () => {
    const service = await smallService()
    const { place } = service
    const id = await refer(place, '2026-03-02T10:00')
    place.set('2026-03-03T09:00')
    const data = { outcome: 'accepted', tier: 3 }
    const said = [{ type: 'decision.made', at: moment('2026-03-03T09:00'), data }]
    await record(place.deps, place.as('manager'), { caseId: id, key: 'decision', said, reason: null })
    const address = `href="/cases/${id}/allocate"`
    assert.ok((await (await service.as('manager')).get(`/cases/${id}`)).body.includes(address))
    const support = await (await service.as('business-support')).get(`/cases/${id}`)
    assert.match(words(support.body), /Family allocated, with direction due/)
    assert.ok(!support.body.includes(address))
  })

  it('does not count what closing for some reasons alone would need', async () => {
    const service = await smallService('family-work')
    const id = await refer(service.place, '2026-03-02T10:00')
    const said = words((await (await service.as('manager')).get(`/cases/${id}`)).body)
    assert.match(said, /What stands in the way of closing \(1\) .*the closing summary FW-C5/)
    assert.match(said, /What closing for some reasons would still need .*\(reason non-engagement\)/)
  })

  it('shows the latest five, not what was taken back, and who works with the family', async () => {
    const { said } = await overviewAt('practitioner')
    const latest = said.slice(said.indexOf('Latest'))
    assert.match(latest, /^Latest Note Fri 20 March 2026, written down by practitioner of East Visit/)
    assert.match(latest, /Given to a worker/)
    assert.doesNotMatch(latest, /Decision about the referral/)
    assert.match(said, /Worker practitioner of East Team East Opened Monday 2 March 2026/)
  })

  it('leads nobody to a recording who may not record', async () => {
    const { body } = await overviewAt('quality-lead')
    assert.match(body, /Next home visit/)
    assert.doesNotMatch(body, /\/record/)
  })

  it('offers what is to be recorded next, one button for each page', async () => {
    const { body } = await overviewAt('practitioner', '2026-06-01T09:00')
    const offered = body.slice(body.indexOf('id="do"'), body.indexOf('Record something else'))
    const pages = [...offered.matchAll(/href="[^"]*\/record\/([^"?]*)/g)].map(([, type]) => type)
    assert.ok(pages.includes('visit.made'), 'a child is seen at a visit')
    assert.equal(new Set(pages).size, pages.length)
    assert.ok(!pages.includes('child.seen'))
  })

  it('lets a manager move a date, and nobody else', async () => {
    const family = await knownFamily()
    const manager = await family.as('manager')
    const { body } = await manager.get(`/cases/${family.id}`)
    const [, move] = /href="([^"]*)">Move the date</.exec(body) ?? []
    assert.ok(move)
    assert.equal((await manager.get(move)).statusCode, 200)
    const worker = await family.as('practitioner')
    assert.doesNotMatch((await worker.get(`/cases/${family.id}`)).body, /Move the date/)
  })

  it('has no link that leads nowhere', async () => {
    const family = await knownFamily()
    for (const role of ['practitioner', 'manager'] as const) {
      const somebody = await family.as(role)
      for (const page of [`/cases/${family.id}`, '/my-work', `/cases/${family.id}/timeline`]) {
        const { body } = await somebody.get(page)
        const inside = [...body.matchAll(/href="(\/(?!assets)[^"#]*)/g)].map(([, path = '']) => path)
        for (const path of new Set(inside))
          assert.ok((await somebody.get(path)).statusCode < 400, `${role}, ${page}: ${path}`)
      }
    }
  })

  it('is noted in the audit', async () => {
    const { family } = await overviewAt('practitioner')
    const [last] = await family.place.store.look(family.place.id, (all) => all.auditOf(family.id, 1))
    assert.equal(last?.act, 'looked at')
    assert.deepEqual(last?.detail, { page: 'overview' })
    assert.equal(last?.user, family.place.as('practitioner').user)
  })
})
