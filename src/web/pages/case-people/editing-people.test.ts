import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { boxes } from '../../testing/boxes.ts'
import { knownFamily } from '../../testing/known-family.ts'
import type { KnownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { words } from '../../testing/words.ts'

const oneCalled = async ({ place, id }: KnownFamily, who: string) => {
  const one = await place.store.look(place.id, (all) => all.caseById(id))
  const found = one?.people.find((person) => person.id === who)
  assert.ok(found, who)
  return found
}

const changePath = async (family: KnownFamily, who: string): Promise<string> =>
  `/cases/${family.id}/people/${(await oneCalled(family, who)).personId}/change`

const people = async (family: KnownFamily): Promise<string> =>
  words((await (await family.as('practitioner')).get(`/cases/${family.id}/people`)).body)

describe('changing what is known of somebody', () => {
  it('begins with what is known and keeps what was known before', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const { body } = await worker.get(await changePath(family, 'mo'))
    assert.deepEqual(await problemsIn(body), [])
    const fields = boxes(body)
    assert.deepEqual(
      [fields['name'], fields['phone'], fields['lives']],
      ['Mo Marlow', '01632 960 001', 'stays'],
    )
    const sent = await worker.send('', {
      ...fields,
      phone: '01632 960 009',
      lives: 'new',
      address: '2 Mill Row',
    })
    assert.equal(sent.statusCode, 303, words(sent.body))
    assert.match(await people(family), /Mo Marlow Parent Telephone 01632 960 009 Address 2 Mill Row/)
    const history = words((await worker.get(`/cases/${family.id}/people/history`)).body)
    assert.match(
      history,
      /Mo Marlow Friday 27 March 2026 at 9am, by practitioner of East Telephone Before: 01632 960 001 Since: 01632 960 009 Address Before: 1 Example Street Sands Since: 2 Mill Row/,
    )
    assert.match(history, /Put on record: [^:]*Ben Marlow[^:]* Monday 2 March 2026 at 10am, by the service/)
  })

  it('tells the second of two, with both their changes in the form', async () => {
    const family = await knownFamily()
    const [one, other] = [await family.as('practitioner'), await family.as('manager')]
    const path = await changePath(family, 'mo')
    const [{ body: mine }, { body: theirs }] = [await one.get(path), await other.get(path)]
    await other.send('', { ...boxes(theirs), phone: '01632 960 007' }, theirs)
    const told = await one.send('', { ...boxes(mine), name: 'Mo Sample' }, mine)
    assert.equal(told.statusCode, 409)
    assert.match(told.body, /This has been changed since you opened the page/)
    const again = boxes(told.body)
    assert.deepEqual([again['name'], again['phone']], ['Mo Sample', '01632 960 007'])
    assert.equal((await one.send('', again)).statusCode, 303)
    const mo = await oneCalled(family, 'mo')
    assert.deepEqual([mo.name, mo.phone], ['Mo Sample', '01632 960 007'])
  })

  it('says what is wrong and keeps what was typed', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const fields = boxes((await worker.get(await changePath(family, 'ada'))).body)
    const sent = await worker.send('', {
      ...fields,
      name: '',
      'born-year': '2027',
      'until-day': '1',
      phone: '0123 and more',
    })
    assert.equal(sent.statusCode, 422)
    for (const problem of [
      'Enter the name',
      'The date of birth must be in the past',
      'The day of leaving must include a month and year',
    ])
      assert.match(sent.body, new RegExp(problem))
    assert.match(sent.body, /value="0123 and more"/)
    assert.equal((await oneCalled(family, 'ada')).name, 'Ada Marlow')
  })

  it('moves a household together, and shows who lives with whom', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const mo = (await oneCalled(family, 'mo')).personId
    for (const child of ['ada', 'ben']) {
      const fields = boxes((await worker.get(await changePath(family, child))).body)
      await worker.send('', { ...fields, lives: `with:${mo}` })
    }
    assert.match(
      await people(family),
      /Who lives together Ada Marlow, Ben Marlow and Mo Marlow 1 Example Street Sands/,
    )
    const fields = boxes((await worker.get(await changePath(family, 'mo'))).body)
    const ada = (await oneCalled(family, 'ada')).personId
    await worker.send('', { ...fields, lives: 'new', address: '2 Mill Row', along: ada })
    assert.equal((await oneCalled(family, 'ada')).address, '2 Mill Row')
    assert.equal((await oneCalled(family, 'ben')).address, '1 Example Street\nSands')
  })

  it('never shows a protected address, on any page of people', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const path = await changePath(family, 'mo')
    const fields = boxes((await worker.get(path)).body)
    assert.equal((await worker.send('', { ...fields, 'address-protected': 'yes' })).statusCode, 303)
    for (const page of [
      path,
      `/cases/${family.id}/people`,
      `/cases/${family.id}/people/history`,
      `/cases/${family.id}/people/add`,
    ]) {
      const { body, statusCode } = await worker.get(page)
      assert.equal(statusCode, 200)
      assert.doesNotMatch(body, /Example Street/, page)
    }
    assert.match(words((await worker.get(path)).body), /As it is: protected, and not shown to you/)
  })

  it('is only for those who may, and says nothing to others', async () => {
    const family = await knownFamily()
    const change = await changePath(family, 'mo')
    const base = `/cases/${family.id}`
    const editing = [change, `${base}/people/add`, `${base}/people/name`, `${base}/relationships/add`]
    for (const [role, team, status] of [
      ['quality-lead', 0, 403],
      ['practitioner', 1, 404],
      ['administrator', 0, 404],
    ] as const) {
      const who = await family.as(role, team)
      for (const path of editing) {
        const { statusCode, body } = await who.get(path)
        assert.equal(statusCode, status, `${role} ${path}`)
        assert.doesNotMatch(body, /Marlow/)
      }
      const history = await who.get(`${base}/people/history`)
      assert.equal(history.statusCode, status === 403 ? 200 : 404)
    }
  })
})

