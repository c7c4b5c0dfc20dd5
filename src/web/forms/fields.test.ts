import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { pageOfKey } from '#casework/recording/request-key.ts'
import { date, time } from './date-fields.ts'
import type { Field } from './field.ts'
import { choice, narrative, several, text, ticked, whole } from './fields.ts'
import { controlOf, readFields } from './read-fields.ts'
import { saidIn } from './said.ts'
import { sentIn } from './typed.ts'
import type { Typed } from './typed.ts'

const read = <V>(field: Field<V>, typed: Typed): V | string => {
  const result = field(typed, 'a')
  return 'wrong' in result ? result.wrong.text : result.value
}

test('text is taken without the spaces around it, and a long one is told how long it is', () => {
  const field = text({ needed: 'Enter the reason', most: 10, name: 'The reason' })
  assert.equal(read(field, { a: '  moved away ' }), 'moved away')
  assert.equal(read(field, { a: '   ' }), 'Enter the reason')
  assert.equal(read(field, {}), 'Enter the reason')
  assert.equal(read(field, { a: 'moved away!' }), 'The reason must be 10 characters or fewer. It has 11')
  assert.equal(read(text(), { a: '' }), null)
  assert.equal(
    read(narrative({ name: 'What happened' }), { a: 'x'.repeat(20_001) }),
    'What happened must be 20,000 characters or fewer. It has 20,001',
  )
})

test('only an answer that was on the page is taken', () => {
  const field = choice(['home', 'school'], { needed: 'Choose where' })
  assert.equal(read(field, { a: 'school' }), 'school')
  assert.equal(read(field, { a: 'pub' }), 'Choose where')
  assert.equal(read(choice(['home']), { a: 'pub' }), null)
  assert.deepEqual(read(several(['x', 'y', 'z']), { a: ['z', 'q', 'x'] }), ['x', 'z'])
  assert.deepEqual(read(several(['x']), {}), [])
  assert.equal(read(several(['x'], { needed: 'Choose who' }), { a: '' }), 'Choose who')
  assert.equal(read(ticked, { a: 'yes' }), true)
  assert.equal(read(ticked, {}), false)
})

test('a whole number is held to its range', () => {
  const field = whole({ needed: 'Enter the weeks', least: 1, most: 8, name: 'The number of weeks' })
  assert.equal(read(field, { a: '8' }), 8)
  for (const a of ['0', '9', '2.5', '-1', 'six', '1e1'])
    assert.equal(read(field, { a }), 'The number of weeks must be a whole number from 1 to 8')
  assert.equal(read(field, { a: '' }), 'Enter the weeks')
})

const dated = (day: string, month: string, year: string): Typed => ({
  'a-day': day,
  'a-month': month,
  'a-year': year,
})

test('a date is read from three boxes, its month as a number or a word', () => {
  const field = date({ needed: 'Enter the date', name: 'The date of the visit' })
  const day = (typed: Typed): string => {
    const result = read(field, typed)
    return typeof result === 'string' ? result : formatDay(result)
  }
  assert.equal(day(dated('6', '3', '2026')), '2026-03-06')
  assert.equal(day(dated('06', 'March', '2026')), '2026-03-06')
  assert.equal(day(dated('29', 'feb', '2028')), '2028-02-29')
  assert.equal(day(dated('', '', '')), 'Enter the date')
  assert.equal(day(dated('6', '', '')), 'The date of the visit must include a month and year')
  assert.equal(day(dated('6', '3', '26')), 'The date of the visit must have a year with 4 digits')
  for (const [d, m] of [
    ['31', '2'],
    ['29', '2'],
    ['0', '3'],
    ['6', '13'],
    ['x', '3'],
    ['6', 'foo'],
  ] as const)
    assert.equal(day(dated(d, m, '2026')), 'The date of the visit must be a real date, like 6 3 2026')
})

test('a date too early or too late is told so', () => {
  const day = (iso: string): Day => parseDay(iso) as Day
  const field = date({
    name: 'The date',
    from: { day: day('2026-03-02'), otherwise: 'too early' },
    until: { day: day('2026-03-06'), otherwise: 'too late' },
  })
  assert.equal(read(field, dated('1', '3', '2026')), 'too early')
  assert.equal(read(field, dated('2', '3', '2026')), day('2026-03-02'))
  assert.equal(read(field, dated('6', '3', '2026')), day('2026-03-06'))
  assert.equal(read(field, dated('7', '3', '2026')), 'too late')
  assert.equal(read(field, dated('', '', '')), null)
})

