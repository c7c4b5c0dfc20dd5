import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { readPack } from './read-pack.ts'
import { versionInForce } from '../version-in-force.ts'

const procedure = (day: string, more = ''): { path: string; text: string } => ({
  path: `${day}/procedure.md`,
  text: `\`\`\`yaml procedure
procedure: demo
title: Demo
in-force: ${day}
roles: { practitioner: Worker }
lanes: { practice: Practice }
steps: [{ id: referral, title: Referral, lane: practice }]
exits: {}
${more}
\`\`\`
`,
})

const form = { path: '2026-01-01/forms/plan.yaml', text: 'form: plan\ntitle: Plan\nversion: 1\nsections: []' }
const day = (text: string): Day => parseDay(text) ?? assert.fail(text)

describe('a pack', () => {
  it('holds its versions in the order of their days', () => {
    const { pack, problems } = readPack('demo', [
      procedure('2027-04-01'),
      procedure('2026-01-01'),
      procedure('2026-09-01'),
    ])
    assert.deepEqual(problems, [])
    assert.deepEqual(
      pack.versions.map(({ procedure: one }) => formatDay(one.version)),
      ['2026-01-01', '2026-09-01', '2027-04-01'],
    )
  })

  it('has the version in force that began last, from its first day on', () => {
    const { pack } = readPack('demo', [procedure('2026-01-01'), procedure('2026-09-01')])
    const inForce = (text: string): string | undefined => versionInForce(pack, day(text))?.folder
    assert.equal(inForce('2025-12-31'), undefined)
    assert.equal(inForce('2026-01-01'), '2026-01-01')
    assert.equal(inForce('2026-08-31'), '2026-01-01')
    assert.equal(inForce('2026-09-01'), '2026-09-01')
    assert.equal(inForce('2030-01-01'), '2026-09-01')
  })

  it('keeps a version in order when another cannot be read', () => {
    const { pack, problems } = readPack('demo', [
      procedure('2026-01-01', 'slot: {}'),
      procedure('2026-09-01'),
    ])
    assert.deepEqual(
      pack.versions.map(({ folder }) => folder),
      ['2026-09-01'],
    )
    assert.deepEqual(
      problems.map(({ code, file, line }) => ({ code, file, line })),
      [{ code: 'unknown-key', file: '2026-01-01/procedure.md', line: 9 }],
    )
  })

  it('says which of its files could not be read, and reads the others', () => {
    const letter = {
      path: '2026-01-01/letters/told.md',
      text: '---\ntitle: Told\nto: family\nby: letter\n---\n\nHello.\n',
    }
    const scenario = { path: '2026-01-01/scenarios/visits.yaml', text: 'scenarios: []' }
    const { pack } = readPack('demo', [procedure('2026-01-01'), form, letter, scenario])
    const [version] = pack.versions
    assert.deepEqual(version?.unread, ['2026-01-01/forms/plan.yaml'])
    assert.deepEqual(version.letters[0], {
      id: 'told',
      title: 'Told',
      to: ['family'],
      by: 'letter',
      due: null,
      body: 'Hello.',
      placeholders: [],
      file: '2026-01-01/letters/told.md',
      text: letter.text,
    })
    assert.deepEqual(version.scenarioFiles, [scenario])
  })

  it('has a register, with the lines of its clauses', () => {
    const text = 'clauses:\n  - { id: X-1, kind: clock }\n  - { id: X-2, kind: gate }\n'
    const { pack } = readPack('demo', [procedure('2026-01-01'), { path: 'register.yaml', text }])
    assert.deepEqual(pack.register, [
      { id: 'X-1', kind: 'clock', from: null, until: null, line: 2 },
      { id: 'X-2', kind: 'gate', from: null, until: null, line: 3 },
    ])
  })
})
