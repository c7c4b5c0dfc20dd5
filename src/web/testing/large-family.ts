import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, formatInstant, instantAt } from '#calendar/instant.ts'
import type { NewEvent } from '#casework/case/case-record.ts'
import { procedureOn } from '#casework/deps.ts'
import { packNamed } from '#casework/fixtures/small-authority.ts'
import { aPerson } from '#casework/store-contract/given.ts'
import type { Changing } from '#casework/ports.ts'
import type { CaseEvent, Data } from '#engine/case-event.ts'
import { readCaseFile } from '#engine/case-file/read-case-file.ts'
import { smallService } from './small-service.ts'
import type { SmallService } from './small-service.ts'

export type LargeFamily = SmallService & { readonly id: string }

const packs = join(import.meta.dirname, '..', '..', '..', 'packs')

const names = ['Ada', 'Ben', 'Cora', 'Dan', 'Edith', 'Finn', 'Greta', 'Hugo', 'Iris'].map(
  (first) => `${first} Featherstone-Haverley`,
)
const children = names.map((name, i) => ({ id: name.slice(0, name.indexOf(' ')).toLowerCase(), name, i }))
const ids = children.map(({ id }) => id)

/** Nine children; their parents, each of whom lives elsewhere; a school or service for most of the children. */
const people = [
  ...children.map(({ id, name, i }) =>
    aPerson(id, name, {
      role: 'child',
      born: parseDay(`20${10 + i}-04-02`) ?? null,
      address: '14 Lower Harbour Terrace\nSands\nNS1 1AA',
    }),
  ),
  ...['mo', 'sam'].map((id) =>
    aPerson(id, `${id === 'mo' ? 'Mo' : 'Sam'} Featherstone-Haverley`, {
      role: 'parent',
      phone: '01632 960 001',
      address: `${id.length} Upper Quarry Road\nSands\nNS2 2BB`,
    }),
  ),
  ...[1, 2, 3, 4, 5, 6].map((n) =>
    aPerson(`school-${n}`, `Sands Primary School number ${n}`, {
      role: 'professional',
      member: false,
      phone: '01632 960 002',
    }),
  ),
]

const account =
  'Everybody was at home and the kitchen was warm. We went through the week with the plan on the table, beginning with the mornings, which are hard, and ending with bedtime, which goes better than it did. '.repeat(
    4,
  )

const acts = [
  'Ring the school about breakfast club',
  'Take him to the dentist in the high street',
  'Ask the landlord to mend the back door',
  'Try bedtime half an hour earlier',
  'Meet the youth worker together',
  'Write down the week for the next meeting',
]

/** What happens in a week: the last child but one is seen rarely, and the last never again. */
const week = (n: number, day: Day): readonly (readonly [type: string, after: number, data: Data])[] => {
  const said: (readonly [string, number, Data])[] = [
    [
      'visit.made',
      1,
      {
        purpose: 'how the week went',
        place: 'home',
        seen: ids.slice(0, n % 6 === 0 ? 8 : 7).map((child) => ({ child, alone: n % 2 === 0 })),
        notSeen: [{ child: 'iris', reason: 'stays with an aunt', when: formatDay(addDays(day, 7)) }],
        voice: 'Ada: “I like it when Mum laughs.” Ben: “I want my own shelf.”',
        account,
      },
    ],
    ['contact.made', 2, { method: 'telephone', with: 'mo', account }],
    ['contact.attempted', 3, { method: 'telephone', outcome: 'no answer' }],
    ['note.recorded', 3, { kind: 'telephone', significant: n % 3 === 0, about: ids, text: account }],
  ]
  if (n % 4 !== 0) return said
  const number = 2 + n / 4
  const actions = acts.map((what, i) => ({ what, who: 'mo', by: formatDay(addDays(day, 14 + i)) }))
  return [
    ...said,
    ['taf.held', 3, { number, attended: ['mo', 'sam'], planAgreed: true, place: 'the library' }],
    ['plan.revised', 3, { actions, date: formatDay(addDays(day, 42)), reviewEvery: 6 }],
    ['review.held', 4, { number, outcome: 'goes on' }],
    ['taf.agreed', 4, { date: formatDay(addDays(day, 28)), number: number + 1 }],
    ['taf.invited', 4, { number: number + 1, date: formatDay(addDays(day, 28)) }],
    ['case.discussed', 4, { kind: 'informal', worker: 'w1', reason: 'how it goes' }],
  ]
}

