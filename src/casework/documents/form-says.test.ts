import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment, packNamed } from '../fixtures/small-authority.ts'
import { aPerson } from '../store-contract/given.ts'
import { formSays } from './form-says.ts'
import type { FormSays } from './form-says.ts'
import type { Answers } from './stored-document.ts'

const version = packNamed('nine-steps').versions[0]
const visit = version?.forms.find(({ id }) => id === 'visit')

const people = [
  { ...aPerson('ada', 'Ada', { role: 'child' }), personId: 'p' },
  { ...aPerson('ben', 'Ben', { role: 'child' }), personId: 'q' },
]

const answers: Answers = {
  'visited-on': '2026-03-17',
  purpose: 'To meet',
  child: {
    ada: { seen: 'alone', voice: 'I like it.' },
    ben: { seen: 'no', 'not-seen-why': 'At school', 'not-seen-when': '2026-03-30' },
  },
}

const recorded: Data = {
  purpose: 'To meet',
  seen: [{ child: 'ada', alone: true }],
  voice: 'Ada: I like it.',
  notSeen: [{ child: 'ben', reason: 'At school', when: '2026-03-30' }],
  document: 'd1',
}

const otherwise = (data: Data, at = '2026-03-17T16:00', named = people): FormSays | null => {
  assert.ok(version && visit)
  const content = {
    kind: 'form' as const,
    formVersion: 1,
    procedureVersion: '2026-01-01',
    sections: [],
    answers,
    children: people.map(({ id, name }) => ({ id, name, born: null })),
  }
  const { procedure } = version
  return formSays({ type: 'visit.made', at: moment(at), data }, visit, content, { procedure, people: named })
}

describe('what a form says otherwise than its entry', () => {
  it('is nothing where they say the same, at whatever time of the day and in whatever order it is stored', () => {
    assert.equal(otherwise(recorded), null)
    assert.equal(otherwise(recorded, '2026-03-17T09:00'), null)
    const stored = { ...recorded, notSeen: [{ when: '2026-03-30', reason: 'At school', child: 'ben' }] }
    assert.equal(otherwise(stored), null)
  })

  it('is nothing that comes of a child’s being called otherwise now, or of what the form does not ask', () => {
    const renamed = people.map((person) => ({ ...person, name: `${person.name} Reyes` }))
    assert.equal(otherwise(recorded, undefined, renamed), null)
    assert.equal(otherwise({ ...recorded, significant: true }), null)
  })

  it('is the day, and each field that the form gives', () => {
    assert.equal(otherwise(recorded, '2026-03-18T16:00')?.at, moment('2026-03-17T16:00'))
    const other = otherwise({ ...recorded, seen: [{ child: 'ada', alone: false }] })
    assert.deepEqual(other?.data, recorded)
    const { voice: _, ...less } = recorded
    assert.deepEqual(otherwise(less)?.data, recorded)
  })
})
