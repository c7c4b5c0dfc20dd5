import type { Instant } from '#calendar/instant.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import { keepSchedule } from '#casework/schedule/keep-schedule.ts'
import type { Changing } from '#casework/ports.ts'
import { together } from '#casework/recording/together.ts'
import { isChild } from '#engine/case-event.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { PaperFacts } from './documents/papers-of.ts'
import { papersOf } from './documents/papers-of.ts'
import type { FamilyHistory } from './history.ts'
import type { NamedFamily } from './named-family.ts'
import type { SetUp, StaffMember } from './set-up-authority.ts'
import type { Cast } from './told-by-users.ts'
import { toldByUsers } from './told-by-users.ts'
import type { Writing } from './writing-in.ts'

/** A family ready to be written down. */
export type PlannedFamily = {
  readonly history: FamilyHistory
  readonly named: NamedFamily
  /** The team whose people did what was done so far. */
  readonly team: number
  /** Whether it is still in no team's tray. */
  readonly isInNoTeam: boolean
  readonly worker: StaffMember | null
  readonly restricted: boolean
  /** What its forms and letters are made with; null for a family that has none. */
  readonly papers: Pick<PaperFacts, 'version' | 'chance'> | null
}

const ofTeam = ({ staff }: SetUp, team: number, role: string): StaffMember | undefined =>
  staff.find((one) => one.role === role && one.team === team)

/** What is done before a family has a worker, somebody of the team does. */
const whoActs = ({ worker, team }: PlannedFamily, setUp: SetUp): StaffMember => {
  const acts = worker ?? ofTeam(setUp, team, 'practitioner')
  if (acts === undefined) throw new Error('The team has no practitioner.')
  return acts
}

const castFor = (planned: PlannedFamily, setUp: SetUp, { standsFor }: Procedure): Cast => {
  const { named, team } = planned
  const worker = whoActs(planned, setUp)
  const adults = named.people.filter((one) => one.member && !isChild(one))
  return {
    worker,
    children: new Map(
      named.people
        .filter(isChild)
        .map(({ id, name, born }) => [id, { first: name.split(' ')[0] ?? name, born }]),
    ),
    names: new Map(adults.map(({ id, name }) => [id, name])),
    userOf: (role) => {
      const standard = standsFor[role] ?? role
      if (standard === 'practitioner') return worker.user
      const own = ofTeam(setUp, team, standard)
      return (own ?? setUp.staff.find((one) => one.role === standard))?.user ?? null
    },
  }
}

const relateFamily = async (
  store: Changing,
  people: readonly CasePerson[],
  opened: Instant,
): Promise<void> => {
  const asked: Promise<unknown>[] = []
  const children = people.filter((person) => person.member && isChild(person))
  for (const adult of people.filter((person) => person.member && !isChild(person))) {
    if (adult.role === 'partner') continue
    for (const child of children) {
      const between = { person: adult.personId, other: child.personId, from: null, until: null }
      asked.push(store.relate({ ...between, kind: adult.role }, { at: opened, by: null }))
    }
  }
  await together(...asked)
}

/** Writes a family down: who is in it, who works with it, what has happened, and what is due because of that. */
export const writeFamily = async (
  store: Changing,
  planned: PlannedFamily,
  { setUp, calendar, lettersOf }: Writing,
): Promise<void> => {
  const { history, named, team, isInNoTeam, worker, restricted, papers } = planned
  const { procedure } = history
  const [first] = history.events
  if (first === undefined) throw new Error('A family without any event cannot be written down.')
  const opened = await store.openCase({
    ...named,
    procedure: procedure.id,
    version: procedure.version,
    team: isInNoTeam ? null : (setUp.teams[team] ?? null),
    opened: first.at,
  })
  const seenBy = [worker?.user, ofTeam(setUp, team, 'manager')?.user].filter((user) => user !== undefined)
  if (worker !== null)
    await store.setCase(opened.id, { worker: worker.user, ...(restricted ? { restrictedTo: seenBy } : {}) })
  const told = toldByUsers(history.events, procedure, castFor(planned, setUp, procedure))
  const record = { ...opened, worker: worker?.user ?? null }
  const letters = lettersOf(record.team)
  const { events, documents } =
    papers === null
      ? { events: told, documents: [] }
      : papersOf(told, record, { ...papers, letters, setUp, calendar })
  const stored = events.map((event, i) => ({ ...event, id: `e${i + 1}` }))
  await together(
    store.append(opened.id, events),
    ...documents.map((document) => store.keepDocument(opened.id, document)),
    relateFamily(store, opened.people, opened.opened),
    keepSchedule(store, { ...opened, events: stored }, procedure, calendar),
  )
}
