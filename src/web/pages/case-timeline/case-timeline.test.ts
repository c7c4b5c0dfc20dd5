import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { words } from '../../testing/words.ts'

const family = await knownFamily()

const timeline = async (query = ''): Promise<{ readonly body: string; readonly said: string }> => {
  const worker = await family.as('practitioner')
  const { statusCode, body } = await worker.get(`/cases/${family.id}/timeline${query}`)
  assert.equal(statusCode, 200)
  return { body, said: words(body) }
}

describe('the timeline of a family', () => {
  it('has everything that happened, the latest first, with the children by name', async () => {
    const { said } = await timeline()
    assert.match(said, /8 entries, the latest first/)
    assert.match(said, /Visit Tuesday 17 March 2026 at 4pm .*Seen Ada Marlow \(alone\); Ben Marlow/)
    assert.ok(said.indexOf('Saturday 21 March 2026') < said.indexOf('Friday 20 March 2026'))
    assert.ok(said.indexOf('Friday 20 March 2026') < said.indexOf('Referral Monday 2 March 2026 at 10am'))
  })

  it('shows the children’s own words first, and what people wrote as text', async () => {
    const { body, said } = await timeline('?kind=visit.made')
    assert.match(said, /What the children said and showed Ada: “I like it when Mum laughs.” What happened/)
    assert.match(body, /&lt;b&gt;The kitchen&lt;\/b&gt;/)
    assert.doesNotMatch(body, /<b>/)
  })

  it('says who wrote it down, and what was taken back by whom and why', async () => {
    const { said } = await timeline()
    assert.match(
      said,
      /Note Taken back Saturday 21 March 2026 at 10am .*Taken back by practitioner of East, Practitioner on Monday 23 March 2026 at 9am: It was about another family/,
    )
    assert.match(said, /Written down by manager of East, Early Help manager/)
  })

  it('can be held to one kind, or to what was marked significant', async () => {
    const notes = await timeline('?kind=note.recorded')
    assert.match(notes.said, /2 entries/)
    assert.match(notes.body, /<option value="note.recorded" selected>Note<\/option>/)
    const significant = await timeline('?significant=yes')
    assert.match(significant.said, /1 entry/)
    assert.match(significant.said, /Note Significant Friday 20 March 2026/)
    assert.match((await timeline('?kind=case.closed')).said, /Nothing of this kind is on record/)
    assert.match((await timeline('?kind=%3Cscript%3E&page=-1')).said, /8 entries/)
  })

  it('can be held to somebody whom entries name, to who wrote them down, and to the last weeks', async () => {
    const one = await family.place.store.look(family.place.id, (all) => all.caseById(family.id))
    const ben = one?.people.find(({ id }) => id === 'ben')?.personId ?? ''
    const about = await timeline(`?about=${ben}`)
    assert.match(about.said, /2 entries/)
    assert.match(about.said, /Visit Tuesday 17 March 2026/)
    assert.doesNotMatch(about.body, /\?about=ben/)
    const manager = family.place.as('manager').user
    assert.match((await timeline(`?by=${manager}`)).said, /3 entries/)
    assert.match((await timeline(`?by=${manager}&about=${ben}`)).said, /Nothing of this kind is on record/)
    family.place.set('2026-04-10T09:00')
    const lately = await timeline('?days=28')
    family.place.set('2026-03-27T09:00')
    assert.match(lately.said, /3 entries/)
    assert.doesNotMatch(lately.said, /Contact with the family Monday 9 March/)
  })

  it('shows a correction, with what is known now', async () => {
    const one = await knownFamily()
    const said = [
      {
        type: 'event.corrected',
        at: moment('2026-03-27T09:00'),
        data: { of: 'e6', at: '2026-03-16T16:00', reason: 'Wrong day' },
      },
    ]
    const by = one.place.as('practitioner')
    const result = await record(one.place.deps, by, { caseId: one.id, key: 'put right', said, reason: null })
    assert.equal(result.kind, 'recorded')
    const worker = await one.as('practitioner')
    const shown = words((await worker.get(`/cases/${one.id}/timeline`)).body)
    assert.match(shown, /Visit Monday 16 March 2026 at 4pm/)
    assert.match(
      shown,
      /Corrected by practitioner of East, Practitioner on Friday 27 March 2026 at 9am: Wrong day/,
    )
  })

  it('comes a page at a time', async () => {
    const one = await knownFamily()
    const by = one.place.as('practitioner')
    const said = Array.from({ length: 40 }, (_, i) => ({
      type: 'note.recorded',
      at: moment(`2026-03-25T${String(8 + Math.floor(i / 4)).padStart(2, '0')}:${15 * (i % 4) || '00'}`),
      data: { kind: `note ${i}` },
    }))
    await record(one.place.deps, by, { caseId: one.id, key: 'many notes', said, reason: null })
    const worker = await one.as('practitioner')
    const first = words((await worker.get(`/cases/${one.id}/timeline?kind=note.recorded`)).body)
    assert.match(first, /42 entries/)
    assert.match(first, /note 39\b/)
    assert.doesNotMatch(first, /note 9\b/)
    const { body } = await worker.get(`/cases/${one.id}/timeline?kind=note.recorded&page=2`)
    assert.match(words(body), /note 9\b/)
    assert.match(body, /href="\/cases\/[^"]*\/timeline\?kind=note.recorded&amp;page=1"/)
  })
})
