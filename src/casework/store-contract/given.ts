import { parseDay, type Day } from '#calendar/day.ts'
import { parseInstant, type Instant } from '#calendar/instant.ts'
import type { CasePerson, CaseRecord, NewEvent } from '../case/case-record.ts'
import type { StoredDocument } from '../documents/stored-document.ts'
import type { MessageQuery, Outgoing } from '../messages/message.ts'
import type { ObligationRow } from '../schedule/obligation-row.ts'
import type { Authority, Store } from '../ports.ts'

/** Makes the store that is held to the contract; every test adds authorities of its own to it. */
export type StoreOf = () => Store

export function day(text: string): Day {
  const found = parseDay(text)
  if (found === undefined) throw new Error(`${text} is no date.`)
  return found
}

export function at(text: string): Instant {
  const found = parseInstant(text)
  if (found === undefined) throw new Error(`${text} is no moment.`)
  return found
}

let authorities = 0

export function anAuthority(store: Store): Promise<Authority> {
  authorities += 1
  return store.addAuthority({
    slug: `north-sands-${authorities}`,
    name: `North Sands ${authorities}`,
    pack: 'nine-steps',
    closures: [{ day: day('2026-12-29'), name: 'Closed between the years' }],
    demonstration: true,
  })
}

type NewPerson = Omit<CasePerson, 'personId'>

export const aPerson = (id: string, name: string, more: Partial<NewPerson> = {}): NewPerson => ({
  id,
  name,
  role: 'parent',
  born: null,
  from: null,
  until: null,
  member: true,
  phone: null,
  address: null,
  addressProtected: false,
  ...more,
})

export const aCase = (
  store: Store,
  authority: string,
  family: string,
  people: readonly NewPerson[] = [],
  team: string | null = null,
): Promise<CaseRecord> =>
  store.change(authority, ({ openCase }) =>
    openCase({
      family,
      procedure: 'nine-steps',
      version: day('2026-01-01'),
      team,
      opened: at('2026-03-02T09:00'),
      people,
    }),
  )

export const anEvent = (type: string, more: Partial<NewEvent> = {}): NewEvent => ({
  type,
  at: at('2026-03-02T10:00'),
  recorded: at('2026-03-02T10:05'),
  by: null,
  data: {},
  override: null,
  writtenBy: null,
  ...more,
})

export const aDocument = (writtenBy: string, more: Partial<StoredDocument> = {}): StoredDocument => ({
  id: 'd1',
  version: 1,
  kind: 'letter',
  template: 'first-contact',
  title: 'I should like to meet you',
  event: 'e1',
  writtenBy,
  writtenAt: at('2026-03-02T10:00:00.250'),
  content: { kind: 'letter', by: 'letter', to: 'Mo Quill', date: '2026-03-02', body: 'Dear Mo\n\n*Soon*' },
  ...more,
})

export const anObligation = (key: string, more: Partial<ObligationRow> = {}): ObligationRow => ({
  key,
  rule: 'first-visit',
  clause: '4.2',
  step: 'assessment',
  title: 'Visit the family',
  deed: null,
  owner: 'practitioner',
  subjectKind: 'case',
  subjectId: null,
  startedBy: 'e1',
  opensAt: at('2026-03-02T10:00'),
  soonFrom: null,
  overdueFrom: at('2026-03-10T00:00'),
  due: '2026-03-09',
  because: 'Five working days from allocation.',
  advisory: false,
  provisional: false,
  priority: false,
  undecided: null,
  state: 'open',
  metBy: null,
  metAt: null,
  does: 'visit.held',
  ...more,
})

export const aMessage = (more: Partial<Outgoing> = {}): Outgoing => ({
  kind: 'notice',
  to: { kind: 'role', role: 'manager' },
  caseId: null,
  subject: 'A record about risk is there to be read',
  body: 'NS-0041: a record about risk is there to be read.',
  ...more,
})

export const allMessages: MessageQuery = {
  state: null,
  about: { user: '11111111-1111-4111-8111-111111111111', everywhere: true, teams: [], own: false },
  to: 'anybody',
  before: null,
  limit: 10,
}

/** A store with an authority, a team and a worker. */
export async function aTeam(store: Store) {
  const { id } = await anAuthority(store)
  const [team, ana] = await store.change(id, async (inside) => [
    await inside.addTeam('Harbour'),
    await inside.addUser({ name: 'Ana Reyes', email: 'ana@example.org', memberships: [] }),
  ])
  return { id, team: team.id, ana: ana.user }
}
