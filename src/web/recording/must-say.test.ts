import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { packNamed } from '#casework/fixtures/small-authority.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { groupsOf } from './event-title.ts'
import { mustSay } from './must-say.data.ts'
import { saysNothing } from './must-say.ts'
import { questionsOf } from './questions-of.ts'
import { readAnswers } from './read-answers.ts'

const packs = ['caf-process', 'family-network', 'family-work', 'nine-steps', 'partner-pathway', 'step-down']
const procedures = packs.flatMap((id) => packNamed(id).versions.map(({ procedure }) => procedure))

const child: CasePerson = {
  id: 'ada',
  personId: 'ada',
  name: 'Ada',
  role: 'child',
  member: true,
  born: null,
  from: null,
  until: null,
  phone: null,
  address: null,
  addressProtected: false,
}
const people = [child, { ...child, id: 'ben', personId: 'ben', name: 'Ben' }]
const asked = (procedure: Procedure, type: string) =>
  questionsOf(type, { procedure, people, events: [], workers: [], expected: [] })

/** What can be sent with nothing but the day on which it happened. */
const emptyIn = (procedure: Procedure): readonly string[] =>
  groupsOf(procedure)
    .flatMap(({ events }) => events.map(({ type }) => type))
    .filter((type) => {
      const questions = asked(procedure, type)
      const read = readAnswers({}, questions, people)
      return read.ok && saysNothing(type, read.data, questions).length === 0
    })

describe('an entry with nothing but its day', () => {
  it('is one that says all by itself, under every procedure', () => {
    const empty = [...new Set(procedures.flatMap(emptyIn))].toSorted()
    assert.deepEqual(empty, [
      'assessment.authorised',
      'assessment.started',
      'closing-summary.submitted',
      'closure.completed',
      'closure.signed-off',
      'network-map.drawn',
      'note.finalised',
      'plan.resumed',
      'social-work.ended',
      'social-work.started',
      'supervision.authorised',
      'supervision.held',
      'supervision.signed',
      'support-call.attempted',
      'support-call.offered',
      'support-call.requested',
      'visit.attempted',
      'waiting-list.left',
    ])
  })

  it('is told what is needed at the first control that would say it', () => {
    const [nine] = packNamed('nine-steps').versions
    assert.ok(nine)
    const { procedure } = nine
    const wrong = (type: string) => saysNothing(type, {}, asked(procedure, type))
    assert.deepEqual(wrong('plan.agreed'), [
      { field: 'f-actions-1-what', text: 'Enter at least one action, or what was agreed' },
    ])
    assert.deepEqual(wrong('taf.agreed'), [
      { field: 'f-date', parts: ['day', 'month', 'year'], text: 'Enter the date of the meeting' },
    ])
    assert.deepEqual(wrong('closing-summary.written'), [
      { field: 'f-account', text: 'Enter the summary, or where it is kept' },
    ])
    const told = { account: 'Three things until May' }
    assert.deepEqual(saysNothing('plan.agreed', told, asked(procedure, 'plan.agreed')), [])
    assert.deepEqual(saysNothing('taf.held', { final: false }, asked(procedure, 'taf.held')), [])
    assert.deepEqual(saysNothing('supervision.recorded', { document: 'd1' }, []), [])
  })

  it('names fields that a page asks for', () => {
    const fields = (type: string) =>
      new Set(procedures.flatMap((one) => asked(one, type).map(({ field }) => field)))
    for (const [type, { any }] of Object.entries(mustSay)) {
      const known = fields(type)
      for (const field of any) assert.ok(known.has(field), `${type} ${field}`)
    }
  })
})
