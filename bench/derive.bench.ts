// Deriving generated cases of 60 events under each pack, beside json-rules-engine and a loop written by hand.
// BENCH_CASES=10000 measures so many different cases a pack; otherwise 2,000. BENCH_TURNS=20 takes so many turns, not 5.
import { parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { packShelf, readDocuments } from '#app/find-pack.ts'
import { publicCalendar } from '#app/public-calendar.ts'
import { becauseOf } from '#engine/because/because.ts'
import { derive } from '#engine/derive.ts'
import type { PlausibleCase } from '#engine/plausible/plausible-case.ts'
import { plausibleCase } from '#engine/plausible/plausible-case.ts'
import { standingOf } from '#engine/standing/standing.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { plainClocks, plainDues } from './plain-dues.ts'
import { inTurns } from './rounds.ts'
import { rulesEngine, rulesEngineDues } from './rules-engine-dues.ts'
import { rounded, say, table } from './table.ts'

const cases = Number(process.env['BENCH_CASES'] ?? 2000)
const turns = Number(process.env['BENCH_TURNS'] ?? 5)
const eventsInACase = 60
/** json-rules-engine is slow: this share of the same cases is enough to know how slow. */
const shareForRulesEngine = 0.01
const calendar = publicCalendar()
const begins = parseInstant('2025-03-03T09:00') as Instant
const until = parseInstant('2026-06-30T17:00') as Instant

const figures = { generated: 0, microseconds: 0 }

const generate = (procedure: Procedure): readonly PlausibleCase[] => {
  const from = performance.now()
  const made = Array.from({ length: cases }, (_, seed) =>
    plausibleCase({ procedure, seed, begins, until, calendar, events: eventsInACase }),
  )
  figures.generated += cases
  figures.microseconds += (performance.now() - from) * 1000
  return made
}

const obligationsIn = (procedure: Procedure, some: readonly PlausibleCase[]): number =>
  some.reduce(
    (sum, { events, people }) => sum + derive(procedure, events, people, calendar).obligations.length,
    0,
  )

const withReasons = (procedure: Procedure, some: readonly PlausibleCase[]): number => {
  let letters = 0
  for (const { events, people } of some)
    for (const obligation of derive(procedure, events, people, calendar).obligations)
      letters += standingOf(obligation, until).length + becauseOf(obligation, procedure, calendar).length
  return letters
}

const measure = async (procedure: Procedure): Promise<readonly (string | number)[]> => {
  const made = generate(procedure)
  const few = made.slice(0, Math.ceil(cases * shareForRulesEngine))
  const clocks = plainClocks(procedure)
  const engine = rulesEngine(clocks)
  const taken = await inTurns(
    [
      { name: 'derive', times: cases, run: () => obligationsIn(procedure, made) },
      { name: 'reasons', times: cases, run: () => withReasons(procedure, made) },
      {
        name: 'loop',
        times: cases,
        run: () => made.forEach(({ events }) => plainDues(clocks, events, calendar)),
      },
      {
        name: 'rules engine',
        times: few.length,
        run: async () => {
          for (const { events } of few) await rulesEngineDues(engine, clocks, events, calendar)
        },
      },
    ],
    turns,
  )
  const of = (name: string): number => taken.get(name)?.median ?? Number.NaN
  const found = few.map(({ events }) => plainDues(clocks, events, calendar))
  const theirs = await Promise.all(
    few.map(({ events }) => rulesEngineDues(rulesEngine(clocks), clocks, events, calendar)),
  )
  if (found.join() !== theirs.join())
    say(`${procedure.id}: the loop and json-rules-engine do not find the same due dates`)
  return [
    procedure.id,
    procedure.clocks.length,
    rounded(obligationsIn(procedure, few) / few.length),
    rounded(of('derive')),
    rounded(taken.get('derive')?.best ?? Number.NaN),
    Math.round(1_000_000 / of('derive')),
    rounded(of('reasons')),
    clocks.length,
    rounded(found.reduce((a, b) => a + b, 0) / few.length),
    rounded(of('loop')),
    rounded(of('rules engine')),
    rounded(of('rules engine') / of('derive')),
    rounded(of('derive') / of('loop')),
  ]
}

const head = [
  ['pack', 'clocks', 'obligations', 'derive', 'in its', 'cases', 'with standing'],
  ['dues', 'dues found', 'loop', 'json-rules-', 'it takes', 'derive to'],
]
const columns = [
  [...(head[0] ?? []), ...(head[1] ?? [])],
  [
    '',
    '',
    'a case',
    'µs a case',
    'best turn',
    'a second',
    'and reasons µs',
    'clocks',
    'a case',
    'µs',
    'engine µs',
    'so much more',
    'loop',
  ],
]

const rows: (readonly (string | number)[])[] = []
for (const folder of packShelf(undefined).folders.values()) {
  const procedure = readDocuments(folder).pack.versions.at(-1)?.procedure
  if (procedure !== undefined) rows.push(await measure(procedure))
}
say(
  `${cases} different cases of ${eventsInACase} events a pack; medians of ${turns} turns.`,
  '',
  table([...columns, ...rows]),
  '',
  'derive gives every obligation with all its dates, what met or ended it, pauses, moves and explanations, person by',
  'person, with the gates held. The loop and json-rules-engine only find what starts the clocks that start from',
  'events and add the fixed length: no pairing with what met them, no persons, conditions, pauses, escalations, gates',
  'or reasons.',
  `json-rules-engine is measured on ${Math.ceil(cases * shareForRulesEngine)} of the cases; its days are counted with our table.`,
  `Making up a case takes ${rounded(figures.microseconds / figures.generated / 1000)} ms.`,
)
