import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

const program = join(import.meta.dirname, '..', 'alongside.ts')

let folder = ''
const run = (...args: readonly string[]): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder,
  })
  return { status, out: stdout, err: stderr }
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-check-'))
  mkdirSync(join(folder, 'packs', 'demo', '2026-01-01'), { recursive: true })
  writeFileSync(
    join(folder, 'packs', 'demo', '2026-01-01', 'procedure.md'),
    '```yaml procedure\nprocedure: demo\ntitle: Demo\nin-force: 2026-01-01\nroles: {}\nlanes: { practice: Practice }\n' +
      'steps: [{ id: referral, title: Referral, lane: practice }]\nexits: {}\n```\n',
  )
})
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('alongside check', () => {
  it('ends well when nothing is wrong', () => {
    assert.deepEqual(run('check', 'packs'), {
      status: 0,
      out: 'demo 2026-01-01: 0 clauses, 0 with rules, 0 with none and why, 0 unclear; 0 problems\n',
      err: '',
    })
  })

  it('ends with 1 when something is', () => {
    mkdirSync(join(folder, 'empty'))
    const { status, out, err } = run('check', 'packs', 'empty')
    assert.equal(status, 1)
    assert.match(out, /The pack empty holds no version of a procedure\./)
    assert.equal(err, '')
  })

  for (const [call, words] of [
    [
      ['check', 'nowhere'],
      /^There is no nowhere\. Name the folder of a pack, such as packs\/nine-steps\.\n$/,
    ],
    [
      ['check', 'nine-step'],
      /^There is no nine-step\. Did you mean "nine-steps"\? Name the folder of a pack/,
    ],
    [['check', '--format', 'xml'], /Allowed choices are text, json/],
    [['chek'], /Did you mean check/],
  ] as const)
    it(`explains a wrong call and ends with 2: ${call.join(' ')}`, () => {
      const { status, out, err } = run(...call)
      assert.equal(status, 2)
      assert.equal(out, '')
      assert.match(err, words)
      assert.doesNotMatch(err, /\n {4}at /)
    })

  it('ends as it should when nobody reads its complaints', async () => {
    const child = spawn(process.execPath, [program, 'check', 'nowhere'], { cwd: folder })
    child.stderr.destroy()
    const [status] = (await once(child, 'exit')) as [number | null]
    assert.equal(status, 2)
  })
})
