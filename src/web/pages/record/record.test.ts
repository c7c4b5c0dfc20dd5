import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { allocate } from '#casework/allocation/allocate.ts'
import { addPerson } from '#casework/people/add-person.ts'
import { moment, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import type { SmallService } from '../../testing/small-service.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

const say = async ({ place }: SmallService, caseId: string, type: string, at: string, data: Data) => {
  place.set(at)
  const said = [{ type, at: moment(at), data }]
  const asked = { caseId, key: `${type} ${at}`, said, reason: null }
  assert.equal((await record(place.deps, place.as('manager'), asked)).kind, 'recorded')
}

/** A family with a worker who has been in contact, on Tuesday 10 March 2026 at 9am. */
const contacted = async () => {
  const service = await smallService()
  const { place } = service
  const id = await refer(place, '2026-03-02T10:00')
  await say(service, id, 'decision.made', '2026-03-03T09:00', { outcome: 'accepted', tier: 3 })
  place.set('2026-03-05T12:00')
  await allocate(place.deps, place.as('manager'), {
    caseId: id,
    key: 'allocation',
    at: moment('2026-03-05T12:00'),
    worker: place.as('practitioner').user,
    team: null,
    data: { direction: 'See both children' },
    reason: null,
  })
  await say(service, id, 'contact.made', '2026-03-06T15:00', { method: 'telephone' })
  place.set('2026-03-10T09:00')
  const events = async () => (await place.store.look(place.id, (all) => all.caseById(id)))?.events ?? []
  return { service, place, id, events, path: (type: string) => `/cases/${id}/record/${type}` }
}

const on = (day: string, month: string, time: string) => ({
  'at-day': day,
  'at-month': month,
  'at-year': '2026',
  'at-time': time,
})

describe('the page of what can be recorded', () => {
  it('begins with what the procedure expects next, with its date and clause', async () => {
    const { service, id } = await contacted()
    const worker = await service.as('practitioner')
    const { body, statusCode } = await worker.get(`/cases/${id}/record`)
    assert.equal(statusCode, 200)
    const next = body.slice(body.indexOf('Expected next'), body.indexOf('Everything else'))
    assert.match(next, /First home visit, by Tuesday 17 March 2026/)
    assert.match(next, /NS-5\.1/)
    assert.match(body, /Contact tried, not reached/)
  })

  it('tells things of the same name apart by the entry with which each began', async () => {
    const { service, place, id } = await contacted()
    for (const at of ['2026-03-09T10:00', '2026-03-09T14:00'])
      await say(service, id, 'supervision.held', at, { kind: 'formal' })
    place.set('2026-03-10T09:00')
    const said = words((await (await service.as('manager')).get(`/cases/${id}/record`)).body)
    assert.match(
      said,
      /Formal supervision recorded, by Thursday 12 March 2026, after: Supervision held, Mon 9 March 2026/,
    )
    assert.doesNotMatch(said, /First home visit[^(]*after:/)
  })

  it('keeps apart what the procedure never names', async () => {
    const { service, id } = await contacted()
    const { body } = await (await service.as('practitioner')).get(`/cases/${id}/record`)
    const rest = body.indexOf('What this procedure does not use')
    const at = (title: string): number => body.indexOf(`>${title}</a>`)
    assert.ok(at('Supervision held') < rest && at('Note') < rest)
    assert.ok(at('Child in need meeting booked') > rest)
    assert.doesNotMatch(body.slice(0, rest), /Child in need meeting booked/)
  })
})

describe('recording a visit', () => {
  it('asks of each child and shows what the procedure says beside it', async () => {
    const { service, path } = await contacted()
    const worker = await service.as('practitioner')
    const { body } = await worker.get(path('visit.made'))
    assert.match(body, /Which children did you see\?/)
    assert.match(body, /Ada Example<\/legend>/)
    assert.match(body, /Ben Example<\/legend>/)
    assert.match(body, /What is this visit for, and what do you want to know by the end of it\?/)
    assert.match(body, /value="10"/)
    assert.match(body, /value="9am"/)
  })

  it('asks nothing of an unborn child, on the page and on the form of the procedure', async () => {
    const { service, place, id, path, events } = await contacted()
    const person = { name: 'Baby Example', role: 'unborn', born: null, phone: null, from: null, until: null }
    const baby = {
      caseId: id,
      key: 'baby',
      is: null,
      said: { ...person, lives: { kind: 'stays' } as const },
    }
    assert.equal((await addPerson(place.deps, place.as('practitioner'), baby)).kind, 'changed')
    const worker = await service.as('practitioner')
    const page = words((await worker.get(path('visit.made'))).body)
    assert.match(page, /Not asked about Baby Example: no birth is on record/)
    const sent = { ...on('9', '3', '4.30pm'), 'seen-ada': 'seen', 'seen-ben': 'seen' }
    const wrong = await worker.send('', { ...sent, 'seen-baby': 'seen' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Baby Example cannot have been seen before being born/)
    assert.equal((await worker.send('', { ...sent, 'seen-baby': '' })).statusCode, 303)
    assert.deepEqual((await events()).at(-1)?.data, {
      seen: [
        { child: 'ada', alone: false },
        { child: 'ben', alone: false },
      ],
    })
    const form = words((await worker.get(`/cases/${id}/forms/visit`)).body)
    assert.match(form, /Ben Example/)
    assert.doesNotMatch(form, /Baby Example/)
    assert.doesNotMatch(words((await worker.get(path('not-seen.explained'))).body), /Which child[^?]*Baby/)
    const due = await place.store.look(place.id, (all) => all.obligationsOf(id))
    assert.match(JSON.stringify(due), /ben/)
    assert.doesNotMatch(JSON.stringify(due), /baby/)
  })

  it('is one event for all the children, with who was seen alone and who was not seen', async () => {
    const { service, id, path, events } = await contacted()
    const worker = await service.as('practitioner')
    await worker.get(path('visit.made'))
    const sent = await worker.send('', {
      ...on('9', '3', '4.30pm'),
      'seen-ada': 'alone',
      'seen-ben': 'not',
      'seen-ben-reason': 'At school',
      'seen-ben-when-day': '12',
      'seen-ben-when-month': '3',
      'seen-ben-when-year': '2026',
      'f-purpose': 'See the rooms',
      'f-joint': 'no',
      'f-voice': 'I like my room now',
    })
    assert.equal(sent.statusCode, 303)
    assert.equal(sent.headers.location, `/cases/${id}`)
    const visit = (await events()).at(-1)
    assert.equal(visit?.at, moment('2026-03-09T16:30'))
    assert.deepEqual(visit?.data, {
      seen: [{ child: 'ada', alone: true }],
      notSeen: [{ child: 'ben', reason: 'At school', when: '2026-03-12' }],
      purpose: 'See the rooms',
      joint: false,
      voice: 'I like my room now',
    })
  })

  it('keeps what was typed when something is wrong, and says what', async () => {
    const { service, path, events } = await contacted()
    const before = (await events()).length
    const worker = await service.as('practitioner')
    await worker.get(path('visit.made'))
    const sent = await worker.send('', {
      ...on('11', '3', '9am'),
      'seen-ada': 'not',
      'f-account': 'A long <story>',
    })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /There is a problem/)
    assert.match(sent.body, /The date must be today or in the past/)
    assert.match(sent.body, /Enter why Ada Example was not seen/)
    assert.match(sent.body, /Choose whether Ben Example was seen/)
    assert.match(sent.body, /A long &lt;story&gt;<\/textarea>/)
    assert.equal((await events()).length, before)
  })

  it('is recorded once when the page is sent twice', async () => {
    const { service, path, events } = await contacted()
    const before = (await events()).length
    const worker = await service.as('practitioner')
    const { body: page } = await worker.get(path('visit.made'))
    const fields = { ...on('9', '3', '16:30'), 'seen-ada': 'seen', 'seen-ben': 'seen' }
    const first = await worker.send('', fields, page)
    const again = await worker.send('', fields, page)
    assert.equal(first.statusCode, 303)
    assert.equal(again.statusCode, 303)
    assert.equal((await events()).length, before + 1)
  })

  it('tells what was recorded meanwhile and holds nothing up', async () => {
    const { service, id, path, events } = await contacted()
    const worker = await service.as('practitioner')
    const { body: page } = await worker.get(path('visit.made'))
    await say(service, id, 'note.recorded', '2026-03-10T09:05', { kind: 'contact' })
    const wrong = await worker.send('', { ...on('9', '3', '16:30'), 'seen-ada': 'seen' }, page)
    assert.match(wrong.body, /manager of East recorded: Note/)
    const right = await worker.send(
      '',
      { ...on('9', '3', '16:30'), 'seen-ada': 'seen', 'seen-ben': 'seen' },
      page,
    )
    assert.equal(right.statusCode, 303)
    assert.equal((await events()).at(-1)?.type, 'visit.made')
    const next = await worker.get('/cases/nothing')
    assert.match(next.body, /While you were writing, this was recorded too: Note\./)
  })

  it('keeps a draft and drops it once it is recorded', async () => {
    const { service, place, path, id } = await contacted()
    const worker = await service.as('practitioner')
    const { body: page } = await worker.get(path('visit.made'))
    const form = `/drafts/${encodeURIComponent(`record:${id}:visit_made`)}`
    await worker.send(form, { ...on('9', '3', '16:30'), 'f-place': 'At home' }, page)
    const opened = await worker.get(path('visit.made'))
    assert.match(opened.body, /This is your draft/)
    assert.match(opened.body, /value="At home"/)
    await worker.send('', { ...on('9', '3', '16:30'), 'seen-ada': 'seen', 'seen-ben': 'seen' }, page)
    const drafts = await place.store.look(place.id, (all) => all.draftsOf(place.as('practitioner').user))
    assert.deepEqual(drafts, [])
  })
})

describe('recording anything else', () => {
  it('takes one note about several children as one event', async () => {
    const { service, path, events } = await contacted()
    const before = (await events()).length
    const worker = await service.as('practitioner')
    await worker.get(path('note.recorded'))
    const about = { ...on('9', '3', '16:30'), 'f-about': ['ada', 'ben'] }
    const empty = await worker.send('', about)
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Enter what happened/)
    const sent = await worker.send('', { ...about, 'f-account': 'Both sang' })
    assert.equal(sent.statusCode, 303)
    assert.equal((await events()).length, before + 1)
    assert.deepEqual((await events()).at(-1)?.data, { about: ['ada', 'ben'], account: 'Both sang' })
  })

  it('adds a row of actions without script and records only those that are filled in', async () => {
    const { service, path, events } = await contacted()
    const worker = await service.as('practitioner')
    const first = await worker.get(path('plan.agreed'))
    assert.match(first.body, /Action 3/)
    assert.doesNotMatch(first.body, /Action 4/)
    const more = await worker.send('', { 'add-row': 'f-actions', 'f-actions-1-what': 'Bedtimes' })
    assert.match(more.body, /Action 4/)
    assert.match(more.body, /value="Bedtimes"/)
    const sent = await worker.send('', {
      ...on('9', '3', '16:30'),
      'f-actions-1-what': 'Bedtimes',
      'f-actions-1-who': 'Mo',
      'f-actions-4-what': 'School run',
      'f-actions-4-by-day': '1',
      'f-actions-4-by-month': '4',
      'f-actions-4-by-year': '2026',
    })
    assert.equal(sent.statusCode, 303)
    assert.deepEqual((await events()).at(-1)?.data, {
      actions: [
        { what: 'Bedtimes', who: 'Mo' },
        { what: 'School run', by: '2026-04-01' },
      ],
    })
  })

  it('offers the outcomes of a decision in the words of the procedure', async () => {
    const { service, path } = await contacted()
    const manager = await service.as('manager')
    const { body } = await manager.get(path('decision.made'))
    assert.match(body, /Not clear: to the daily Early Help meeting/)
    assert.match(body, /Tier 2 \/ universal services/)
    assert.doesNotMatch(body, /Not agreed/)
  })

  it('asks for the parts of an assessment that a gate wants of the assessment itself', async () => {
    const service = await smallService('partner-pathway')
    const id = await refer(service.place, '2026-03-02T10:00')
    service.place.set('2026-03-10T09:00')
    const manager = await service.as('manager')
    await manager.get(`/cases/${id}/record/assessment.completed`)
    const worries = { 'f-assessment-worries': 'Ben is hungry in the morning' }
    const half = await manager.send('', { ...on('10', '3', '8:55'), ...worries })
    assert.equal(half.statusCode, 422)
    assert.match(half.body, /lacking: the family&#39;s strengths/)
    assert.doesNotMatch(half.body, /lacking: the family&#39;s worries/)
    const strengths = { 'f-assessment-strengths': 'The children are close' }
    const sent = await manager.send('', { ...on('10', '3', '8:55'), ...worries, ...strengths })
    assert.equal(sent.statusCode, 303)
    const kept = await service.place.store.look(service.place.id, (all) => all.caseById(id))
    assert.deepEqual(kept?.events.at(-1)?.data['assessment'], {
      worries: 'Ben is hungry in the morning',
      strengths: 'The children are close',
    })
  })

  it('offers the outcomes of the decision that waits where one event may make one or another', async () => {
    const service = await smallService('family-work')
    const id = await refer(service.place, '2026-03-02T10:00')
    const manager = await service.as('manager')
    const { body } = await manager.get(`/cases/${id}/record/decision.made`)
    assert.match(body, /Accepted<\/label>/)
    assert.doesNotMatch(body, /Criteria met; a representative goes to the next TAF/)
    await say(service, id, 'referral.received', '2026-03-03T09:00', { route: 'open-assessment' })
    const other = await manager.get(`/cases/${id}/record/decision.made`)
    assert.match(other.body, /Criteria met; a representative goes to the next TAF/)
    assert.doesNotMatch(other.body, /Universal services/)
    const sent = await manager.send('', { ...on('3', '3', '8:30'), 'f-outcome': 'universal' })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /Criteria met; a representative goes to the next TAF/)
  })

  it('takes the earlier event that it belongs to from those that wait for it', async () => {
    const { service, id, path, events } = await contacted()
    await say(service, id, 'supervision.held', '2026-03-09T10:00', { kind: 'formal' })
    await say(service, id, 'supervision.held', '2026-03-09T15:00', { kind: 'formal' })
    service.place.set('2026-03-10T09:00')
    const manager = await service.as('manager')
    const { body } = await manager.get(path('supervision.recorded'))
    const held = (await events()).filter(({ type }) => type === 'supervision.held').map((one) => one.id)
    const offered = [...body.matchAll(/<option value="(e\d+)"/g)].map(([, value = '']) => value)
    assert.deepEqual(offered.toSorted(), held.toSorted())
    const sent = await manager.send('', {
      ...on('10', '3', '8:30'),
      'f-of': held[0] ?? '',
      'f-account': 'Agreed to visit at teatime',
    })
    assert.equal(sent.statusCode, 303)
    assert.equal((await events()).at(-1)?.data['of'], held[0])
  })

  it('is not recorded where it says nothing but its day', async () => {
    const { service, path, events } = await contacted()
    const before = (await events()).length
    const worker = await service.as('practitioner')
    for (const [type, text, control] of [
      ['plan.agreed', 'Enter at least one action, or what was agreed', 'f-actions-1-what'],
      ['letter.sent', 'Say which letter was sent', 'f-letter'],
      ['consent.given', 'Choose who gave consent', 'f-by'],
      ['taf.agreed', 'Enter the date of the meeting', 'f-date-day'],
    ] as const) {
      await worker.get(path(type))
      const sent = await worker.send('', { ...on('9', '3', '2pm') })
      assert.equal(sent.statusCode, 422, type)
      assert.ok(sent.body.includes(`<a href="#${control}">${text}</a>`), type)
      assert.ok(sent.body.includes(`id="${control}"`), type)
    }
    assert.equal((await events()).length, before)
    await worker.get(path('plan.agreed'))
    const sent = await worker.send('', { ...on('9', '3', '2pm'), 'f-actions-1-what': 'Ring the school' })
    assert.equal(sent.statusCode, 303)
  })

  it('offers to pause time limits to managers only', async () => {
    const service = await smallService('family-network')
    const id = await refer(service.place, '2026-03-02T10:00')
    const offered = async (role: 'manager' | 'business-support') => {
      const visitor = await service.as(role)
      const list = await visitor.get(`/cases/${id}/record`)
      const page = await visitor.get(`/cases/${id}/record/clock.paused`)
      return [/Pause a time limit/.test(list.body), page.statusCode]
    }
    assert.deepEqual(await offered('manager'), [true, 200])
    assert.deepEqual(await offered('business-support'), [false, 403])
  })

  it('draws every kind of question as sound markup', async () => {
    const service = await smallService('family-network')
    const id = await refer(service.place, '2026-03-02T10:00')
    const manager = await service.as('manager')
    for (const type of [
      'visit.made',
      'plan.agreed',
      'consent.given',
      'panel.held',
      'clock.paused',
      'note.recorded',
    ]) {
      const { body } = await manager.get(`/cases/${id}/record/${type}`)
      assert.deepEqual(await problemsIn(body), [], type)
    }
  })

  it('has a page for every event of a procedure, its own and the standard ones', async () => {
    const service = await smallService('family-network')
    const id = await refer(service.place, '2026-03-02T10:00')
    const manager = await service.as('manager')
    const list = await manager.get(`/cases/${id}/record`)
    const links = [...list.body.matchAll(/href="(\/cases\/[^"]*\/record\/[^"]*)"/g)].map(
      ([, path = '']) => path,
    )
    assert.ok(links.length > 70, `${links.length} pages`)
    assert.match(list.body, /Taking up the delay/)
    assert.deepEqual(await problemsIn(list.body), [])
    for (const link of links) {
      const { statusCode, body } = await manager.get(link.replaceAll('&amp;', '&'))
      assert.equal(statusCode, 200, link)
      // Nothing of this family was paused: what can only be refused is not offered.
      const says = link.endsWith('clock.resumed') ? /No time limit of this family was paused/ : /Record this/
      assert.match(body, says, link)
    }
  })
})

describe('a gate that is shut', () => {
  it('says what is lacking with its clause, and keeps what was typed', async () => {
    const { service, path, events } = await contacted()
    const before = (await events()).length
    const manager = await service.as('manager')
    await manager.get(path('case.closed'))
    const sent = await manager.send('', {
      ...on('10', '3', '8:55'),
      'f-reason': 'plan-achieved',
      'f-account': 'All is well',
    })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /This is lacking: sign-off by the manager \(NS-9\.2\)/)
    assert.match(sent.body, /All is well<\/textarea>/)
    assert.doesNotMatch(sent.body, /Reason for going past this/)
    assert.equal((await events()).length, before)
  })

  it('leads to where what is lacking is recorded, and keeps a draft for the way back', async () => {
    const { service, path, id } = await contacted()
    const manager = await service.as('manager')
    await manager.get(path('case.closed'))
    const typed = { 'f-reason': 'plan-achieved', 'f-account': 'All is well' }
    const { body } = await manager.send('', { ...on('10', '3', '8:55'), ...typed })
    const gate = body.slice(body.indexOf('id="gate"'), body.indexOf('Why the case closes'))
    assert.match(gate, new RegExp(`href="/cases/${id}/record/closure.signed-off">Closing signed off</a>`))
    assert.match(
      (await manager.get(path('case.closed'))).body,
      /This is your draft.*All is well<\/textarea>/s,
    )
  })
})

describe('a gate that asks for a reason', () => {
  const readyButForTheMeeting = async () => {
    const all = await contacted()
    const whom = { children: ['ada', 'ben', 'mo'] }
    await say(all.service, all.id, 'closure.completed', '2026-03-10T09:00', whom)
    await say(all.service, all.id, 'closure.signed-off', '2026-03-10T09:01', { reason: 'done' })
    all.place.set('2026-03-10T09:30')
    return all
  }
  const closing = { ...on('10', '3', '9:15'), 'f-reason': 'plan-achieved', 'f-account': 'All is well' }

  it('lets a manager go past it with a reason that stays on record', async () => {
    const { service, path, events } = await readyButForTheMeeting()
    const manager = await service.as('manager')
    await manager.get(path('case.closed'))
    const asked = await manager.send('', closing)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /Reason for going past this/)
    assert.match(asked.body, /All is well<\/textarea>/)
    const passed = await manager.send('', { ...closing, 'go-past': 'The family has moved away' })
    assert.equal(passed.statusCode, 303)
    const last = (await events()).at(-1)
    assert.equal(last?.type, 'case.closed')
    assert.deepEqual(last?.override, { role: 'manager', reason: 'The family has moved away' })
  })

  it('is followed by reopening what was closed, and by no second closing', async () => {
    const { service, id, path } = await readyButForTheMeeting()
    const manager = await service.as('manager')
    const offered = async () => {
      const pages = await Promise.all([manager.get(`/cases/${id}`), manager.get(`/cases/${id}/record`)])
      const links = (type: string) => pages.map(({ body }) => body.includes(`href="${path(type)}"`))
      return { reopening: links('case.reopened'), closing: links('case.closed')[1] }
    }
    assert.deepEqual(await offered(), { reopening: [false, false], closing: true })
    await manager.get(path('case.closed'))
    await manager.send('', { ...closing, 'go-past': 'The family has moved away' })
    assert.deepEqual(await offered(), { reopening: [true, true], closing: false })
  })

  it('sends a worker to the manager, whatever they send', async () => {
    const { service, path, events } = await readyButForTheMeeting()
    const before = (await events()).length
    const worker = await service.as('practitioner')
    await worker.get(path('case.closed'))
    const sent = await worker.send('', { ...closing, 'go-past': 'I say so' })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /a manager can go past this with a reason/)
    assert.doesNotMatch(sent.body, /Reason for going past this/)
    assert.equal((await events()).length, before)
  })
})

