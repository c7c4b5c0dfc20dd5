import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { callAlongside } from './call-alongside.ts'

const packs = join(import.meta.dirname, 'fixtures', 'packs')
const tryOut = join(packs, 'try-out')

describe('alongside compare', () => {
  it('says clause by clause what changed', async () => {
    const { stdout, stderr, status } = await callAlongside(['compare', tryOut, '2026-01-01', '2026-09-01'])
    assert.equal(stderr, '')
    assert.equal(status, 0)
    const expected = [
      'A procedure to try things out',
      'From the version of Thu 1 January 2026 to that of Tue 1 September 2026',
      'Sentences marked - are no longer said, those marked + are new.',
      '',
      'At the head',
      '',
      '  roles.manager: Team manager -> Practice manager',
      '  roles.hub: Front door (new)',
      '  opening-hours: [ { days: Mon to Fri, times: 9:00 to 17:00 } ] -> [ { days: Mon',
      '    to Fri, times: 9:00 to 17:30 } ]',
      '',
      'T-1 First visit',
      '',
      '  - The family is visited at home within 7 working days of the allocation.',
      '  - The aim is 5.',
      '  + The family is visited at home within 5 working days of the allocation.',
      '  clock first-visit has changed',
      '    aim: 5 working days (gone)',
      '    within: 7 working days -> 5 working days',
      '    priority: true (new)',
      '',
      'T-9 After closing (new)',
      '',
      '  + Three months on, the family is asked how things are.',
      '  clock sustain-check is new',
      '    title: How things are',
      '    owner: worker',
      '    start: case.closed',
      '    met: feedback.received',
      '    within: 3 months',
      '    outlives-closure: true',
      '',
      'T-7 Tact (gone)',
      '',
      '  - Everybody is kind.',
      '  - no-rule: A way of working; nothing is computed from it.',
      '',
      'Forms and letters',
      '',
      '  letters/visit.md has changed',
      '    by: letter -> email',
      '    - Please be at home.',
      '    + Please ring if the time does not suit you.',
      '',
    ].join('\n')
    assert.equal(stdout, expected)
  })

  it('finds the pack by its id and gives the same as JSON', async () => {
    const args = ['compare', 'try-out', '2026-01-01', '2026-09-01', '--packs', packs, '--format', 'json']
    const { stdout, status } = await callAlongside(args)
    assert.equal(status, 0)
    const { clauses } = JSON.parse(stdout) as {
      clauses: { clause: string; change: string; rules: { values: unknown[] }[] }[]
    }
    assert.deepEqual(
      clauses.map(({ clause, change }) => `${clause} ${change}`),
      ['T-1 changed', 'T-9 added', 'T-7 gone'],
    )
    assert.deepEqual(clauses[0]?.rules[0]?.values, [
      { key: 'aim', from: '5 working days' },
      { key: 'within', from: '7 working days', to: '5 working days' },
      { key: 'priority', to: true },
    ])
  })

  it('finds nothing between a version and itself', async () => {
    const { stdout } = await callAlongside(['compare', tryOut, '2026-01-01', '2026-01-01'])
    assert.match(stdout, /Nothing that this procedure says has changed\./)
  })

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'an unknown pack',
      ['tri-out', '2026-01-01', '2026-09-01', '--packs', packs],
      /Did you mean "try-out"\?/,
    ],
    [
      'an unknown version',
      [tryOut, '2026-01-01', '2027-01-01'],
      /no version 2027-01-01\. .*2026-01-01 and 2026-09-01/,
    ],
    ['a version left out', [tryOut, '2026-01-01'], /missing required argument 'to'/],
  ]
  for (const [name, args, says] of wrong)
    it(`is told of ${name}`, async () => {
      const { stderr, status } = await callAlongside(['compare', ...args])
      assert.equal(status, 2)
      assert.match(stderr, says)
    })
})
