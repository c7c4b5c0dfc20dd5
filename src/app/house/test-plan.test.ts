import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { testPlan } from './test-plan.ts'

describe('what npm test runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  after(() => rmSync(folder, { recursive: true }))
  for (const path of [
    'src/web/page.test.ts',
    'src/engine/derive.laws.test.ts',
    'src/app/service/killed.slow.test.ts',
    'src/storage/restored.slow.test.ts',
    'journeys/referral-to-closure.test.ts',
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), '')
  }

  it('gives a process to each slow file and each journey, and one to all others', () => {
    assert.deepEqual(
      testPlan(folder, []).map(({ name, files, zone }) => [name, files, zone ?? '']),
      [
        ['slow src/app/service/killed.slow.test.ts', ['src/app/service/killed.slow.test.ts'], ''],
        ['slow src/storage/restored.slow.test.ts', ['src/storage/restored.slow.test.ts'], ''],
        ['journey journeys/referral-to-closure.test.ts', ['journeys/referral-to-closure.test.ts'], ''],
        ['all tests', ['src/engine/derive.laws.test.ts', 'src/web/page.test.ts'], ''],
        ['dates with TZ=UTC', ['src/engine/derive.laws.test.ts'], 'UTC'],
        ['dates with TZ=America/New_York', ['src/engine/derive.laws.test.ts'], 'America/New_York'],
        ['dates with TZ=Asia/Tokyo', ['src/engine/derive.laws.test.ts'], 'Asia/Tokyo'],
        ['dates with TZ=Pacific/Apia', ['src/engine/derive.laws.test.ts'], 'Pacific/Apia'],
      ],
    )
  })

  it('is what stands under the paths that were asked for', () => {
    assert.deepEqual(
      testPlan(folder, ['src/web', 'journeys']).map(({ name }) => name),
      ['journey journeys/referral-to-closure.test.ts', 'all tests'],
    )
    assert.deepEqual(testPlan(folder, ['nowhere']), [])
  })
})
