import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { holidaysRunOut } from './holidays-run-out.ts'

const day = (text: string): Day => parseDay(text) as Day

it('whoever runs the service is told nine months before the listed bank holidays end', () => {
  const listed = { knownTo: day('2027-12-31') }
  assert.equal(holidaysRunOut(day('2026-11-22'), listed), null)
  assert.equal(holidaysRunOut(day('2027-04-05'), listed), null)
  assert.match(
    holidaysRunOut(day('2027-04-06'), listed) ?? '',
    /^Bank holidays are listed up to Friday 31 December 2027\. .* take a newer version of Alongside/,
  )
  assert.notEqual(holidaysRunOut(day('2028-06-01'), listed), null)
})
