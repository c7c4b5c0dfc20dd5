import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseDay } from '#calendar/day.ts'
import { ageInWords } from './age-in-words.ts'

const today = parseDay('2026-11-22')
const aged = (born: string, role = 'child'): string => {
  const day = parseDay(born)
  assert.ok(day !== undefined && today !== undefined)
  return ageInWords({ role, born: day }, today)
}

describe('how old somebody is', () => {
  it('is in months under two years, and in years from then on', () => {
    assert.equal(aged('2026-11-01'), 'under a month old')
    assert.equal(aged('2026-10-22'), '1 month old')
    assert.equal(aged('2025-07-22'), '16 months old')
    assert.equal(aged('2024-11-23'), '23 months old')
    assert.equal(aged('2024-11-22'), 'aged 2')
  })

  it('is nothing yet for a child who is expected', () => {
    assert.equal(aged('2026-11-23'), 'not born yet, expected Monday 23 November 2026')
    assert.equal(aged('2026-11-09', 'unborn'), 'not born yet, expected Monday 9 November 2026')
  })
})
