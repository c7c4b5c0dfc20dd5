import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
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
  assert.ok(found?.content.kind === 'form')
  return { line: found, content: found.content }
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
  it('opens with the present moment where it asks when something happened beside itself', async () => {
    const family = await knownFamily()
    family.place.set('2026-03-27T16:30')
    const worker = await family.as('practitioner')
    const { body } = await worker.get(`/cases/${family.id}/forms/concern`)
    assert.match(body, /name="at-day" type="text" value="27"/)
    assert.match(body, /name="at-time" type="text" value="4:30pm"/)
    const dated = await worker.get(`/cases/${family.id}/forms/visit`)
    assert.match(dated.body, /At what time was it\? \(optional\)/)
    assert.match(dated.body, /name="at-time" type="text" value=""/)
  })

  it('is kept as a draft, found again in one’s work and with the family, and gone once it is handed in', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    const form = `/cases/${family.id}/forms/plan`
    await who.get(form)
    await who.send(`/drafts/form%3A${family.id}%3Aplan`, { q_strengths: 'They laugh.' })
    assert.match(words((await who.get(form)).body), /This is your draft[\s\S]*They laugh\./)
    const work = (await who.get('/my-work')).body
    assert.match(work, new RegExp(`href="${form}">Plan, Marlow<`))
    const documents = await who.get(`/cases/${family.id}/documents`)
    assert.match(
      words(documents.body),
      /Not finished yet Plan begun by you, saved Friday 27 March 2026 at 9am/,
    )
    const manager = await family.as('manager')
    const seen = (await manager.get(`/cases/${family.id}/documents`)).body
    assert.match(words(seen), /Plan begun by practitioner of East/)
    assert.doesNotMatch(seen, /They laugh/)
    await who.get(form)
    assert.equal((await who.send('', plan)).statusCode, 303)
    assert.doesNotMatch((await who.get('/my-work')).body, /Not finished yet/)
  })

  it('says of which child something is missing', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    await who.get(`/cases/${family.id}/forms/visit`)
    const sent = await who.send('', {})
    assert.equal(sent.statusCode, 422)
    for (const name of ['Ada Marlow', 'Ben Marlow'])
      assert.ok(words(sent.body).includes(`Choose an answer to “Was the child seen?” for ${name}`), name)
  })

  it('says what is missing before anything is recorded, and loses nothing', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    await who.get(`/cases/${family.id}/forms/plan`)
    const before = (await recorded(family)).length
    const { q_change: _change, q_actions_1_who: _who, ...less } = plan
    const sent = await who.send('', { ...less, 'q_review-date-month': '13', 'q_family-agrees': 'no' })
    assert.equal(sent.statusCode, 422)
    const said = words(sent.body)
    for (const problem of [
      'Answer “What is to be different for the children?”',
      'Answer “Who”',
      '“When is the plan reviewed?” must be a real date, like 6 3 2026',
      'Answer “Who does not, and why?”',
    ])
      assert.ok(said.includes(problem), problem)
    for (const link of ['q_change', 'q_actions_1_who', 'q_review-date-day', 'q_family-does-not'])
      assert.match(sent.body, new RegExp(`href="#${link}"[\\s\\S]*id="${link}"`), link)
    assert.match(sent.body, /She sleeps through\./)
    assert.equal((await recorded(family)).length, before)
  })

  it('takes only what it asks, and shows what has no place in it', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    await who.get(`/cases/${family.id}/forms/plan`)
    const sent = await who.send('', {
      ...plan,
      'q_old-question': 'A long answer to it',
      q_child_zoe_goal: 'More',
    })
    assert.equal(sent.statusCode, 422)
    assert.match(words(sent.body), /This form has no place for “A long answer to it”/)
    assert.match(words(sent.body), /no place in the form any more[\s\S]*A long answer to it More/)
    const long = await who.send('', { ...plan, q_strengths: 'x'.repeat(20_001) })
    assert.match(words(long.body), /“What is going well\?” must be 20,000 characters or fewer/)
    assert.equal((await who.send('', plan)).statusCode, 303)
    const { content } = await handedIn(family)
    assert.doesNotMatch(JSON.stringify(content.answers), /long answer|More/)
  })

  it('gets a further row without losing what was typed', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    await who.get(`/cases/${family.id}/forms/plan`)
    const more = await who.send('', { ...plan, 'add-row': 'q_actions' })
    assert.equal(more.statusCode, 200)
    assert.match(more.body, /name="q_actions_3_what"/)
    assert.match(more.body, /value="Ring the school"/)
  })

  it('sent twice is handed in once', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    const page = (await who.get(`/cases/${family.id}/forms/plan`)).body
    const [first, second] = [await who.send('', plan, page), await who.send('', plan, page)]
    assert.equal(second.headers.location, first.headers.location)
    const lines = await family.place.store.look(family.place.id, (all) => all.documentsOf(family.id))
    assert.equal(lines.length, 1)
  })

  it('can belong to what was recorded before: then nothing is recorded twice', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    const page = await who.get(`/cases/${family.id}/forms/visit`)
    assert.match(words(page.body), /No, record it with this form Visit, Tuesday 17 March 2026 at 4pm/)
    const visit = (await recorded(family)).find(({ type }) => type === 'visit.made')
    const sent = await who.send('', {
      'q_visited-on-day': '17',
      'q_visited-on-month': '3',
      'q_visited-on-year': '2026',
      q_purpose: 'To meet',
      q_place: 'Home',
      'q_who-was-there': 'All',
      q_child_ada_seen: 'alone',
      q_child_ada_voice: 'I like it.',
      q_child_ben_seen: 'no',
      'q_child_ben_not-seen-why': 'At school',
      'q_child_ben_not-seen-when-day': '30',
      'q_child_ben_not-seen-when-month': '3',
      'q_child_ben_not-seen-when-year': '2026',
      q_facts: 'Warm.',
      belongs: visit?.id ?? '',
    })
    assert.equal(sent.statusCode, 303, words(sent.body))
    const event = (await recorded(family)).at(-1)
    assert.deepEqual([event?.type, event?.data], ['document.written', { of: visit?.id, document: 'd1' }])
    const read = words((await who.get(`/cases/${family.id}/documents/d1`)).body)
    assert.match(read, /Belongs to Visit, Tuesday 17 March 2026 at 4pm/)
    assert.doesNotMatch((await who.get(`/cases/${family.id}/forms/visit`)).body, /on record already\?/)
  })

  it('carries the plan’s actions into the next meeting, with what has been done', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    await who.get(`/cases/${family.id}/forms/plan`)
    await who.send('', {
      ...plan,
      q_actions_2_what: 'Buy a clock',
      q_actions_2_who: 'Mo',
      q_actions_2_measure: 'It ticks',
      'q_actions_2_by-day': '4',
      'q_actions_2_by-month': '4',
      'q_actions_2_by-year': '2026',
    })
    await record(family.place.deps, family.place.as('practitioner'), {
      caseId: family.id,
      key: 'the clock is bought',
      said: [{ type: 'action.completed', at: moment('2026-03-27T08:30'), data: { what: 'Buy a clock' } }],
      reason: null,
    })
    const page = (await who.get(`/cases/${family.id}/forms/taf-record`)).body
    assert.match(page, /name="q_last-actions_1_what"[^>]*value="Ring the school"/)
    assert.match(page, /name="q_last-actions_2_what"[^>]*value="Buy a clock"/)
    const state = (row: number) =>
      new RegExp(`name="q_last-actions_${row}_state"[\\s\\S]*?</select>`).exec(page)?.[0] ?? ''
    assert.match(state(2), /value="done" selected/)
    assert.doesNotMatch(state(1), /value="[^"]+" selected/)
  })
})

