import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { runTests, type TestRun } from './test-run.ts'

const imports = "import { describe, it, test } from 'node:test'\nimport assert from 'node:assert/strict'\n"

function run(text: string, zone?: string): Promise<TestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'runs-'))
  after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'a.test.ts'), `${imports}${text}\n`)
  const files = ['a.test.ts']
  return runTests({
    root: folder,
    name: 'planted',
    files,
    flags: [],
    ...(zone === undefined ? {} : { zone }),
  })
}

describe('a run of tests', () => {
  it('counts each test once and says nothing of those that pass', async () => {
    const { passed, failed, output } = await run(
      "test('a', () => {}); describe('b', () => { it('c', () => {}); it('d', () => {}) })",
    )
    assert.deepEqual({ passed, failed }, { passed: 3, failed: 0 })
    assert.match(output, /^planted: 3 passed, 0 failed, in [0-9.]+ s, 1 files\n$/)
  })

  it('shows a failure with its whole name, its place and the difference', async () => {
    const { passed, failed, output } = await run(
      "describe('b', () => { it('c', () => assert.deepEqual({ day: 1 }, { day: 2 })) })",
    )
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 })
    assert.match(output, /FAILED {2}b > c\n\s+a[.]test[.]ts:3\n/)
    assert.match(output, /\+ +day: 1\n\s+- +day: 2/)
  })

  it('fails where a file cannot be loaded', async () => {
    const { failed, output } = await run("import './not-there.ts'")
    assert.equal(failed, 1)
    assert.match(output, /a[.]test[.]ts can be loaded/)
    assert.match(output, /not-there[.]ts/)
  })

  it('fails where a test is passed over', async () => {
    const { passed, failed } = await run(['test("a", { skip', 'true }, () => {})'].join(': '))
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 })
  })

  it('fails where the process ends before the tests are counted', async () => {
    const { failed, output } = await run("test('a', () => process.exit(0))")
    assert.equal(failed, 1)
    assert.match(output, /stopped with exit code 0 before they were counted/)
  })

  it('fails where a hook fails', async () => {
    const { failed } = await run(
      "import { before } from 'node:test'\ndescribe('b', () => { before(() => { throw new Error('no') }); it('c', () => {}) })",
    )
    assert.notEqual(failed, 0)
  })

  it('runs under the time zone it is given', async () => {
    const text = "test('a', () => assert.equal(new Date(0).getDate(), 31))"
    assert.equal((await run(text, 'America/New_York')).failed, 0)
    assert.equal((await run(text, 'Asia/Tokyo')).failed, 1)
  })
})
