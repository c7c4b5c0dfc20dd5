import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FormContent } from '#casework/documents/stored-document.ts'
import { knownFamily } from '../../testing/known-family.ts'
import type { KnownFamily } from '../../testing/known-family.ts'
import { words } from '../../testing/words.ts'

const plan = {
  'q_agreed-on-day': '27',
  'q_agreed-on-month': '3',
  'q_agreed-on-year': '2026',
  q_strengths: 'The children laugh a lot.',
  q_change: 'Mornings are calm.',
  q_child_ada_goal: 'She sleeps through.',
  'q_child_ada_how-we-know': 'She says so.',
  q_child_ben_goal: 'He is on time.',
  'q_child_ben_how-we-know': 'The register.',
  'q_actions-rows': '2',
  q_actions_1_what: 'Ring the school',
  q_actions_1_who: 'Mo Marlow',
  'q_actions_1_by-day': '3',
  'q_actions_1_by-month': '4',
  'q_actions_1_by-year': '2026',
  q_actions_1_measure: 'The school has been rung',
  'q_if-not': 'We meet sooner.',
  'q_review-date-day': '24',
  'q_review-date-month': '4',
  'q_review-date-year': '2026',
  'q_family-agrees': 'yes',
}

const recorded = async ({ place, id }: KnownFamily) => {
  const one = await place.store.look(place.id, (all) => all.caseById(id))
  assert.ok(one)
  return one.events
}

const handedIn = async ({ place, id }: KnownFamily, document = 'd1') => {
  const found = await place.store.look(place.id, (all) => all.document(id, document))
  assert.equal(found?.content.kind, 'form')
  return { line: found, content: found.content as FormContent }
}

describe('a form of the procedure', () => {
  it('is filled in and handed in with its event, and can be read afterwards', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    const page = await who.get(`/cases/${family.id}/forms/plan`)
    assert.equal(page.statusCode, 200)
    assert.match(words(page.body), /Handing it in records: Plan agreed/)
    const sent = await who.send('', plan)
    assert.equal(sent.statusCode, 303, words(sent.body))
    assert.equal(sent.headers.location, `/cases/${family.id}/documents/d1`)
    const event = (await recorded(family)).at(-1)
    assert.equal(event?.type, 'plan.agreed')
    assert.deepEqual(event.data, {
      actions: [{ what: 'Ring the school', who: 'Mo Marlow', by: '2026-04-03' }],
      document: 'd1',
    })
    const { content, line } = await handedIn(family)
    assert.equal(line.event, event.id)
    assert.equal(content.answers['family-agrees'], true)
    assert.deepEqual(content.answers['child'], {
      ada: { goal: 'She sleeps through.', 'how-we-know': 'She says so.' },
      ben: { goal: 'He is on time.', 'how-we-know': 'The register.' },
    })
    const read = words((await who.get(`/cases/${family.id}/documents/d1`)).body)
    assert.match(read, /What is going well\? The children laugh a lot\./)
    assert.match(read, /Ada Marlow How will this child's day be better\? She sleeps through\./)
    assert.match(read, /When is the plan reviewed\? Friday 24 April 2026/)
    assert.match(read, /Written by practitioner of East, Friday 27 March 2026 at 9am/)
    assert.match(read, /Signed for the family Not signed yet/)
  })
})