describe('the page on which an event is recorded', () => {
  it('leads to the form that records it, to others that go with it, and to letters; it records without them too', async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    const page = await who.get(`/cases/${family.id}/record/taf.agreed`)
    assert.match(page.body, new RegExp(`href="/cases/${family.id}/letters/taf-invitation"`))
    const held = await who.get(`/cases/${family.id}/record/taf.held`)
    assert.match(
      words(held.body),
      /With the form[\s\S]*Fill in: Team Around the Family meeting Without the form Send When did it happen\?/,
    )
    assert.match(words(held.body), /Forms that go with it Assessment Plan/)
    const sent = await who.get(`/cases/${family.id}/record/letter.sent`)
    assert.match(sent.body, new RegExp(`href="/cases/${family.id}/letters/first-contact"`))
  })
})

describe('a form that was handed in', () => {
  const withPlan = async () => {
    const family = await knownFamily()
    const who = await family.as('practitioner')
    await who.get(`/cases/${family.id}/forms/plan`)
    await who.send('', plan)
    return { family, who, manager: await family.as('manager'), document: `/cases/${family.id}/documents/d1` }
  }

  it('is returned with a reason, changed and handed in again as another version; the first stays', async () => {
    const { family, who, manager, document } = await withPlan()
    await manager.get(`${document}/return`)
    assert.match(words((await manager.send('')).body), /Enter what is to be changed/)
    assert.equal((await manager.send('', { reason: 'Say who drives.' })).headers.location, document)
    const returned = words((await who.get(document)).body)
    assert.match(
      returned,
      /Plan To be changed Returned to be changed by manager of East[\s\S]*Say who drives\./,
    )
    assert.doesNotMatch(returned, /Sign this form|Record: Plan shared|Change this form/)
    const overview = async () => words((await who.get(`/cases/${family.id}`)).body)
    assert.match(await overview(), /Returned to be changed Read the form Say who drives\./)
    const change = await who.get(`${document}/change`)
    assert.match(words(change.body), /Returned to be changed by manager of East[\s\S]*Say who drives\./)
    assert.match(change.body, /Mornings are calm\./)
    const sent = await who.send('', {
      ...plan,
      q_change: 'Mornings are calm, and Mo drives.',
      reason: 'Said who drives',
    })
    assert.equal(sent.headers.location, document)
    assert.doesNotMatch(await overview(), /Returned to be changed/)
    const again = words((await who.get(document)).body)
    assert.match(again, /and Mo drives\./)
    assert.match(again, /Version 2: practitioner of East[\s\S]*Version 1: practitioner of East/)
    assert.doesNotMatch(again, /To be changed/)
    assert.match(again, /Sign this form|Record: Plan shared/)
    assert.match(again, /Change this form/)
    assert.doesNotMatch((await who.get(`${document}/change`)).body, /Say who drives\./)
    const first = words((await who.get(`${document}?version=1`)).body)
    assert.match(first, /This is an earlier version/)
    assert.doesNotMatch(first, /Mo drives/)
    const types = (await recorded(family)).slice(-3).map(({ type }) => type)
    assert.deepEqual(types, ['plan.agreed', 'document.returned', 'document.revised'])
  })

  it('changed by two at once: the second is told, and what they typed stays', async () => {
    const { who, manager, document } = await withPlan()
    const [ours, theirs] = [
      (await who.get(`${document}/change`)).body,
      (await manager.get(`${document}/change`)).body,
    ]
    await manager.send('', { ...plan, q_change: 'The manager’s words' }, theirs)
    const late = await who.send('', { ...plan, q_change: 'The worker’s words' }, ours)
    assert.equal(late.statusCode, 422)
    assert.match(words(late.body), /manager of East handed in another version on Friday 27 March 2026/)
    assert.match(late.body, /The worker’s words/)
    assert.equal((await who.send('', { ...plan, q_change: 'The worker’s words' })).statusCode, 303)
    assert.match(words((await who.get(document)).body), /Version 3/)
  })

  it('leads to what follows, and says who shared it', async () => {
    const { family, who, document } = await withPlan()
    const link = /href="([^"]*plan\.shared\?document=d1)"/.exec((await who.get(document)).body)?.[1]
    assert.ok(link)
    await who.get(link)
    const when = { 'at-day': '27', 'at-month': '3', 'at-year': '2026', 'at-time': '9am' }
    assert.equal((await who.send('', { ...when, 'f-with': 'The school' })).statusCode, 303)
    assert.equal((await recorded(family)).at(-1)?.data['document'], 'd1')
    assert.match(words((await who.get(document)).body), /Since then Plan shared, Friday 27 March 2026 at 9am/)
    const entry = (await who.get(`/cases/${family.id}/timeline`)).body
    assert.match(entry, new RegExp(`href="${document}">Read the document`))
  })

  it('is read by whoever sees the family, and reading it is noted', async () => {
    const { family, document } = await withPlan()
    const lead = await family.as('quality-lead')
    assert.equal((await lead.get(document)).statusCode, 200)
    assert.doesNotMatch((await lead.get(document)).body, /Change this form/)
    assert.equal((await lead.get(`${document}/change`)).statusCode, 403)
    const other = await family.as('practitioner', 1)
    assert.equal((await other.get(document)).statusCode, 404)
    const [entry] = await family.place.store.look(family.place.id, (all) => all.auditOf(family.id, 1))
    assert.deepEqual(entry?.detail, { page: 'form' })
    const entries = await family.place.store.look(family.place.id, (all) => all.auditOf(family.id, 9))
    assert.ok(entries.some(({ detail }) => detail['page'] === 'document' && detail['document'] === 'd1'))
    const manager = await family.as('manager')
    const audit = (await manager.get(`/cases/${family.id}/audit`)).body
    assert.match(
      audit,
      new RegExp(`Looked at</td>[\\s\\S]{0,60}<a class="govuk-link" href="${document}">a document</a>`),
    )
  })
})
