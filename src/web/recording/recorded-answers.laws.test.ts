import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { englandAndWales } from '#calendar/bank-holidays.ts'
import { makeCalendar } from '#calendar/working-calendar.ts'
import type { CasePerson, StoredEvent } from '#casework/case/case-record.ts'
import { moment, packNamed } from '#casework/fixtures/small-authority.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import { plausibleCase } from '#engine/plausible/plausible-case.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { readAnswers } from './read-answers.ts'
import { recordedAnswers } from './recorded-answers.ts'

const calendar = makeCalendar({ holidays: englandAndWales })
const begins = moment('2026-01-05T09:00')
const until = moment('2026-10-30T17:00')
const packs = readdirSync(join(import.meta.dirname, '..', '..', '..', 'packs')).filter(
  (name) => !name.includes('.'),
)

/** A page says of every child it saw whether they were alone; where nobody wrote that down, they were not. */
const plainly = (value: DataValue | undefined): DataValue =>
  value !== undefined && isList(value)
    ? value.map((row) =>
        isData(row) && 'child' in row && !('reason' in row) ? { alone: false, ...row } : row,
      )
    : (value ?? null)

const roundTrip = (
  procedure: Procedure,
  event: StoredEvent,
  people: readonly CasePerson[],
  events: readonly StoredEvent[],
) => {
  const asking = { procedure, people, events, workers: [], expected: [] }
  const { questions, typed } = recordedAnswers(event, asking)
  const read = readAnswers(typed, questions, people)
  assert.ok(read.ok, `${event.type}: ${JSON.stringify(read)} of ${JSON.stringify(event.data)}`)
  return { asked: new Set(questions.map(({ field }) => field)), data: read.data }
}

describe('what was recorded, put into its form and read again untouched, says the same', () => {
  for (const id of packs) {
    it(id, () => {
      const procedure = packNamed(id).versions.at(-1)?.procedure
      assert.ok(procedure)
      let compared = 0
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const made = plausibleCase({ procedure, seed, begins, until, calendar, events: 80 })
          const events = made.events.map((event) => ({ ...event, writtenBy: null }))
          const people = made.people.map((person) => ({
            ...person,
            personId: person.id,
            name: person.id,
            phone: null,
            address: null,
            addressProtected: false,
          }))
          for (const event of events) {
            // Children whom a visit does not mention have to be asked about: this one is held without them.
            const said = JSON.stringify(event.data)
            const there = people.filter((person) => said.includes(`"${person.id}"`))
            const { asked, data } = roundTrip(procedure, event, there, events)
            for (const [field, value] of Object.entries(event.data satisfies Data)) {
              if (!asked.has(field)) continue
              assert.deepEqual(plainly(data[field]), plainly(value), `${event.type} ${field}`)
              compared += 1
            }
            for (const field of Object.keys(data))
              assert.ok(field in event.data, `${event.type} gains ${field}`)
          }
        }),
        { numRuns: 5 },
      )
      assert.ok(compared > 100, `${compared} answers`)
    })
  }
})
