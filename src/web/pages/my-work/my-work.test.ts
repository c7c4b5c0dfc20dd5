import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { knownFamily } from '../../testing/known-family.ts'
import { words } from '../../testing/words.ts'

describe('my work', () => {
  it('says what is overdue first, how late it is, for whom and why, with the way to record it', async () => {
    const family = await knownFamily()
    family.place.set('2026-04-16T09:00')
    const worker = await family.as('practitioner')
    const { body } = await worker.get('/my-work')
    const said = words(body)
    assert.match(said, /Overdue 3/)
    assert.match(said, /Next home visit Overdue was due Tue 31 March 2026, 10 working days late/)
    assert.match(said, /Child seen for Ada Marlow Overdue was due Tue 14 April 2026, 2 working days late/)
    assert.match(said, /Child seen for Ben Marlow/)
    assert.ok(body.includes(`href="/cases/${family.id}"`))
    assert.ok(body.includes(`href="/cases/${family.id}/record/visit.made"`))
    assert.ok(body.includes(`href="/cases/${family.id}/procedure#NS-5-2"`))
    assert.ok(said.indexOf('Overdue 3') < said.indexOf('Later, or without a limit'))
  })

  it('puts what is due on the day itself under its own heading', async () => {
    const family = await knownFamily()
    family.place.set('2026-03-31T09:00')
    const worker = await family.as('practitioner')
    assert.match(
      words((await worker.get('/my-work')).body),
      /Due today 1 .*Next home visit .*due Tue 31 March 2026, today/,
    )
  })

  it('has what is aimed for this week among what is due this week, and says that it has no limit', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const said = words((await worker.get('/my-work')).body)
    assert.match(
      said,
      /Due in the next 7 days 2 .*First Team Around the Family meeting aim for Tue 31 March 2026, in 2 working days; no time limit .*Later, or without a limit 2/,
    )
  })

  it('folds away what can wait where something cannot, and leads to the families for whom nothing is due', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const later = async () => {
      const { body } = await worker.get('/my-work')
      assert.match(body, /href="\/families">See all your families/)
      return body.slice(body.indexOf('id="later"'), body.indexOf('See all your families'))
    }
    assert.match(await later(), /Show them<span class="govuk-visually-hidden">: Later, or without a limit/)
    family.place.set('2026-03-18T09:00')
    assert.doesNotMatch(await later(), /Show them/)
  })

  it('shows each role what is theirs to do', async () => {
    const family = await knownFamily()
    const manager = await family.as('manager')
    const said = words((await manager.get('/my-work')).body)
    assert.match(said, /First discussion of the case/)
    assert.doesNotMatch(said, /Next home visit/)
  })

  it('says what to do when nothing is waiting', async () => {
    const family = await knownFamily()
    const other = await family.as('practitioner', 1)
    const { statusCode, body } = await other.get('/my-work')
    assert.equal(statusCode, 200)
    assert.match(body, /Nothing is waiting for you/)
    assert.doesNotMatch(body, /Marlow/)
  })

  it('leads back to what was begun and not finished', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    await worker.get(`/cases/${family.id}/record/visit.made`)
    const form = `record:${family.id}:visit_made`
    await worker.send(`/drafts/${encodeURIComponent(form)}`, { 'f-purpose': 'to talk' })
    const { body } = await worker.get('/my-work')
    assert.match(words(body), /Not finished yet Visit, Marlow saved Friday 27 March 2026 at 9am/)
    const manager = await family.as('manager')
    assert.doesNotMatch((await manager.get('/my-work')).body, /Not finished yet/)
  })
})