describe('who may record', () => {
  it('shows nothing of a family to those who may not see it', async () => {
    const { service, path, id } = await contacted()
    for (const one of [
      await service.as('practitioner', 1),
      await service.as('administrator'),
      await service.as('partner'),
    ]) {
      for (const at of [`/cases/${id}/record`, path('visit.made')]) {
        const { statusCode, body } = await one.get(at)
        assert.equal(statusCode, 404)
        assert.doesNotMatch(body, /Example|NS-0001/)
      }
    }
  })

  it('lets those who only read record nothing', async () => {
    const { service, path, events } = await contacted()
    const before = (await events()).length
    const lead = await service.as('quality-lead')
    assert.equal((await lead.get(path('visit.made'))).statusCode, 403)
    const token = /name="_csrf" value="([^"]*)"/.exec((await lead.get('/families')).body)?.[1] ?? ''
    const sent = await lead.post(path('note.recorded'), { _csrf: token, ...on('9', '3', '16:30') })
    assert.equal(sent.statusCode, 403)
    assert.match(sent.body, /You cannot do this/)
    assert.equal((await events()).length, before)
  })

  it('has no page for what the service records itself', async () => {
    const { service, path } = await contacted()
    const manager = await service.as('manager')
    assert.equal((await manager.get(path('procedure.changed'))).statusCode, 404)
    assert.equal((await manager.get(path('constructor'))).statusCode, 404)
  })
})
