import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { callAlongside } from './commands/call-alongside.ts'

const packs = join(import.meta.dirname, 'commands', 'fixtures', 'packs')

type Json = { version: string; problems: { code: string; line: number; what: string }[] }

const assessed = async (input: string, asOf: string): Promise<Json> => {
  const { stdout } = await callAlongside(
    ['assess', '-', '--as-of', asOf, '--packs', packs, '--format', 'json'],
    { input },
  )
  return JSON.parse(stdout) as Json
}

const begun = (day: string, more = ''): string =>
  `procedure: try-out\nevents:\n  - { id: e1, type: case.allocated, at: ${day}T10:00 }\n${more}`

const moved = (to: string): string =>
  `  - { id: e2, type: procedure.changed, at: 2026-10-05T10:00, data: { to: ${to}, reason: agreed } }\n`

describe('the version that a case runs on', () => {
  it('is the one in force when the case began', async () => {
    assert.equal((await assessed(begun('2026-08-31'), '2026-12-01T09:00')).version, '2026-01-01')
    assert.equal((await assessed(begun('2026-09-01'), '2026-12-01T09:00')).version, '2026-09-01')
    assert.equal((await assessed(begun('2026-09-01'), '2026-02-01T09:00')).version, '2026-09-01')
  })

  it('is the one that the file names', async () => {
    const file = `version: 2026-09-01\n${begun('2026-08-31')}`
    assert.equal((await assessed(file, '2026-12-01T09:00')).version, '2026-09-01')
  })

  it('changes when a person moves the case to another, from that moment on', async () => {
    const file = begun('2026-08-31', moved('2026-09-01'))
    assert.equal((await assessed(file, '2026-10-05T09:59')).version, '2026-01-01')
    assert.equal((await assessed(file, '2026-10-05T10:00')).version, '2026-09-01')
  })

  it('does not change when that event was withdrawn', async () => {
    const withdrawn =
      '  - { id: e3, type: event.withdrawn, at: 2026-10-06T10:00, data: { of: e2, reason: slip } }\n'
    const file = begun('2026-08-31', `${moved('2026-09-01')}${withdrawn}`)
    assert.equal((await assessed(file, '2026-10-07T09:00')).version, '2026-01-01')
  })

  it('stays when a case is moved to a version that there is not, and that is said at its line', async () => {
    const { version, problems } = await assessed(begun('2026-08-31', moved('2027-01-01')), '2026-12-01T09:00')
    assert.equal(version, '2026-01-01')
    assert.deepEqual(
      problems.map(({ code, line }) => `${code} ${line}`),
      ['case-no-version 4'],
    )
    assert.match(problems[0]?.what ?? '', /no version "2027-01-01"\. There are 2026-01-01 and 2026-09-01\./)
  })
})