const weeks = 54
const most = 300

const eventsAfter = (sample: readonly CaseEvent[], writtenBy: string): readonly NewEvent[] => {
  const last = dayOf(sample.reduce((latest, one) => (one.at > latest.at ? one : latest)).at)
  const stored = ({ type, at, recorded, by, data, override }: CaseEvent): NewEvent => ({
    type,
    at,
    recorded,
    by,
    data,
    override,
    writtenBy,
  })
  const begun = sample.map((one): NewEvent => {
    const sees = one.type === 'visit.made' && one.at < instantAt(addDays(last, -20), 0)
    return stored(
      sees ? { ...one, data: { ...one.data, seen: ids.map((child) => ({ child, alone: true })) } } : one,
    )
  })
  const went = Array.from({ length: weeks }, (_, n) => {
    const day = addDays(last, 3 + n * 7)
    return week(n, day).map(([type, after, data], i): NewEvent => {
      const at = instantAt(addDays(day, after), 600 + i * 10)
      const by = { role: 'practitioner', id: writtenBy }
      return { type, at, recorded: at, by, data, override: null, writtenBy }
    })
  })
  return [...begun, ...went.flat()].slice(0, most)
}

const keepLetters = async (store: Changing, caseId: string, writtenBy: string): Promise<void> => {
  for (let n = 1; n <= 120; n += 1)
    await store.keepDocument(caseId, {
      id: `d${n}`,
      version: 1,
      kind: 'letter',
      template: 'taf-invitation',
      title: `Come to the meeting of all who help the family, number ${n}`,
      event: `e${n}`,
      writtenBy,
      writtenAt: instantAt(parseDay('2026-06-01') ?? (0 as Day), n),
      content: { kind: 'letter', by: 'letter', to: 'Mo', date: '2026-06-01', body: account },
    })
}

const relateAll = async (store: Changing, caseId: string): Promise<void> => {
  const one = await store.caseById(caseId)
  const own = (id: string): string => one?.people.find((each) => each.id === id)?.personId ?? ''
  const tie = { from: null, until: null }
  for (const parent of ['mo', 'sam'])
    for (const child of ids)
      await store.relate({ person: own(parent), kind: 'parent', other: own(child), ...tie })
  for (const n of [1, 2, 3, 4, 5, 6])
    await store.relate({ person: own(`school-${n}`), kind: 'school', other: own(ids[n] ?? ''), ...tie })
}

/**
 * A family of nine children whose parents each live elsewhere, under a procedure: its sample case, which has gone on for a
 * year to 300 events, with 120 letters and much that was looked at. Two children have not been seen for long, and three weeks
 * have gone by since anybody wrote in it.
 */
export const largeFamily = async (procedure: string): Promise<LargeFamily> => {
  const service = await smallService(procedure)
  const { place } = service
  const { file } = readCaseFile(readFileSync(join(packs, procedure, 'sample.yaml'), 'utf8'), 'sample.yaml')
  const sample = file?.events ?? []
  const writtenBy = place.as('practitioner').user
  const events = eventsAfter(sample, writtenBy)
  const opened = sample[0]?.at ?? instantAt(parseDay('2026-03-02') ?? (0 as Day), 600)
  const last = events.at(-1)?.at ?? opened
  const id = await place.store.change(place.id, async (store) => {
    const { version } = procedureOn({ pack: packNamed }, procedure, dayOf(opened))
    const family = 'Featherstone-Haverley'
    const team = place.teams[0].id
    const one = await store.openCase({ family, procedure, version, team, opened, people })
    await store.append(one.id, events)
    await store.setCase(one.id, { worker: writtenBy })
    await relateAll(store, one.id)
    await keepLetters(store, one.id, writtenBy)
    for (let n = 0; n < 200; n += 1)
      await store.audit({
        at: last,
        user: place.as('manager').user,
        act: 'looked at',
        caseId: one.id,
        detail: { page: 'timeline' },
      })
    return one.id
  })
  place.set(formatInstant(instantAt(addDays(dayOf(last), 21), 540)))
  return { ...service, id }
}
