import assert from 'node:assert/strict'
import { test } from 'node:test'
import { englandAndWales } from './bank-holidays.ts'
import { addDays, makeDay } from './day.ts'
import { daysNotCounted } from './days-not-counted.ts'
import { makeCalendar } from './working-calendar.ts'

const from = makeDay(2026, 3, 6)
const to = makeDay(2026, 3, 17)

test('the sentence is the same the second time, and backwards', () => {
  const cal = makeCalendar({ holidays: englandAndWales })
  const said = 'the weekends of 7 and 14 March do not count'
  for (let time = 0; time < 2; time += 1) {
    assert.equal(daysNotCounted(cal, from, to), said)
    assert.equal(daysNotCounted(cal, to, from), said)
  }
  assert.equal(daysNotCounted(cal, from, from), '')
  assert.equal(
    daysNotCounted(cal, addDays(from, 1), addDays(to, -1)),
    'Sunday 8 March and the weekend of 14 March do not count',
  )
})

test('another calendar has its own sentences', () => {
  const closures = [{ day: makeDay(2026, 3, 10), name: 'Training day' }]
  const [plain, closed] = [
    makeCalendar({ holidays: englandAndWales }),
    makeCalendar({ holidays: englandAndWales, closures }),
  ]
  assert.equal(daysNotCounted(plain, from, addDays(from, 4)), 'the weekend of 7 March does not count')
  assert.equal(
    daysNotCounted(closed, from, addDays(from, 4)),
    'the weekend of 7 March and Training day Tue 10 March do not count',
  )
})

test('days outside the table are refused', () => {
  const cal = makeCalendar({ holidays: englandAndWales })
  assert.throws(() => daysNotCounted(cal, makeDay(1989, 12, 1), to), /working calendar runs from/)
})
