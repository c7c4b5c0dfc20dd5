import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { parseDay } from '#calendar/day.ts'
import { nothingKnown } from '../administration/staff-ports.ts'
import { moment, packNamed } from '../fixtures/small-authority.ts'
import { anEvent, aPerson } from '../store-contract/given.ts'
import type { CaseRecord } from '../case/case-record.ts'
import { carriedOver } from './carry-over.ts'
import type { Answers, StoredDocument } from './stored-document.ts'

type Past = readonly (readonly [at: string, type: string, data: Data])[]

const document = (template: string, answers: Answers): StoredDocument => ({
  id: 'd1',
  version: 1,
  kind: 'form',
  template,
  title: template,
  event: 'e1',
  writtenBy: 'w',
  writtenAt: moment('2026-03-02T10:00'),
  content: {
    kind: 'form',
    formVersion: 1,
    procedureVersion: '2026-01-01',
    sections: [],
    answers,
    children: [{ id: 'ada', name: 'Ada', born: null }],
  },
})

/** What a form says when it is begun on Friday 27 March 2026, after this has happened and these were handed in. */
const begun = (pack: string, id: string, past: Past, latest: readonly StoredDocument[] = []): Answers => {
  const version = packNamed(pack).versions[0]
  const form = version?.forms.find((one) => one.id === id)
  assert.ok(version && form)
  const record: CaseRecord = {
    authority: 'a',
    id: 'c',
    reference: 'NS-0001',
    family: 'Example',
    procedure: pack,
    version: version.procedure.version,
    team: null,
    worker: 'w',
    restrictedTo: null,
    opened: moment('2026-03-01T09:00'),
    closed: null,
    revision: 1,
    openings: [],
    people: [
      { ...aPerson('ada', 'Ada', { role: 'child', born: parseDay('2015-04-02') ?? null }), personId: 'p' },
    ],
    events: past.map(([at, type, data], i) => ({
      ...anEvent(type, { at: moment(at), data }),
      id: `e${i + 1}`,
    })),
  }
  const authority = { id: 'a', slug: 'a', name: 'A', pack, closures: [], demonstration: true }
  const worker = {
    authority: 'a',
    user: 'w',
    name: 'Worker One',
    memberships: [],
    email: 'w@example.org',
    active: true,
    phone: null,
  }
  const users = new Map([['w', worker]])
  const now = moment('2026-03-27T09:00')
  const { procedure, forms } = version
  return carriedOver(
    form,
    {
      record,
      now,
      users,
      authority,
      team: null,
      contact: nothingKnown,
      recipient: null,
      procedure,
      forms,
      latest,
    },
    ['ada'],
  )
}

describe('what a form says when it is begun', () => {
  it('comes from events, from earlier forms and, for each child, from what was said of the same child', () => {
    const earlier = document('assessment', {
      'why-now': 'Late for school',
      worries: 'Mornings',
      child: { ada: { voice: 'I am tired.' }, zoe: { voice: 'Elsewhere.' } },
    })
    const summary = begun(
      'family-work',
      'case-summary',
      [['2026-03-05T10:00', 'consent.refused', { reason: 'Not now' }]],
      [earlier],
    )
    assert.equal(summary['who'], 'Ada')
    assert.equal(summary['why-involved'], 'Late for school')
    assert.equal(summary['worries'], 'Mornings')
    assert.deepEqual(summary['child'], { ada: { voice: 'I am tired.' } })
    assert.equal(summary['written-on'], '2026-03-27')
  })

  it('puts a value of the vocabulary into its choice, and a worker’s id into a name', () => {
    assert.equal(
      begun('nine-steps', 'closing-agreement', [
        ['2026-03-05T10:00', 'closure.proposed', { reason: 'universal' }],
      ])['reason'],
      undefined,
      'what an earlier proposal said is not what this one says',
    )
    const closing = begun('family-work', 'closing-summary', [
      ['2026-03-05T10:00', 'closure.agreed', { reason: 'non-engagement' }],
    ])
    assert.equal(closing['closing-reason'], 'non-engagement')
    const supervision = begun('family-work', 'supervision-record', [
      ['2026-03-05T10:00', 'supervision.held', { kind: 'group', worker: 'w' }],
    ])
    assert.deepEqual([supervision['kind'], supervision['worker']], ['group', 'Worker One'])
  })

  it('does not take what the last meeting said for this one; the day is an agreed one that has just passed', () => {
    const last: Past = [
      ['2026-03-01T10:00', 'taf.held', { final: true, planAgreed: true, number: 1 }],
      ['2026-03-02T10:00', 'taf.agreed', { date: '2026-03-24', place: 'The school', number: 2 }],
    ]
    const minutes = begun('nine-steps', 'taf-record', last)
    assert.deepEqual(
      [minutes['held-on'], minutes['number'], minutes['place'], minutes['final'], minutes['plan-agreed']],
      ['2026-03-24', '2', 'The school', undefined, undefined],
    )
    const old: Past = [['2026-02-02T10:00', 'taf.agreed', { date: '2026-02-10' }]]
    assert.equal(begun('nine-steps', 'taf-record', old)['held-on'], '2026-03-27')
    const ahead: Past = [['2026-03-20T10:00', 'taf.agreed', { date: '2026-04-10' }]]
    assert.equal(begun('nine-steps', 'taf-record', ahead)['held-on'], '2026-03-27')
  })

  it('goes on with the actions of the plan: with those added since, and what is done', () => {
    const past: Past = [
      ['2026-03-02T10:00', 'plan.agreed', { actions: [{ what: 'Old' }] }],
      ['2026-03-09T10:00', 'plan.revised', { actions: [{ what: 'Ring', who: 'Mo', by: '2026-04-03' }] }],
      ['2026-03-10T10:00', 'action.added', { actions: [{ what: 'Walk' }] }],
      ['2026-03-20T10:00', 'action.completed', { what: 'Ring' }],
    ]
    assert.deepEqual(begun('partner-pathway', 'review', past)['actions'], [
      { what: 'Ring', who: 'Mo', state: 'done' },
      { what: 'Walk' },
    ])
    const plan = document('support-plan', {
      actions: [
        { what: 'Ring', who: 'Mo', by: '2026-04-03', state: 'begun' },
        { what: 'Walk', state: 'begun' },
      ],
    })
    assert.deepEqual(begun('partner-pathway', 'support-plan', past, [plan])['actions'], [
      { what: 'Ring', who: 'Mo', by: '2026-04-03', state: 'done' },
      { what: 'Walk', state: 'begun' },
    ])
  })

  it('carries two lists of one event only once', () => {
    const past: Past = [['2026-03-02T10:00', 'plan.agreed', { actions: [{ what: 'Ring' }] }]]
    const plan = begun('caf-process', 'support-plan', past)
    assert.deepEqual([plan['family-actions'], plan['agency-actions']], [[{ what: 'Ring' }], undefined])
  })
})
