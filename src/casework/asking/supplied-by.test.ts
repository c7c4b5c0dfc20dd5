import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { procedureOf } from '#engine/fixtures/told-case.ts'
import { suppliedBy } from './supplied-by.ts'

const procedure = procedureOf(`gate: ready
before: case.closed
otherwise: refuse
needs:
  - what: an agreement
    any:
      - recorded: closure.agreed
      - recorded: { event: [supervision.held, closure.agreed], where: { closureAgreed: true } }
  - what: three visits
    count: { of: visit.made, at-least: 3 }
  - what: no refusal
    not-recorded: consent.refused
`)
const lack = (what: string) => ({ gate: 'ready', clause: 'D-1', what, person: null })

describe('what puts on record what a gate lacks', () => {
  it('is any of the events that it looks for, each once', () => {
    assert.deepEqual(suppliedBy(procedure, lack('an agreement')), ['closure.agreed', 'supervision.held'])
    assert.deepEqual(suppliedBy(procedure, lack('three visits')), ['visit.made'])
  })

  it('is nothing where an event stands in the way', () => {
    assert.deepEqual(suppliedBy(procedure, lack('no refusal')), [])
  })
})
