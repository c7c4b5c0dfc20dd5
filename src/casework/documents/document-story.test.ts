import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Data } from '#engine/case-event.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import { reachOf } from '../access/reach.ts'
import { aDocument, anEvent } from '../store-contract/given.ts'
import { documentStories, toBeChanged } from './document-story.ts'
import { handIn } from './hand-in.ts'
import { returnDocument } from './return-document.ts'
import type { DocumentLine } from './stored-document.ts'

type Past = readonly (readonly [at: string, type: string, data: Data])[]

/** What became of documents that came with these events, each named by its number. */
const stories = (
  past: Past,
  documents: readonly (readonly [id: string, version: number, event: string])[],
) => {
  const events = past.map(([at, type, data], i) => ({
    ...anEvent(type, { at: moment(at), data }),
    id: `e${i + 1}`,
  }))
  const lines: readonly DocumentLine[] = documents.map(([id, version, event]) =>
    aDocument('w', { id, version, event }),
  )
  return documentStories({ events }, lines, moment('2026-04-01T09:00')).map((story) => ({
    id: story.id,
    version: story.latest.version,
    authorised: story.authorised?.id ?? null,
    returned: story.returned?.id ?? null,
    belongsTo: story.belongsTo?.id ?? null,
    withdrawn: story.withdrawn,
  }))
}

const plain = { version: 1, authorised: null, returned: null, belongsTo: null, withdrawn: false }

describe('what became of a document', () => {
  it('it is authorised by the event that names it, or by the next of its kind that names none', () => {
    const first = ['2026-03-02T10:00', 'assessment.completed', { document: 'd1' }] as const
    const second = ['2026-03-20T10:00', 'assessment.completed', { document: 'd2' }] as const
    const authorised = (at: string, data: Data) => [at, 'assessment.authorised', data] as const
    const both = [
      ['d1', 1, 'e1'],
      ['d2', 1, 'e2'],
    ] as const
    assert.deepEqual(
      stories([first, second, authorised('2026-03-25T10:00', { document: 'd1' })], both).map(
        (one) => one.authorised,
      ),
      ['e3', null],
    )
    assert.deepEqual(
      stories([first, second, authorised('2026-03-05T10:00', {})], both).map((one) => one.authorised),
      ['e3', null],
    )
    assert.deepEqual(
      stories([first, second, authorised('2026-03-25T10:00', {})], both).map((one) => one.authorised),
      [null, 'e3'],
    )
  })

  it('it waits to be changed from its return to its next version', () => {
    const past: Past = [
      ['2026-03-02T10:00', 'plan.agreed', { document: 'd1' }],
      ['2026-03-03T10:00', 'document.returned', { document: 'd1', reason: 'More' }],
      ['2026-03-04T10:00', 'document.revised', { document: 'd1' }],
    ]
    assert.deepEqual(stories(past.slice(0, 2), [['d1', 1, 'e1']]), [{ ...plain, id: 'd1', returned: 'e2' }])
    const again = stories(past, [
      ['d1', 1, 'e1'],
      ['d1', 2, 'e3'],
    ])
    assert.deepEqual(again, [{ ...plain, id: 'd1', version: 2 }])
  })

  it('it belongs to what it was written for, and goes with its event when that is taken back', () => {
    const past: Past = [
      ['2026-03-02T10:00', 'visit.made', {}],
      ['2026-03-03T10:00', 'document.written', { document: 'd1', of: 'e1' }],
      ['2026-03-04T10:00', 'plan.agreed', { document: 'd2' }],
      ['2026-03-05T10:00', 'event.withdrawn', { of: 'e3' }],
    ]
    assert.deepEqual(
      stories(past, [
        ['d1', 1, 'e2'],
        ['d2', 1, 'e3'],
      ]),
      [
        { ...plain, id: 'd1', belongsTo: 'e1' },
        { ...plain, id: 'd2', withdrawn: true },
      ],
    )
  })
})

describe('giving a form back', () => {
  it('is the procedure’s own event for it, where it has one, and only a manager’s', async () => {
    const place = await smallAuthority('family-work')
    const { deps, as } = place
    const caseId = await refer(place, '2026-03-02T10:00')
    place.set('2026-03-05T10:00')
    const kept = await handIn(deps, as('practitioner'), {
      caseId,
      key: 'the record',
      document: {
        kind: 'form',
        template: 'supervision-record',
        title: 'Record',
        content: aDocument('w').content,
      },
      of: null,
      said: { type: 'supervision.recorded', at: moment('2026-03-05T09:00'), data: {} },
      known: 9,
      reason: null,
      draft: 'none',
    })
    assert.deepEqual(kept.kind, 'kept')
    const returning = { caseId, key: 'back', document: 'd1', reason: 'Say more' }
    assert.deepEqual(await returnDocument(deps, as('practitioner'), returning), { kind: 'not-allowed' })
    assert.deepEqual(await returnDocument(deps, as('practitioner', 1), returning), { kind: 'no-such-case' })
    const result = await returnDocument(deps, as('manager'), returning)
    assert.equal(result.kind, 'recorded')
    assert.deepEqual(await returnDocument(deps, as('manager'), returning), result)
    const one = await place.store.look(place.id, (all) => all.caseById(caseId))
    assert.ok(one)
    assert.deepEqual(toBeChanged(one, moment('2026-03-05T10:00')), [{ id: 'd1', reason: 'Say more' }])
    const query = { state: null, about: reachOf(as('manager')), to: null, before: null, limit: 50 } as const
    const told = (await place.store.look(place.id, (all) => all.messages(query))).filter(
      ({ subject }) => subject === 'A form was returned to be changed',
    )
    assert.deepEqual(
      told.map(({ to }) => to),
      [{ kind: 'user', user: as('practitioner').user }],
    )
    const last = one.events.at(-1)
    assert.deepEqual(
      [last?.type, last?.data],
      ['supervision.returned', { document: 'd1', reason: 'Say more' }],
    )
  })
})
