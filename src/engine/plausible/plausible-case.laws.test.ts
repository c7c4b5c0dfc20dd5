import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { englandAndWales } from '#calendar/bank-holidays.ts'
import { minutesOf, parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { makeCalendar } from '#calendar/working-calendar.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { readProcedure } from '#procedure/reading/read-procedure.ts'
import { isChild } from '../case-event.ts'
import { checkEvents } from '../case-file/check-case.ts'
import { derive } from '../derive.ts'
import { gateMeetings } from '../gates/gate-meetings.ts'
import { plausibleCase } from './plausible-case.ts'

const calendar = makeCalendar({ holidays: englandAndWales })
const begins = parseInstant('2025-03-03T09:00') as Instant
const until = parseInstant('2026-02-27T17:00') as Instant
const packs = join(import.meta.dirname, '..', '..', '..', 'packs')

const newest = (pack: string): Procedure => {
  const versions = readdirSync(join(packs, pack)).filter((name) => /^\d{4}-/.test(name))
  const path = join(packs, pack, versions.toSorted().at(-1) ?? '', 'procedure.md')
  const { procedure } = readProcedure(readFileSync(path, 'utf8'), path)
  assert.ok(procedure !== undefined, `${path} can be read`)
  return procedure
}

const procedures = readdirSync(packs)
  .filter((name) => !name.includes('.'))
  .map(newest)

const seeds = fc.integer()
const someRuns = { numRuns: 5 }

describe('a plausible case', () => {
  it('is there for every pack', () => {
    assert.ok(procedures.length >= 5)
  })

  for (const procedure of procedures) {
    const make = (seed: number, events?: number) =>
      plausibleCase({ procedure, seed, begins, until, calendar, ...(events === undefined ? {} : { events }) })

    it(`${procedure.id}: the same seed gives the same case, another seed another`, () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const one = make(seed)
          assert.deepEqual(make(seed), one)
          assert.notDeepEqual(make(seed ^ 1), one)
        }),
        { numRuns: 3 },
      )
    })

    it(`${procedure.id}: nothing is wrong with the events, and no gate refuses one`, () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { events, people } = make(seed)
          const place = () => ({ file: 'case', line: 0 })
          assert.deepEqual(checkEvents({ procedure, events, people, place }).problems, [])
          const { timeline } = derive(procedure, events, people, calendar)
          assert.deepEqual(
            gateMeetings(procedure, timeline).filter(({ outcome }) => outcome !== 'past with a reason'),
            [],
          )
        }),
        someRuns,
      )
    })

    it(`${procedure.id}: what happens stands in order, within its time, and is written down afterwards`, () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const { events } = make(seed)
          assert.ok(events.length > 0)
          events.forEach(({ id, at, recorded }, i) => {
            assert.equal(id, `e${i + 1}`)
            assert.ok(at >= begins && at <= recorded && recorded <= until)
            assert.ok(i === 0 || at > (events[i - 1]?.at ?? at))
          })
        }),
        someRuns,
      )
    })

    it(`${procedure.id}: there are exactly as many events as were asked for`, () => {
      fc.assert(
        fc.property(seeds, fc.integer({ min: 1, max: 90 }), (seed, events) => {
          assert.equal(make(seed, events).events.length, events)
        }),
        someRuns,
      )
    })

    it(`${procedure.id}: in fifteen cases most is met in time, and something is late`, () => {
      const met = Array.from({ length: 15 }, (_, seed) => make(seed))
        .flatMap(({ events, people }) => derive(procedure, events, people, calendar).obligations)
        .filter((one) => one.met !== null && one.due !== null)
      const late = met.filter((one) => one.met !== null && one.met.on > (one.due ?? 0)).length
      assert.ok(late > 0, 'something is late')
      assert.ok(late < met.length / 3, `${late} of ${met.length} are late`)
    })
  }

  const nineSteps = procedures.filter(({ id }) => id === 'nine-steps')

  it('raises a concern only while one is owed', () => {
    let raised = 0
    for (const procedure of nineSteps)
      for (let seed = 0; seed < 60; seed += 1) {
        const { events, people } = plausibleCase({ procedure, seed, begins, until, calendar })
        for (const [i, { type, at }] of events.entries()) {
          if (type !== 'concern.raised') continue
          const owed = derive(procedure, events.slice(0, i), people, calendar).obligations.filter(
            ({ clock, start, met, lapsed }) =>
              clock.id.startsWith('raise-') && start <= at && met === null && lapsed === null,
          )
          assert.ok(owed.length > 0, `seed ${seed}, event ${i + 1}`)
          raised += 1
        }
      }
    assert.ok(raised > 0)
  })

  it('writes a plan down that a meeting has agreed, with its actions', () => {
    let agreed = 0
    for (const procedure of procedures.filter(({ id }) => id === 'nine-steps' || id === 'family-work'))
      for (let seed = 0; seed < 20; seed += 1) {
        const { events } = plausibleCase({ procedure, seed, begins, until, calendar })
        const held = events.find(
          ({ type, data }) => type === 'taf.held' && data['planAgreed'] === true && data['final'] !== true,
        )
        if (held === undefined || until - held.at < 14 * 86_400_000) continue
        const plan = events.find(({ type }) => type === 'plan.agreed')
        assert.ok(plan !== undefined && Array.isArray(plan.data['actions']), `${procedure.id}, seed ${seed}`)
        agreed += 1
      }
    assert.ok(agreed > 10)
  })

  it('is written down by day, also what happened just before the end', () => {
    const lastMinute = parseInstant('2026-02-26T23:59') as Instant
    for (const procedure of nineSteps)
      for (let seed = 0; seed < 60; seed += 1) {
        const { events } = plausibleCase({ procedure, seed, begins, until: lastMinute, calendar })
        for (const { recorded, type } of events) {
          const minutes = minutesOf(recorded)
          assert.ok(minutes >= 9 * 60 && minutes < 19 * 60, `seed ${seed}: ${type}`)
        }
      }
  })

  it('is about one to four children, under 18, and one to three adults', () => {
    for (const procedure of procedures)
      for (let seed = 0; seed < 40; seed += 1) {
        const { people } = plausibleCase({ procedure, seed, begins, until: begins, calendar })
        const children = people.filter(isChild)
        const adults = people.filter((person) => person.member && !isChild(person))
        assert.ok(children.length >= 1 && children.length <= 4)
        assert.ok(adults.length >= 1 && adults.length <= 3)
        assert.equal(new Set(people.map(({ id }) => id)).size, people.length)
      }
  })
})
