import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assess } from '../assess.ts'
import { assessmentJson } from '../assessment-json.ts'
import { calendar, clock, eventsFrom, moment, procedureOf } from '../fixtures/told-case.ts'
import type { Told } from '../fixtures/told-case.ts'

const raise = clock('start: { limit-of: visit }\nmet: concern.raised\nno-limit: true', 'raise')
const before = procedureOf(
  `${clock('start: { each: contact.made }\nmet: visit.made\nwithin: 7 working days')}${raise}`,
)
const consent = `- gate: consent
  before: visit.made
  otherwise: refuse
  needs: [{ what: consent, recorded: consent.given }]
`
const after = procedureOf(
  `${clock('start: { each: contact.made }\nmet: visit.made\nwithin: 3 working days')}${raise}${consent}`,
)

const moved = '2026-07-01T09:00'

/** A case that ran under the first version until 1 July 2026 and runs under the second since. */
const afterTheMove = (told: readonly Told[], asOf: string) =>
  assessmentJson(
    assess({
      procedure: after,
      earlier: [{ procedure: before, until: moment(moved) }],
      events: eventsFrom([...told, ['procedure.changed', moved, { to: '2026-07-01' }]]),
      people: [],
      calendar,
      asOf: moment(asOf),
      place: () => ({ file: 'case.yaml', line: 1 }),
    }),
  )

describe('a case that was moved to another version', () => {
  it('keeps the limit under which a thing began, and has the new one for what begins after', () => {
    const { obligations } = afterTheMove(
      [
        ['contact.made', '2026-06-25T10:00'],
        ['contact.made', '2026-07-03T10:00'],
      ],
      '2026-07-04T09:00',
    )
    assert.deepEqual(
      obligations
        .filter(({ rule }) => rule === 'visit')
        .map(({ startedBy, due, standing }) => [startedBy, due, standing]),
      [
        ['e1', '2026-07-06', 'due-soon'],
        ['e2', '2026-07-08', 'open'],
      ],
    )
  })

  it('is not judged by a gate for what happened before there was one', () => {
    const { problems, obligations } = afterTheMove(
      [
        ['contact.made', '2026-06-25T10:00'],
        ['visit.made', '2026-06-29T10:00'],
      ],
      '2026-07-04T09:00',
    )
    assert.deepEqual(problems, [])
    assert.equal(obligations.find(({ rule }) => rule === 'visit')?.standing, 'met')
  })

  it('is held to the new gate from then on', () => {
    const { problems } = afterTheMove([['visit.made', '2026-07-02T10:00']], '2026-07-04T09:00')
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['event-refused'],
    )
  })

  it('escalates by the limit under which the thing began', () => {
    const { obligations } = afterTheMove([['contact.made', '2026-06-25T10:00']], '2026-07-04T09:00')
    assert.deepEqual(
      obligations.filter(({ rule }) => rule === 'raise').map(({ opens }) => opens),
      ['2026-07-07'],
    )
  })
})
