import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refer } from '#casework/fixtures/small-authority.ts'
import { knownFamily } from '../../testing/known-family.ts'
import type { KnownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

const typedIn = (markup: string): string =>
  (/<textarea[^>]*name="body"[^>]*>([\s\S]*?)<\/textarea>/.exec(markup)?.[1] ?? '').replaceAll('&#39;', "'")

const protect = (family: KnownFamily): Promise<void> =>
  family.place.store.change(family.place.id, async (all) => {
    const one = await all.caseById(family.id)
    assert.ok(one)
    await all.setPeople(
      family.id,
      one.people.map((person) => ({ ...person, addressProtected: person.role === 'parent' })),
    )
    await all.setCase(family.id, { restrictedTo: [family.place.as('practitioner').user] })
  })

const latestEvent = async ({ place, id }: KnownFamily) => {
  const one = await place.store.look(place.id, (all) => all.caseById(id))
  return one?.events.at(-1)
}

const open = async (family: KnownFamily) => {
  const who = await family.as('practitioner')
  const page = await who.get(`/cases/${family.id}/letters/first-contact`)
  return { who, page: page.body, body: typedIn(page.body) }
}

describe('a letter of the procedure', () => {
  it('is filled in from the record; what is not on record is a gap to be typed', async () => {
    const { page, body } = await open(await knownFamily())
    assert.match(body, /^1 Example Street\nSands\n\nFriday 27 March 2026\n\nDear Mo Marlow\n/)
    assert.match(body, /My name is practitioner of East and I work for \[\[service name\]\]\./)
    assert.match(body, /meet Ada Marlow and Ben Marlow, and hear from you/)
    assert.match(body, /practitioner of East, Practitioner$/)
    assert.match(words(page), /Not on record: please type [^.]*\. Service name Worker phone Team phone/)
  })

  it('says how the service, the team and the worker are reached, once that is known', async () => {
    const family = await knownFamily()
    const { place } = family
    await place.store.change(place.id, async (all) => {
      const service = { name: 'Sands Early Help', phone: '01632 960 001', email: null, address: null }
      await all.setServiceDetails(service)
      const worker = await all.user(place.as('practitioner').user)
      assert.ok(worker)
      await all.changeUser(worker.user, { ...worker, phone: '07700 900 001' })
    })
    const first = (await open(family)).body
    assert.match(first, /I work for Sands Early Help\./)
    assert.match(first, /07700 900 001/)
    assert.match(first, /01632 960 001/)
    await place.store.change(place.id, (all) =>
      all.setTeamDetails(place.teams[0].id, { phone: '01632 960 002', email: null, address: null }),
    )
    const second = (await open(family)).body
    assert.match(second, /01632 960 002/)
    assert.doesNotMatch(second, /01632 960 001/)
  })

  it('is not kept with a gap in it, and can be filled in again for another name', async () => {
    const family = await knownFamily()
    const { who, body } = await open(family)
    const sent = await who.send('', { to: 'Mo Marlow', body })
    assert.equal(sent.statusCode, 422)
    assert.match(
      words(sent.body),
      /Fill in or take out what is marked with \[\[ \]\]: service name, worker phone and team phone/,
    )
    const again = typedIn((await who.send('', { to: 'Grandma', body, 'fill-again': 'yes' })).body)
    assert.match(again, /^\[\[address\]\]\n[\s\S]*Dear Grandma\n/)
  })

  it('asks once for what is not on record, and puts it wherever it belongs', async () => {
    const family = await knownFamily()
    const { who, body } = await open(family)
    const twice = `${body}\n\nRing [[team phone]] or [[colour of the door?]]`
    const answers = { 'gap-team-phone': ' 01632 960 001 ', 'gap-service-name': 'Early $& Help' }
    const sent = await who.send('', { to: 'Mo Marlow', body: twice, ...answers })
    assert.equal(sent.statusCode, 422)
    const filled = typedIn(sent.body)
    assert.equal(filled.match(/01632 960 001/g)?.length, 2)
    assert.match(filled, /I work for Early \$&amp; Help\./)
    assert.deepEqual(await problemsIn(sent.body), [])
    assert.match(words(sent.body), /Worker phone Colour of the door\?/)
    const again = await who.send('', {
      to: 'Mo Marlow',
      body: filled.replaceAll('&amp;', '&'),
      'gap-worker-phone': '07700 900 001',
      'gap-colour-of-the-door-': 'red',
    })
    assert.equal(again.statusCode, 200)
    assert.match(words(again.body), /07700 900 001[\s\S]*Ring 01632 960 001 or red/)
  })

  it('is looked at, kept with the family and recorded as sent', async () => {
    const family = await knownFamily()
    const { who } = await open(family)
    const body = 'Dear Mo\n\nWe come **soon**. <b>1</b>'
    const preview = await who.send('', { to: 'Mo Marlow', body })
    assert.equal(preview.statusCode, 200)
    assert.match(preview.body, /<p>We come <strong>soon<\/strong>\. &lt;b&gt;1&lt;\/b&gt;<\/p>/)
    assert.deepEqual(await problemsIn(preview.body), [])
    assert.match(words((await who.send('')).body), /Choose whether the letter has been sent/)
    const when = { 'sent-day': '26', 'sent-month': '3', 'sent-year': '2026' }
    const kept = await who.send('', { 'was-sent': 'yes', ...when })
    assert.equal(kept.headers.location, `/cases/${family.id}/documents/d1`)
    const event = await latestEvent(family)
    assert.equal(event?.type, 'letter.sent')
    assert.deepEqual(event.data, {
      letter: 'first-contact',
      with: ['family'],
      method: 'letter',
      document: 'd1',
    })
    const read = await who.get(`/cases/${family.id}/documents/d1`)
    assert.match(
      words(read.body),
      /Letter: I should like to meet you[\s\S]*To Mo Marlow, Thursday 26 March 2026/,
    )
    assert.deepEqual(await problemsIn(read.body), [])
  })

  it('kept before it is sent is with the documents, and can be recorded as sent later', async () => {
    const family = await knownFamily()
    const { who } = await open(family)
    await who.send('', { to: 'Mo Marlow', body: 'Dear Mo' })
    await who.send('', { 'was-sent': 'no' })
    assert.equal((await latestEvent(family))?.type, 'document.written')
    const read = (await who.get(`/cases/${family.id}/documents/d1`)).body
    assert.match(read, /href="[^"]*letter\.sent\?document=d1"/)
    assert.match(
      words((await who.get(`/cases/${family.id}/documents`)).body),
      /Letter: I should like to meet you/,
    )
  })

  it('never has a protected address on it, whoever writes', async () => {
    const family = await knownFamily()
    await protect(family)
    const { who, body, page } = await open(family)
    assert.match(body, /^\[\[address\]\]\n/)
    assert.doesNotMatch(page, /Example Street/)
    const sent = await who.send('', { to: 'Mo Marlow', body: 'To 1, Example  street\nDear Mo', keep: 'yes' })
    assert.equal(sent.statusCode, 422)
    assert.match(words(sent.body), /Take the address of Mo Marlow out of the letter: it is protected/)
    const lines = await family.place.store.look(family.place.id, (all) => all.documentsOf(family.id))
    assert.deepEqual(lines, [])
  })
})

describe('every letter of every procedure', () => {
  for (const pack of [
    'nine-steps',
    'family-work',
    'caf-process',
    'partner-pathway',
    'step-down',
    'family-network',
  ])
    it(`${pack}: is a valid page with nothing left to be filled in but gaps`, async () => {
      const service = await smallService(pack)
      const { place } = service
      const id = await refer(place, '2026-03-02T10:00')
      const who = await service.as('manager')
      const letters = place.deps.shelf.pack(pack)?.versions[0]?.letters ?? []
      assert.ok(letters.length > 0)
      for (const letter of letters) {
        const page = (await who.get(`/cases/${id}/letters/${letter.id}`)).body
        assert.deepEqual(await problemsIn(page), [], letter.id)
        assert.doesNotMatch(typedIn(page), /\{\{|undefined|null/, letter.id)
        const body = typedIn(page).replaceAll(/\[\[.*?\]\]/g, 'typed')
        const preview = await who.send('', { to: 'Somebody', body })
        assert.equal(preview.statusCode, 200, letter.id)
        assert.deepEqual(await problemsIn(preview.body), [], letter.id)
        assert.equal((await who.send('', { 'was-sent': 'no' })).statusCode, 303, letter.id)
      }
    })
})
