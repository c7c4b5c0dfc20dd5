import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countsFrom } from './counts-from.ts'
import { packNamed } from '../fixtures/small-authority.ts'

const taken = (pack: string, type: string) => {
  const [version] = packNamed(pack).versions
  assert.ok(version)
  const { rules, isTheirs } = countsFrom(type, version.procedure)
  return { isTheirs, rules: rules.map(({ clause, by }) => [clause, by]) }
}

describe('from whom a procedure takes an event', () => {
  it('a sign-off is that of the roles that a gate or a time limit names', () => {
    assert.deepEqual(taken('nine-steps', 'closure.signed-off'), {
      isTheirs: true,
      rules: [['NS-9.2', ['manager', 'duty-manager', 'service-manager']]],
    })
    assert.deepEqual(taken('nine-steps', 'case.reviewed'), {
      isTheirs: true,
      rules: [['NS-8.3', ['service-manager']]],
    })
    assert.deepEqual(taken('caf-process', 'supervision.signed'), {
      isTheirs: true,
      rules: [
        ['CP-S4', ['worker']],
        ['CP-S4', ['line-manager']],
      ],
    })
    assert.deepEqual(taken('family-network', 'delay.taken-up'), {
      isTheirs: true,
      rules: [
        ['FN-3.3', ['network-lead']],
        ['FN-3.3', ['head-of-service']],
      ],
    })
  })

  it('what is anybody’s work besides stays theirs who do it', () => {
    assert.deepEqual(taken('step-down', 'note.recorded').isTheirs, false)
    assert.deepEqual(taken('family-work', 'case.discussed').isTheirs, false)
    assert.deepEqual(taken('family-work', 'closure.agreed'), {
      isTheirs: false,
      rules: [
        ['FW-N2', ['practitioner', 'senior-family-worker']],
        ['FW-N2', ['senior-practitioner']],
      ],
    })
  })

  it('what a social worker does is written down by others', () => {
    assert.deepEqual(taken('step-down', 'assessment.completed'), {
      isTheirs: false,
      rules: [['SD-1.4', ['social-worker', 'social-care-manager']]],
    })
  })

  it('nothing else is anybody’s in particular', () => {
    assert.deepEqual(taken('nine-steps', 'visit.made'), { isTheirs: false, rules: [] })
    assert.deepEqual(taken('partner-pathway', 'closure.signed-off'), { isTheirs: false, rules: [] })
  })
})