test('a time is read as people write it', () => {
  const field = time({ name: 'The time' })
  const times = {
    '9': 540,
    '9am': 540,
    '12am': 0,
    '12pm': 720,
    '2.30pm': 870,
    '2:30 PM': 870,
    '14:30': 870,
    '0905': 545,
    midday: 720,
    midnight: 0,
    '03:15': 195,
    '3:15pm': 915,
  }
  for (const [a, minutes] of Object.entries(times)) assert.equal(read(field, { a }), minutes, a)
  for (const a of ['24:00', '9:60', '13pm', 'soon', '0am'])
    assert.equal(read(field, { a }), 'The time must be a time, like 9am or 2:30pm', a)
})

test('a time that may be of the night or of the afternoon is asked about', () => {
  const field = time({ name: 'The time' })
  assert.equal(read(field, { a: '3:15' }), 'The time must say am or pm: 3:15am or 3:15pm')
  assert.equal(read(field, { a: '6' }), 'The time must say am or pm: 6am or 6pm')
  assert.equal(read(field, { a: '7' }), 420)
  assert.equal(read(field, { a: '12:30' }), 750)
})

test('everything that is wrong is said at once, in order, and leads to its control', () => {
  const spec = {
    seen: date({ needed: 'Enter the date', name: 'The date' }),
    why: text({ needed: 'Enter why' }),
  }
  const result = readFields({ 'seen-day': '6', 'seen-year': '2026' }, spec)
  assert.ok(!result.ok)
  assert.deepEqual(
    result.problems.map((problem) => [problem.text, controlOf(problem)]),
    [
      ['The date must include a month', 'seen-month'],
      ['Enter why', 'why'],
    ],
  )
  const said = saidIn({ 'seen-day': '6', why: '' }, result.problems)
  assert.deepEqual(said.date('seen').wrong, ['month'])
  assert.equal(said.date('seen').values.day, '6')
  assert.equal(said.text('why').error, 'Enter why')
})

test('what the page itself put into a form is taken only when it is sound', () => {
  const sent = sentIn({
    _key: 'abcdefgh-12345678',
    _form: 'record-visit:0b1c',
    _revision: '4',
    _page: '/a',
    _csrf: 't',
    notes: 'a\r\n\u0000b',
    who: ['x', 'y\ud800'],
  })
  const { key, ...rest } = sent
  assert.equal(pageOfKey(key), 'abcdefgh-12345678')
  assert.deepEqual(rest, {
    typed: { notes: 'a\nb', who: ['x', 'y\ufffd'] },
    form: 'record-visit:0b1c',
    revision: 4,
    page: '/a',
    csrf: 't',
  })
  const strange = sentIn({
    _key: '<script>',
    _form: '../x',
    _revision: '-1',
    _page: '//x',
    _csrf: ['a'],
    notes: { isEscaped: true },
  })
  assert.match(pageOfKey(strange.key), /^[\w-]{36}$/)
  assert.deepEqual(
    { ...strange, key: '' },
    { typed: {}, key: '', form: null, revision: null, page: undefined, csrf: '' },
  )
  assert.deepEqual(sentIn(undefined).typed, {})
})

test('the same answers have the same key in any order, and others another', () => {
  const keyOf = (answers: Readonly<Record<string, unknown>>): string =>
    sentIn({ _key: 'abcdefgh-12345678', _csrf: 't', ...answers }).key
  const key = keyOf({ notes: 'a\r\nb', who: ['x'] })
  assert.equal(keyOf({ who: 'x', notes: 'a\nb', _csrf: 'u' }), key)
  assert.notEqual(keyOf({ who: 'x', notes: 'a\nb ' }), key)
  assert.notEqual(keyOf({ who: 'x' }), key)
  assert.notEqual(keyOf({ notes: 'x', who: 'a\nb' }), key)
  assert.notEqual(keyOf({ who: ['x', 'y'], notes: 'a\nb' }), key)
})
