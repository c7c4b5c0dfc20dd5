import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sectionsAsked } from '#casework/documents/asked.ts'
import { moment, packNamed, refer } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { boxes } from '../../testing/boxes.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

const answers = {
  'q_held-on-day': '26',
  'q_held-on-month': '3',
  'q_held-on-year': '2026',
  q_practitioner: 'practitioner of East',
  q_manager: 'manager of East',
  'q_since-last': 'Calm mornings',
  'q_child_ada_like-to-be': 'Quiet',
  'q_child_ben_like-to-be': 'Busy',
  q_working: 'Breakfast',
  q_risk: '3',
  q_threshold: 'right',
  q_actions_1_what: 'Ring the school',
  q_actions_1_who: 'Mo Marlow',
  'q_actions_1_by-day': '3',
  'q_actions_1_by-month': '4',
  'q_actions_1_by-year': '2026',
  'q_closure-agreed': 'no',
  'q_next-day': '30',
  'q_next-month': '4',
  'q_next-year': '2026',
}

/** A supervision of a case on Thursday 26 March 2026, written up by the manager a day later, with a line to be signed. */
const supervised = async () => {
  const family = await knownFamily()
  const { place, id } = family
  await record(place.deps, place.as('manager'), {
    caseId: id,
    key: 'the supervision',
    said: [
      {
        type: 'supervision.held',
        at: moment('2026-03-26T10:00'),
        data: { kind: 'individual', worker: place.as('practitioner').user },
      },
    ],
    reason: null,
  })
  const manager = await family.as('manager')
  const { body } = await manager.get(`/cases/${id}/forms/supervision-record`)
  const sent = await manager.send('', { ...boxes(body), ...answers, 'at-time': '8am' }, body)
  assert.equal(sent.statusCode, 303, words(sent.body))
  const last = async () => (await place.store.look(place.id, (all) => all.caseById(id)))?.events.at(-1)
  return { family, manager, last, form: `/cases/${id}/documents/d1` }
}

