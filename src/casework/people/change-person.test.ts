import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { casePeople } from '../case/case-people.ts'
import type { PersonShown } from '../case/case-people.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { record } from '../recording/record.ts'
import { addPerson } from './add-person.ts'
import { changePerson } from './change-person.ts'
import type { ChangePerson } from './change-person.ts'
import { peopleHistory } from './people-history.ts'
import type { PersonSaid } from './person-said.ts'

const day = (text: string): Day => {
  const found = parseDay(text)
  if (found === undefined) throw new Error(`${text} is no date`)
  return found
}

/** A referred family of two children and a parent, with what a page would hold of each. */
const family = async (procedure?: string) => {
  const place = await smallAuthority(procedure)
  const caseId = await refer(place, '2026-03-02T10:00')
  const { deps, as } = place
  const shown = async (id: string): Promise<PersonShown> => {
    const found = (await casePeople(deps, as('service-manager'), caseId))?.people.find((one) => one.id === id)
    assert.ok(found, id)
    return found
  }
  const asked = async (id: string, key: string, said: Partial<PersonSaid> = {}): Promise<ChangePerson> => {
    const { personId, versions, name, role, born, phone, from, until } = await shown(id)
    const stays = { kind: 'stays' } as const
    return {
      caseId,
      key,
      person: personId,
      seen: versions,
      along: [],
      said: { name, role, born, phone, from, until, lives: stays, ...said },
    }
  }
  return { ...place, caseId, shown, asked }
}

const at = (address: string, isProtected = false): PersonSaid['lives'] => ({
  kind: 'is',
  address,
  isProtected,
})

describe('changing a person', () => {
  it('keeps what was known before, with who changed it', async () => {
    const { deps, as, asked, shown, caseId, set } = await family()
    set('2026-03-04T09:00')
    const change = await asked('mo', 'one', { name: 'Mo Sample', phone: '01632 960 002' })
    assert.deepEqual(await changePerson(deps, as('practitioner'), change), { kind: 'changed' })
    assert.deepEqual(await changePerson(deps, as('practitioner'), change), { kind: 'changed' })
    assert.equal((await shown('mo')).name, 'Mo Sample')
    const history = await peopleHistory(deps, as('practitioner'), caseId)
    const [last] = history?.changes ?? []
    assert.equal(last?.by, as('practitioner').user)
    assert.equal(last?.at, moment('2026-03-04T09:00'))
    assert.deepEqual(last?.what.kind === 'changed' && last.what.fields, [
      { field: 'name', before: 'Mo Example', after: 'Mo Sample', isHidden: false },
      { field: 'phone', before: null, after: '01632 960 002', isHidden: false },
    ])
  })

  it('is told to the second of two who change the same person, and overwrites nothing', async () => {
    const { deps, as, asked, shown } = await family()
    const [mine, theirs] = [
      await asked('mo', 'mine', { phone: '1' }),
      await asked('mo', 'theirs', { phone: '2' }),
    ]
    assert.equal((await changePerson(deps, as('manager'), theirs)).kind, 'changed')
    assert.equal((await changePerson(deps, as('practitioner'), mine)).kind, 'changed-meanwhile')
    assert.equal((await shown('mo')).phone, '2')
    const other = await asked('ada', 'other', { phone: '3' })
    assert.equal((await changePerson(deps, as('practitioner'), other)).kind, 'changed')
  })

  it('works out anew what is due: a child who has left is waited for no longer', async () => {
    const { deps, store, id, as, asked, caseId, set } = await family('family-network')
    set('2026-03-05T16:00')
    const said = [{ type: 'visit.made', at: moment('2026-03-05T15:00'), data: { purpose: 'first visit' } }]
    const visited = await record(deps, as('manager'), { caseId, key: 'visit', said, reason: null })
    assert.equal(visited.kind, 'recorded', JSON.stringify(visited))
    const childrenDue = async () =>
      (await store.look(id, (all) => all.obligationsOf(caseId)))
        .filter(({ state, subjectKind }) => state === 'open' && subjectKind === 'person')
        .map(({ subjectId }) => subjectId)
    const before = await childrenDue()
    assert.ok(before.includes('ben'), before.join())
    set('2026-03-10T09:00')
    const gone = await asked('ben', 'gone', { until: day('2026-03-07') })
    assert.equal((await changePerson(deps, as('practitioner'), gone)).kind, 'changed')
    const after = await childrenDue()
    assert.ok(after.includes('ada') && !after.includes('ben'), after.join())
  })

  it('is refused to those who may not, who learn nothing', async () => {
    const { deps, as, asked } = await family()
    const change = await asked('mo', 'no', { phone: '1' })
    assert.equal((await changePerson(deps, as('quality-lead'), change)).kind, 'not-allowed')
    assert.equal((await changePerson(deps, as('practitioner', 1), change)).kind, 'no-such-case')
    assert.equal((await changePerson(deps, as('administrator'), change)).kind, 'no-such-case')
  })

  it('holds dates against each other', async () => {
    const { deps, as, asked } = await family()
    const early = await asked('mo', 'a', { from: day('2026-03-02'), until: day('2026-03-01') })
    const result = await changePerson(deps, as('practitioner'), early)
    assert.deepEqual(result.kind === 'problems' && result.problems.map(({ field }) => field), ['until'])
    const future = await asked('ada', 'b', { born: day('2026-06-01') })
    assert.equal((await changePerson(deps, as('practitioner'), future)).kind, 'problems')
    const expected = await asked('ada', 'c', { born: day('2026-06-01'), role: 'unborn' })
    assert.equal((await changePerson(deps, as('practitioner'), expected)).kind, 'changed')
  })
})

