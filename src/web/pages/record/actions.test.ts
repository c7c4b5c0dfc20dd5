import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

const at = (day: string, month: string, time: string) => ({
  'at-day': day,
  'at-month': month,
  'at-year': '2026',
  'at-time': time,
})

/** A family with a plan of three actions on Monday 16 March 2026 and one more on Friday 20 March; it is Thursday 26 March. */
const withPlan = async (procedure: string) => {
  const service = await smallService(procedure)
  const { place } = service
  const caseId = await refer(place, '2026-03-02T10:00')
  const say = async (type: string, when: string, data: Data) => {
    place.set(when)
    const said = [{ type, at: moment(when), data }]
    const asked = { caseId, key: `${type} ${when}`, said, reason: 'The family could not wait' }
    assert.equal((await record(place.deps, place.as('manager'), asked)).kind, 'recorded')
  }
  await say('plan.agreed', '2026-03-16T10:30', {
    actions: [
      { what: 'Quiet hour before bed', who: 'Mo', by: '2026-03-20' },
      { what: 'Sleep clinic', who: 'school nurse', by: '2026-07-17' },
      { what: 'Buy a clock' },
    ],
  })
  await say('action.added', '2026-03-20T09:00', {
    actions: [{ what: 'Ring the school', who: 'Ana', by: '2026-03-27' }],
  })
  place.set('2026-03-26T09:00')
  const stored = async () => (await place.store.look(place.id, (all) => all.caseById(caseId)))?.events ?? []
  const plan = (await stored()).find(({ type }) => type === 'plan.agreed')?.id ?? ''
  const worker = place.as('practitioner').user
  await place.store.change(place.id, (all) => all.setCase(caseId, { worker }))
  const manager = await service.as('manager')
  const path = `/cases/${caseId}/record/action.completed`
  const completed = async () =>
    (await stored()).filter(({ type }) => type === 'action.completed').map(({ data }) => data)
  return {
    service,
    manager,
    path,
    plan,
    say,
    completed,
    overview: `/cases/${caseId}`,
    list: `/cases/${caseId}/record`,
  }
}

const chosenOn = (body: string): readonly string[] =>
  [...body.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
    .filter(([box]) => /\schecked/.test(box))
    .map(([box]) => /value="([^"]*)"/.exec(box)?.[1] ?? '')