describe('somebody added by mistake', () => {
  it('is taken off the record again unless an entry names them, and stays in the history', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const { body: page } = await worker.get(`/cases/${family.id}/people/add`)
    await worker.send('', { ...boxes(page), name: 'Zed Other', role: 'child' })
    assert.match(await people(family), /Zed Other/)
    const path = await changePath(family, 'zed')
    assert.deepEqual(await problemsIn((await worker.get(path)).body), [])
    assert.deepEqual(await problemsIn((await worker.get(path.replace(/change$/, 'remove'))).body), [])
    assert.match((await worker.send('', {})).body, /Enter why they were added by mistake/)
    const { body: removing } = await worker.get(path.replace(/change$/, 'remove'))
    for (const _ of [1, 2]) {
      const sent = await worker.send('', { why: 'Of another family' }, removing)
      assert.equal(sent.statusCode, 303, words(sent.body))
    }
    assert.doesNotMatch(await people(family), /Zed Other/)
    const history = words((await worker.get(`/cases/${family.id}/people/history`)).body)
    assert.match(history, /Zed Other was taken off the record .* by practitioner of East/)
    const ada = await changePath(family, 'ada')
    const { body } = await worker.get(ada)
    assert.doesNotMatch(body, /Added by mistake/)
    await worker.get(ada.replace(/change$/, 'remove'))
    const refused = await worker.send('', { why: 'Not hers' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Entries of this record name this person/)
    assert.match(await people(family), /Ada Marlow/)
  })
})

describe('adding somebody', () => {
  it('puts a school around the family, with whose it is', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const { body } = await worker.get(`/cases/${family.id}/people/add`)
    assert.deepEqual(await problemsIn(body), [])
    const ada = (await oneCalled(family, 'ada')).personId
    const fields = { ...boxes(body), name: 'Sands Primary', role: 'professional', kind: 'school' }
    const lacking = await worker.send('', fields)
    assert.match(lacking.body, /Choose to whom/)
    assert.equal((await worker.send('', { ...fields, to: ada })).statusCode, 303)
    const said = await people(family)
    assert.match(said, /Around the family Sands Primary Professional/)
    assert.match(said, /Sands Primary: school of Change what Sands Primary is to Ada Marlow/)
  })
})