describe('signing a form', () => {
  it('is done by whoever is signed in, for one version, in their own name and role', async () => {
    const { family, manager, last, form } = await supervised()
    const before = (await manager.get(form)).body
    assert.match(words(before), /Manager Not signed yet/)
    assert.match(before, new RegExp(`href="${form}/sign"`))
    assert.doesNotMatch(before, /supervision\.signed\?document/)
    const page = (await manager.get(`${form}/sign`)).body
    assert.deepEqual(await problemsIn(page), [])
    assert.match(words(page), /What is signed: Manager[\s\S]*I do: manager of East/)
    assert.match(words(page), /signed on paper The family, for example\./)
    assert.match(words((await manager.send('', {}, page)).body), /Choose who signs/)
    const signed = await manager.send('', { who: 'as-manager-signed' }, page)
    assert.equal(signed.headers.location, form)
    const event = await last()
    assert.equal(event?.type, 'supervision.signed')
    assert.deepEqual(event.by, { role: 'manager', id: family.place.as('manager').user })
    assert.deepEqual(event.data, {
      document: 'd1',
      signature: 'manager-signed',
      name: 'manager of East',
      version: 1,
      method: 'signed-in',
      of: 'e10',
    })
    const read = (await manager.get(form)).body
    assert.match(words(read), /Manager Signed by manager of East, Friday 27 March 2026 at 9am/)
    assert.doesNotMatch(read, /Sign this form/)
    assert.deepEqual(await problemsIn(read), [])
    const timeline = words((await manager.get(`/cases/${family.id}/timeline`)).body)
    assert.match(timeline, /Supervision record signed[\s\S]*manager of East/)
  })

  it('does not outlast a change: another version is signed again, and the first stays signed', async () => {
    const { manager, form } = await supervised()
    await manager.get(`${form}/sign`)
    await manager.send('', { who: 'as-manager-signed' })
    await manager.get(`${form}/change`)
    assert.equal((await manager.send('', { ...answers, q_working: 'More' })).statusCode, 303)
    const read = words((await manager.get(form)).body)
    assert.match(read, /Not signed in this version\. Version 1 was signed by manager of East/)
    assert.match(read, /Sign this form/)
    assert.match(words((await manager.get(`${form}?version=1`)).body), /Manager Signed by manager of East/)
  })

  it('is refused for a version that has been changed meanwhile, and for a line that is signed', async () => {
    const { family, manager, last, form } = await supervised()
    const other = await family.as('duty-manager')
    const [mine, theirs] = [(await manager.get(`${form}/sign`)).body, (await other.get(`${form}/sign`)).body]
    await other.send('', { who: 'as-manager-signed' }, theirs)
    const late = await manager.send('', { who: 'as-manager-signed' }, mine)
    assert.equal(late.statusCode, 422)
    assert.match(late.body, /href="#sign">This has been signed already/)
    assert.deepEqual(await problemsIn(late.body), [])
    assert.equal((await last())?.writtenBy, family.place.as('duty-manager').user)
    await manager.get(`${form}/change`)
    await manager.send('', answers)
    const stale = (await manager.get(`${form}/sign`)).body
    await other.get(`${form}/change`)
    await other.send('', answers)
    const told = await manager.send('', { ...boxes(stale), who: 'as-manager-signed' }, stale)
    assert.equal(told.statusCode, 409)
    assert.match(words(told.body), /The form was changed since you opened this page/)
    assert.equal((await manager.send('', { who: 'as-manager-signed' })).statusCode, 303)
  })

  it('on paper is written down for whoever signed, by whom, and counts as nobody’s own word', async () => {
    const { family, last, form } = await supervised()
    const who = await family.as('practitioner')
    const page = words((await who.get(`${form}/sign`)).body)
    assert.match(
      page,
      /Manager is for the Early Help manager, the Duty manager or the Service manager to sign\. For this family: .*, manager of East, .*They sign when they are signed in/,
    )
    assert.doesNotMatch(page, /I do/)
    const wrong = await who.send('', {
      'signed-day': '28',
      'signed-month': '3',
      'signed-year': '2026',
    })
    assert.match(words(wrong.body), /Enter the name of whoever has signed/)
    assert.match(words(wrong.body), /must be today or in the past/)
    const day = { 'signed-day': '26', 'signed-month': '3', 'signed-year': '2026' }
    assert.equal((await who.send('', { name: 'Mo Marlow', ...day })).statusCode, 303)
    const event = await last()
    assert.deepEqual([event?.type, event?.data['name']], ['document.signed', 'Mo Marlow'])
    assert.match(
      words((await who.get(form)).body),
      /Signed by Mo Marlow, on paper on Thursday 26 March 2026, written down by practitioner of East/,
    )
  })

  it('is refused on a line that is somebody else’s, in words that help', async () => {
    const { family, last, form } = await supervised()
    const who = await family.as('practitioner')
    await who.get(`${form}/sign`)
    const forged = await who.send('', { who: 'as-manager-signed' })
    assert.equal(forged.statusCode, 409)
    assert.match(words(forged.body), /This line is for somebody else to sign\. The page says for whom/)
    assert.deepEqual(await problemsIn(forged.body), [])
    assert.notEqual((await last())?.type, 'supervision.signed')
  })

  it('offers of several lines those that are one’s own, and says whose the others are', async () => {
    const { place, as } = await smallService('caf-process')
    const id = await refer(place, '2026-03-02T10:00')
    const form = packNamed('caf-process').versions[0]?.forms.find((one) => one.id === 'consent')
    assert.ok(form)
    await place.store.change(place.id, (all) =>
      all.keepDocument(id, {
        id: 'd1',
        version: 1,
        kind: 'form',
        template: 'consent',
        title: form.title,
        event: 'e1',
        writtenBy: place.as('manager').user,
        writtenAt: moment('2026-03-02T10:00'),
        content: {
          kind: 'form',
          formVersion: 1,
          procedureVersion: '2026-01-01',
          sections: sectionsAsked(form),
          answers: { agrees: 'given' },
          children: [],
        },
      }),
    )
    const who = await as('practitioner')
    const page = (await who.get(`/cases/${id}/documents/d1/sign`)).body
    assert.deepEqual(await problemsIn(page), [])
    assert.match(words(page), /Parent or carer is for the family to sign, on paper\./)
    assert.match(words(page), /I do, on the line “Worker”: practitioner of East/)
    assert.doesNotMatch(words(page), /on the line “Parent|Worker is for/)
    assert.match(words((await who.send('', {})).body), /Choose who signs/)
    assert.match(words((await who.send('', { who: 'paper' })).body), /Choose what is signed/)
    assert.equal((await who.send('', { who: 'as-worker-signature' })).statusCode, 303)
    const after = words((await who.get(`/cases/${id}/documents/d1`)).body)
    assert.match(after, /Worker Signed by practitioner of East/)
    const theirs = await (await as('manager')).get(`/cases/${id}/documents/d1/sign`)
    assert.match(words(theirs.body), /Write down who has signed, and when\. What is signed\?/)
  })

  it('that is taken back leaves the line open', async () => {
    const { family, manager, last, form } = await supervised()
    await manager.get(`${form}/sign`)
    await manager.send('', { who: 'as-manager-signed' })
    await manager.get(`/cases/${family.id}/entries/${(await last())?.id}/take-back`)
    assert.equal((await manager.send('', { why: 'The wrong form' })).statusCode, 303)
    assert.match(words((await manager.get(form)).body), /Manager Not signed yet/)
  })
})