describe('an address', () => {
  it('is everybody’s who moves along, and its protection everybody’s who lives there', async () => {
    const { deps, as, asked, shown, caseId, store, id } = await family()
    const worker = as('practitioner')
    await changePerson(deps, worker, await asked('mo', '1', { lives: at('1 Quay Lane') }))
    const mo = (await shown('mo')).personId
    for (const child of ['ada', 'ben'])
      await changePerson(deps, worker, await asked(child, child, { lives: { kind: 'with', person: mo } }))
    assert.equal((await shown('mo')).livesWith.length, 2)
    const ada = (await shown('ada')).personId
    const move = { ...(await asked('mo', '2', { lives: at('2 Mill Row') })), along: [ada] }
    await changePerson(deps, worker, move)
    const lives = async (who: string) => {
      const one = (await shown(who)).lives
      return one.kind === 'known' ? one.address : one.kind
    }
    assert.deepEqual(
      [await lives('mo'), await lives('ada'), await lives('ben')],
      ['2 Mill Row', '2 Mill Row', '1 Quay Lane'],
    )
    await changePerson(deps, worker, await asked('ada', '3', { lives: at('2 Mill Row', true) }))
    assert.deepEqual(
      [await lives('mo'), await lives('ada'), await lives('ben')],
      ['protected', 'protected', '1 Quay Lane'],
    )
    const history = JSON.stringify(
      (await peopleHistory(deps, worker, caseId))?.changes.filter(
        ({ what }) => what.kind === 'changed' && what.fields.every((field) => !field.isHidden),
      ),
    )
    assert.doesNotMatch(history, /Mill Row/)
    await store.change(id, (all) => all.setCase(caseId, { restrictedTo: [as('manager').user] }))
    const named = await casePeople(deps, as('manager'), caseId)
    assert.deepEqual(named?.people.find((one) => one.id === 'mo')?.lives, {
      kind: 'known',
      address: '2 Mill Row',
      isProtected: true,
    })
  })

  it('that is protected can be replaced by somebody who may not see it, and stays protected', async () => {
    const { deps, as, asked, store, id, caseId } = await family()
    const worker = as('practitioner')
    await changePerson(deps, worker, await asked('mo', '1', { lives: at('1 Quay Lane', true) }))
    await changePerson(deps, worker, await asked('mo', '2', { phone: '5' }))
    await changePerson(deps, worker, await asked('mo', '3', { lives: at('2 Mill Row', false) }))
    const mo = (await store.look(id, (all) => all.caseById(caseId)))?.people.find((one) => one.id === 'mo')
    assert.deepEqual([mo?.address, mo?.addressProtected, mo?.phone], ['2 Mill Row', true, '5'])
  })
})

describe('adding a person', () => {
  it('puts a baby into the family, with who it belongs to and an id of its own', async () => {
    const { deps, as, shown, caseId, store, id } = await family()
    const mo = (await shown('mo')).personId
    const said = {
      name: 'Ada Younger',
      role: 'unborn',
      born: day('2026-08-01'),
      phone: null,
      from: null,
      until: null,
    }
    const asked = {
      caseId,
      key: 'add',
      is: null,
      said: { ...said, lives: { kind: 'with', person: mo } as const },
    }
    assert.equal((await addPerson(deps, as('practitioner'), asked)).kind, 'changed')
    assert.equal((await addPerson(deps, as('practitioner'), asked)).kind, 'changed')
    const people = (await store.look(id, (all) => all.caseById(caseId)))?.people ?? []
    assert.deepEqual(
      people.map((one) => one.id),
      ['ada', 'ben', 'mo', 'ada-2'],
    )
    const [line] = await store.look(id, (all) => all.cases({ reach: 'all', open: true, limit: 5, offset: 0 }))
    assert.equal(line?.children, 3)
  })

  it('puts somebody around the family, with what they are to whom', async () => {
    const { deps, as, shown, caseId } = await family()
    const [ada, ben] = [(await shown('ada')).personId, (await shown('ben')).personId]
    const lives = { kind: 'is', address: null, isProtected: false } as const
    const said = {
      name: 'Sands Primary',
      role: 'professional',
      born: null,
      phone: '01632 960 003',
      from: null,
      until: null,
      lives,
    }
    const asked = { caseId, key: 'add', said, is: { kind: 'school', to: [ada, ben] } }
    assert.equal((await addPerson(deps, as('practitioner'), asked)).kind, 'changed')
    const facts = await casePeople(deps, as('practitioner'), caseId)
    const school = facts?.people.find((one) => one.id === 'sands')
    assert.equal(school?.member, false)
    assert.deepEqual(
      facts?.relationships.map(({ person, kind, other }) => [person, kind, other]),
      [
        [school?.personId, 'school', ada],
        [school?.personId, 'school', ben],
      ],
    )
  })
})