describe('who is who', () => {
  it('is said, changed and ended, and stays in the history', async () => {
    const family = await knownFamily()
    const worker = await family.as('practitioner')
    const [mo, ada, ben] = [
      (await oneCalled(family, 'mo')).personId,
      (await oneCalled(family, 'ada')).personId,
      (await oneCalled(family, 'ben')).personId,
    ]
    const { body: page } = await worker.get(`/cases/${family.id}/relationships/add`)
    assert.deepEqual(await problemsIn(page), [])
    const incomplete = await worker.send('', { person: mo, to: mo })
    assert.match(incomplete.body, /Choose what they are to them/)
    assert.match(incomplete.body, /Choose to whom: somebody else/)
    await worker.send('', { person: mo, kind: 'mother', to: [ada, ben] })
    const listed = await worker.get(`/cases/${family.id}/people`)
    assert.match(
      words(listed.body),
      /Mo Marlow: mother of Change what Mo Marlow is to Ada Marlow and Change what Mo Marlow is to Ben Marlow/,
    )
    const [path = ''] = /\/cases\/[\w-]+\/relationships\/[\w-]{36}/.exec(listed.body) ?? []
    const { body } = await worker.get(path)
    assert.deepEqual(await problemsIn(body), [])
    const ended = {
      ...boxes(body),
      kind: 'another',
      'kind-other': 'foster mother',
      'until-day': '1',
      'until-month': '3',
      'until-year': '2026',
    }
    assert.equal((await worker.send('', ended)).statusCode, 303)
    const said = await people(family)
    assert.match(
      said,
      /What is no longer so Mo Marlow: foster mother of .* Ada Marlow, until Sun 1 March 2026/,
    )
    const { body: again } = await worker.get(path)
    await worker.send('', { ...boxes(again), mistaken: 'yes' })
    assert.doesNotMatch(await people(family), /foster mother/)
    const history = words((await worker.get(`/cases/${family.id}/people/history`)).body)
    assert.match(history, /Recorded by mistake: Mo Marlow: foster mother of Ada Marlow/)
  })
})

describe('consent', () => {
  it('stands with each person as the record has it, the latest word for each purpose', async () => {
    const family = await knownFamily()
    assert.match(await people(family), /Mo Marlow Parent .*Consent Nothing on record/)
    const { place, id } = family
    const by = place.as('practitioner')
    const said = [
      { type: 'consent.given', at: moment('2026-03-25T09:00'), data: { by: 'parent' } },
      {
        type: 'consent.given',
        at: moment('2026-03-25T09:01'),
        data: { by: 'parent', scope: 'sharing', persons: ['ada'] },
      },
      {
        type: 'consent.withdrawn',
        at: moment('2026-03-26T09:00'),
        data: { by: 'parent', scope: 'sharing', persons: ['ada'] },
      },
    ]
    const result = await record(place.deps, by, { caseId: id, key: 'consents', said, reason: null })
    assert.equal(result.kind, 'recorded', JSON.stringify(result))
    const shown = await people(family)
    assert.match(
      shown,
      /Ada Marlow Child .*Consent Consent withdrawn, for sharing Thursday 26 March 2026, by the parent Consent given Wednesday 25 March 2026, by the parent/,
    )
    assert.match(
      shown,
      /Ben Marlow Child .*Consent Consent given Wednesday 25 March 2026, by the parent Change/,
    )
  })
})

describe('the name of a family', () => {
  it('is changed, and a second change is told of the first', async () => {
    const family = await knownFamily()
    const [one, other] = [await family.as('practitioner'), await family.as('manager')]
    const path = `/cases/${family.id}/people/name`
    const [{ body: mine }, { body: theirs }] = [await one.get(path), await other.get(path)]
    assert.equal((await other.send('', { ...boxes(theirs), name: 'Sample' }, theirs)).statusCode, 303)
    assert.equal((await one.send('', { ...boxes(mine), name: 'Mine' }, mine)).statusCode, 409)
    const kept = await family.place.store.look(family.place.id, (all) => all.caseById(family.id))
    assert.equal(kept?.family, 'Sample')
  })
})