describe('recording that an action was completed', () => {
  it('offers the open actions: what, who, by when and from which plan, what is due first before the others', async () => {
    const { manager, path } = await withPlan('partner-pathway')
    const { body } = await manager.get(path)
    assert.match(
      words(body),
      /Which actions were completed\? Choose all that were\. Quiet hour before bed Mo, was due Friday 20 March 2026\. From: Support plan agreed, Monday 16 March 2026\. Ring the school Ana, by Friday 27 March 2026\. From: Actions added to the support plan, Friday 20 March 2026\. Sleep clinic School nurse, by Friday 17 July 2026\. .* Buy a clock From: Support plan agreed, Monday 16 March 2026\. or Something else/,
    )
    assert.doesNotMatch(words(body), /Which one does it belong to/)
    assert.deepEqual(await problemsIn(body), [])
  })

  it('closes what was chosen, several at once, each by its own words', async () => {
    const { manager, path, plan, completed, overview } = await withPlan('partner-pathway')
    await manager.get(path)
    const chosen = { 'f-what': [`${plan}-1`, `${plan}-3`], 'f-account': 'Both went well' }
    const sent = await manager.send('', { ...at('25', '3', '4pm'), ...chosen })
    assert.equal(sent.statusCode, 303)
    assert.deepEqual(await completed(), [
      { what: 'Quiet hour before bed', who: 'Mo', account: 'Both went well' },
      { what: 'Buy a clock' },
    ])
    const after = words((await manager.get(overview)).body)
    assert.doesNotMatch(after, /Carry out the action: (?:Quiet hour|Buy a clock)/)
    assert.match(after, /Carry out the action: Sleep clinic/)
    const { body } = await manager.get(path)
    assert.doesNotMatch(body, /Quiet hour before bed<\/label>/)
  })

  it('is opened from what is due with the right action chosen', async () => {
    const { manager, plan, overview } = await withPlan('partner-pathway')
    const { body } = await manager.get(overview)
    const [, href = ''] =
      /href="([^"]*action\.completed[^"]*)">(?:<[^>]*>)*Carry out the action: Sleep clinic/.exec(body) ?? []
    assert.equal(href.split('?')[1], `of=${plan}-2`)
    assert.deepEqual(chosenOn((await manager.get(href)).body), [`${plan}-2`])
  })

  it('is opened from the worker’s list, which tells the actions apart, with the right one chosen', async () => {
    const { service, plan, path } = await withPlan('partner-pathway')
    const worker = await service.as('practitioner')
    const { body } = await worker.get('/my-work')
    const links = [...body.matchAll(/href="([^"]*action\.completed[^"]*)">([^<]*)</g)].map(
      ([, href = '', text = '']) => [text, href] as const,
    )
    const ways = new Map(links)
    assert.equal(ways.get('Carry out the action: Quiet hour before bed'), `${path}?of=${plan}-1`)
    assert.equal(ways.get('Carry out the action: Buy a clock'), `${path}?of=${plan}-3`)
    const page = await worker.get(ways.get('Carry out the action: Sleep clinic') ?? '')
    assert.deepEqual(chosenOn(page.body), [`${plan}-2`])
  })

  it('stands once among what is expected, with each of the actions', async () => {
    const { manager, list } = await withPlan('partner-pathway')
    const { body } = await manager.get(list)
    const next = words(body.slice(body.indexOf('Expected next'), body.indexOf('Everything else')))
    assert.equal(next.match(/Action completed/g)?.length, 1)
    assert.match(next, /Carry out the action: Ring the school, by Friday 27 March 2026/)
    assert.match(next, /Carry out the action: Buy a clock/)
  })

  it('closes an action that was typed in its own words, and says so where words are another thing', async () => {
    const { manager, path, completed } = await withPlan('partner-pathway')
    const { body } = await manager.get(path)
    assert.match(words(body), /It stands in no plan\. The actions above stay open\./)
    const typed = { ...at('25', '3', '4pm'), 'f-what': 'another' }
    assert.equal((await manager.send('', { ...typed, 'f-what-other': ' sleep  CLINIC' })).statusCode, 303)
    await manager.get(path)
    const other = { 'f-what-other': 'Fixed the door', 'f-what-who': 'Ana' }
    assert.equal((await manager.send('', { ...typed, ...other })).statusCode, 303)
    assert.deepEqual(await completed(), [
      { what: 'Sleep clinic', who: 'school nurse' },
      { what: 'Fixed the door', who: 'Ana' },
    ])
  })

  it('says what is wrong and keeps what was typed', async () => {
    const { manager, path, plan, completed } = await withPlan('partner-pathway')
    const wrong = async (sent: Record<string, string>) => {
      await manager.get(path)
      const { body, statusCode } = await manager.send('', { 'f-account': 'It went well', ...sent })
      assert.equal(statusCode, 422)
      assert.match(body, /It went well/)
      return words(body)
    }
    const when = at('25', '3', '4pm')
    assert.match(await wrong(when), /There is a problem Choose the actions that were completed/)
    assert.match(await wrong({ ...when, 'f-what': 'another' }), /Enter what was done/)
    assert.match(
      await wrong({ ...when, 'f-what': 'e77-1' }),
      /One of the actions that you chose is no longer open/,
    )
    assert.match(
      await wrong({ ...at('16', '3', '10am'), 'f-what': `${plan}-2` }),
      /“Sleep clinic” was agreed .*16 March 2026.* Enter a time after that/,
    )
    assert.deepEqual(await completed(), [])
  })

  it('is recorded once where the same page is sent twice', async () => {
    const { manager, path, plan, completed } = await withPlan('partner-pathway')
    const { body } = await manager.get(path)
    const sent = { ...at('25', '3', '4pm'), 'f-what': [`${plan}-1`, `${plan}-2`] }
    const first = await manager.send('', sent, body)
    const second = await manager.send('', sent, body)
    assert.deepEqual([first.statusCode, second.statusCode], [303, 303])
    assert.equal(second.headers['location'], first.headers['location'])
    assert.equal((await completed()).length, 2)
  })

  it('closes an action in the plan and in what replaced it', async () => {
    const { manager, path, plan, say, overview, completed } = await withPlan('partner-pathway')
    await say('plan.revised', '2026-03-26T08:00', {
      actions: [{ what: 'Sleep clinic', who: 'school nurse', by: '2026-06-30' }],
    })
    const before = words((await manager.get(path)).body)
    assert.equal(before.match(/Sleep clinic School nurse/g)?.length, 1)
    assert.match(
      before,
      /Sleep clinic School nurse, by Tuesday 30 June 2026\. From: Support plan agreed, Monday 16 March 2026 and Support plan revised, Thursday 26 March 2026\./,
    )
    await manager.send('', { ...at('26', '3', '8am'), 'f-what': `${plan}-2` })
    assert.equal((await completed()).length, 2)
    assert.doesNotMatch(words((await manager.get(overview)).body), /Carry out the action: Sleep clinic/)
  })

  it('says that the same words for several people are completed for all of them', async () => {
    const { manager, path, say, completed } = await withPlan('partner-pathway')
    await say('action.added', '2026-03-26T08:00', {
      actions: [
        { what: 'Go to the course', who: 'Mo' },
        { what: 'Go to the course', who: 'Sam' },
      ],
    })
    const { body } = await manager.get(path)
    assert.match(
      words(body),
      /Go to the course Mo and Sam\. From: Actions added to the support plan, Thursday 26 March 2026\. It is completed for all of them\./,
    )
    const [, id = ''] = /value="(e\d+-1)"[^>]*>\s*<label[^>]*>\s*Go to the course/.exec(body) ?? []
    await manager.send('', { ...at('26', '3', '8am'), 'f-what': id })
    assert.deepEqual(await completed(), [
      { what: 'Go to the course', who: 'Mo and Sam' },
      { what: 'Go to the course', who: 'Mo and Sam' },
    ])
    assert.doesNotMatch(words((await manager.get(path)).body), /Go to the course/)
  })

  it('offers the actions of the plan as it stands where the procedure waits for none', async () => {
    const { manager, path, say, plan, completed } = await withPlan('nine-steps')
    assert.match(
      words((await manager.get(path)).body),
      /Quiet hour before bed Mo, was due Friday 20 March 2026/,
    )
    await manager.send('', { ...at('25', '3', '4pm'), 'f-what': `${plan}-1` })
    assert.deepEqual(await completed(), [{ what: 'Quiet hour before bed', who: 'Mo' }])
    const after = words((await manager.get(path)).body)
    assert.doesNotMatch(after, /Quiet hour before bed/)
    assert.match(after, /Buy a clock/)
    await say('plan.revised', '2026-03-26T09:30', { actions: [{ what: 'Walk to school' }] })
    const revised = words((await manager.get(path)).body)
    assert.match(revised, /Walk to school/)
    assert.doesNotMatch(revised, /Buy a clock/)
  })

  it('asks in words where nothing was agreed', async () => {
    const service = await smallService('partner-pathway')
    const id = await refer(service.place, '2026-03-02T10:00')
    const manager = await service.as('manager')
    const { body } = await manager.get(`/cases/${id}/record/action.completed`)
    assert.match(words(body), /What was done Who did it/)
  })
})
