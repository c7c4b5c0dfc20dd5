import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeDay } from '#calendar/day.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
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
    assert.match(
      said,
      /Child seen again for Ada Marlow Overdue was due Tue 14 April 2026, 2 working days late/,
    )
    assert.match(said, /Child seen again for Ben Marlow/)
    assert.ok(body.includes(`href="/cases/${family.id}"`))
    assert.ok(body.includes(`href="/cases/${family.id}/record/visit.made"`))
    assert.ok(body.includes(`href="/cases/${family.id}/procedure/NS-5.2"`))
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

  it('has the referrals that are in no team for who answers for them, and why they do', async () => {
    const family = await knownFamily()
    const { place } = family
    await place.store.change(place.id, (store) => store.setCase(family.id, { team: null, worker: null }))
    const listOf = async (role: 'manager' | 'service-manager' | 'practitioner', team: 0 | 1) =>
      words((await (await family.as(role, team)).get('/my-work')).body)
    assert.match(
      await listOf('manager', 1),
      /Referrals in no team 1 No team has these in its tray\. They are on the list of every manager\. .*Marlow NS-0001 Waiting .* since Monday 2 March 2026 at 10am\. Give to a worker/,
    )
    assert.match(await listOf('manager', 1), /1 in no team/)
    await place.store.change(place.id, (store) =>
      store.setDuty(makeDay(2026, 3, 27), place.as('manager', 0).user),
    )
    assert.match(await listOf('manager', 0), /You are on duty today, so they are on your list\./)
    assert.match(
      await listOf('service-manager', 0),
      /manager of East is on duty today and has them as well\./,
    )
    for (const [role, team] of [
      ['manager', 1],
      ['practitioner', 1],
    ] as const)
      assert.doesNotMatch(await listOf(role, team), /in no team|Marlow/)
    const manager = await family.as('manager')
    assert.match(words((await manager.get('/referrals')).body), /1 child, in no team|children, in no team/)
    assert.deepEqual(await problemsIn((await manager.get('/my-work')).body), [])
  })

  it('says what to do when nothing is waiting', async () => {
    const family = await knownFamily()
    const other = await family.as('practitioner', 1)
    const { statusCode, body } = await other.get('/my-work')
    assert.equal(statusCode, 200)
    assert.match(body, /Nothing is due from you/)
    assert.match(words(body), /A family that waits for a decision or a worker stands under Referrals/)
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
