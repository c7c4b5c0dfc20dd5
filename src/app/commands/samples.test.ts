import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { callAlongside } from './call-alongside.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const packs = join(import.meta.dirname, 'fixtures', 'packs')

/** A call as a person makes it, through npm and everything that it starts. */
const fromTheShell = (cwd: string, ...args: readonly string[]) =>
  spawnSync('npm', ['run', '-s', '--prefix', root, 'alongside', '--', ...args], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })

describe('alongside samples', () => {
  it('shows what is due in each sample and ends with what to try next', async () => {
    const { stdout, stderr, status } = await callAlongside(['samples', '--packs', packs])
    assert.equal(stderr, '')
    assert.equal(status, 0)
    assert.match(stdout, /A procedure to try things out\nStep: Work\nAs of Thursday 12 March 2026, 9:00am\n/)
    assert.match(stdout, /First visit +T-1\n {4}due Tue 17 March 2026, in 3 working days/)
    const [, after = ''] = stdout.split('What to try next\n\n')
    const lines = after.trimEnd().split('\n')
    assert.equal(lines.length, 3)
    assert.match(lines[0] ?? '', /npm run -s alongside -- assess \S*try-out\/sample\.yaml$/)
    assert.match(lines[1] ?? '', /-- explain \S*try-out\/sample\.yaml first-visit$/)
    assert.match(lines[2] ?? '', /-- check$/)
  })

  it('shows the samples of the five written procedures, all of them sound', async () => {
    const { stdout, stderr, status } = await callAlongside(['samples'])
    assert.equal(stderr, '')
    assert.equal(status, 0)
    for (const id of ['caf-process', 'family-work', 'nine-steps', 'partner-pathway', 'step-down'])
      assert.ok(stdout.includes(`${id}/sample.yaml`), id)
    assert.doesNotMatch(stdout, / \[[a-z]+(-[a-z]+)+\]$/m)
  })

  it('says so where there is none', async () => {
    const { stderr, status } = await callAlongside([
      'samples',
      '--packs',
      'src/procedure/check/fixtures/no-owner/pack',
    ])
    assert.equal(status, 2)
    assert.match(stderr, /There is no sample in /)
  })
})

describe('from the shell', () => {
  it('assesses a case, in JSON that is alone on standard output', () => {
    const { stdout, stderr, status } = fromTheShell(
      root,
      'assess',
      'packs/nine-steps/sample.yaml',
      '--format',
      'json',
    )
    assert.equal(stderr, '')
    assert.equal(status, 0)
    assert.equal((JSON.parse(stdout) as { procedure: string }).procedure, 'nine-steps')
  })

  it('finds a file from the folder that the person is in', () => {
    const { stderr, status } = fromTheShell(join(root, 'packs', 'nine-steps'), 'assess', 'sample.yaml')
    assert.equal(stderr, '')
    assert.equal(status, 0)
  })

  it('leaves with 2 after a wrong call, in words', () => {
    const { stdout, stderr, status } = fromTheShell(root, 'assess', 'no-such-case.yaml')
    assert.equal(stdout, '')
    assert.equal(stderr, 'There is no file no-such-case.yaml. Check the name and the folder.\n')
    assert.equal(status, 2)
  })
})
