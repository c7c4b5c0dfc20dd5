import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDay } from '#calendar/day.ts'
import { moment } from '#casework/fixtures/small-authority.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { Assessment } from '#engine/assess.ts'
import { saidIn } from '../forms/said.ts'
import { words } from '../testing/words.ts'
import { readActions } from './action-rows.ts'
import { drawSeen, readSeen } from './seen-rows.ts'

const child = (id: string, role: string, born: string): CasePerson => ({
  id,
  personId: id,
  name: id,
  role,
  member: true,
  born: parseDay(born) ?? null,
  from: null,
  until: null,
  phone: null,
  address: null,
  addressProtected: false,
})

const people = [child('Ada', 'child', '2019-05-03'), child('Baby', 'unborn', '2026-07-01')]
const visit = { 'at-day': '10', 'at-month': '3', 'at-year': '2026' }
const later = (day: string) => ({
  'seen-Ada-when-day': day,
  'seen-Ada-when-month': '3',
  'seen-Ada-when-year': '2026',
})
const notSeen = { ...visit, 'seen-Ada': 'not', 'seen-Ada-reason': 'At nursery' }

const drawn = (now: string, typed = {}): string => {
  const standing = { watches: [] } as unknown as Assessment
  return words(String(drawSeen(saidIn(typed, []), { people, standing, now: moment(now) })))
}

describe('which children were seen', () => {
  it('is not asked of a child whose birth is not on record, whenever it was expected', () => {
    for (const now of ['2026-03-10T09:00', '2026-07-02T09:00']) {
      assert.match(drawn(now), /Not asked about Baby: no birth is on record/)
      assert.doesNotMatch(drawn(now), /Baby.*Seen, and seen alone.*Seen, and seen alone/)
    }
    assert.match(
      drawn('2026-03-10T09:00', { 'seen-Baby': 'not' }),
      /Seen, and seen alone.*Seen, and seen alone/,
    )
    const read = readSeen({ ...visit, 'seen-Ada': 'alone' }, { people })
    assert.deepEqual(read, { ok: true, data: { seen: [{ child: 'Ada', alone: true }] } })
  })

  it('is not accepted of a child before its birth', () => {
    const seen = (baby: CasePerson, how: string) => {
      const read = readSeen(
        { ...visit, 'seen-Baby': how, 'seen-Baby-reason': 'Born since' },
        { people: [baby] },
      )
      return read.ok ? read.data : read.problems
    }
    const unborn = child('Baby', 'unborn', '2026-03-01')
    assert.deepEqual(seen(unborn, 'alone'), [
      {
        field: 'seen-Baby',
        text: 'Baby cannot have been seen before being born. If the baby is here, say so under People first, or choose “Not seen”',
      },
    ])
    const bornAfter = child('Baby', 'child', '2026-03-11')
    assert.deepEqual(seen(bornAfter, 'seen'), [
      {
        field: 'seen-Baby',
        text: 'Baby was born on Wednesday 11 March 2026, after this visit. Correct the date, or choose “Not seen”',
      },
    ])
    assert.deepEqual(seen(bornAfter, ''), {})
    assert.deepEqual(seen(bornAfter, 'not'), { notSeen: [{ child: 'Baby', reason: 'Born since' }] })
    assert.deepEqual(seen(child('Baby', 'child', '2026-03-10'), 'seen'), {
      seen: [{ child: 'Baby', alone: false }],
    })
  })

  it('has no child made good before the visit at which they were not seen', () => {
    const read = readSeen({ ...notSeen, ...later('9') }, { people })
    assert.ok(!read.ok)
    assert.deepEqual(
      read.problems.map(({ text }) => text),
      ['The date on which Ada will be seen must not be before the visit'],
    )
    assert.ok(readSeen({ ...notSeen, ...later('10') }, { people }).ok)
  })
})

describe('actions', () => {
  it('are not to be done before they were agreed', () => {
    const by = (day: string) => ({
      ...visit,
      'a-1-what': 'Bedtimes',
      'a-1-by-day': day,
      'a-1-by-month': '3',
      'a-1-by-year': '2026',
    })
    const read = readActions(by('9'), 'a')
    assert.ok(!read.ok)
    assert.match(read.problems[0]?.text ?? '', /must not be before it was agreed/)
    assert.ok(readActions(by('10'), 'a').ok)
  })
})
