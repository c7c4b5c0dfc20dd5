import { isChild } from '#engine/case-event.ts'
import type { ObligationRow } from '../schedule/obligation-row.ts'
import type { CaseLine, CaseQuery, Clock, FoundCase, Looking, WorklistQuery, WorklistRow } from '../ports.ts'
import { isWithin, type Reach } from '../access/reach.ts'
import { documentsIn } from './documents-in.ts'
import { lookingAtOpenings, openingsAt } from './openings-in.ts'
import { recordOf, type Kept, type KeptCase } from './kept.ts'
import { lookingAtAuditIn } from './audit-in.ts'
import { lookingAtPeopleIn } from './people-in.ts'
import { lookingAtStaffIn } from './staff-in.ts'
import { alike, folded, likeness } from './likeness.ts'
import { messageIn, messagesFor } from './messages-in.ts'
import { lookingAtSignIn } from './signing-in.ts'

const names = new Intl.Collator('en-GB')
const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function lineOf(kept: Kept, one: KeptCase): CaseLine {
  const { id, reference, family, team, worker, opened, closed, restrictedTo, step } = one
  const children = recordOf(kept, one).people.filter((person) => isChild(person) && person.until === null)
  return {
    id,
    reference,
    family,
    team,
    worker,
    opened,
    closed,
    restrictedTo,
    step,
    children: children.length,
  }
}

const byFamily = (a: CaseLine, b: CaseLine): number =>
  names.compare(a.family, b.family) || plain(a.reference, b.reference)

/** The whole of an authority is for what the service does by itself, and for nobody's eyes. */
const shows = (reach: Reach | 'all', one: KeptCase): boolean => reach === 'all' || isWithin(reach, one)

function linesFor(
  kept: Kept,
  { reach, team, worker, unallocated, longestFirst, open, limit, offset }: CaseQuery,
): readonly CaseLine[] {
  return [...kept.cases.values()]
    .filter((one) => shows(reach, one))
    .filter((one) => (one.closed === null) === open)
    .filter((one) => team === undefined || one.team === team)
    .filter((one) => worker === undefined || one.worker === worker)
    .filter((one) => unallocated !== true || one.worker === null)
    .map((one) => lineOf(kept, one))
    .toSorted((a, b) => (longestFirst === true ? a.opened - b.opened : 0) || byFamily(a, b))
    .slice(offset, offset + limit)
}

type Place = Pick<WorklistRow, 'overdueFrom' | 'caseId' | 'key'>

const inOrder = (a: Place, b: Place): number =>
  (a.overdueFrom === b.overdueFrom ? 0 : (a.overdueFrom ?? Infinity) - (b.overdueFrom ?? Infinity)) ||
  plain(a.caseId, b.caseId) ||
  plain(a.key, b.key)

const nameIn = (
  people: Kept['people'],
  places: KeptCase['places'],
  { subjectKind, subjectId }: ObligationRow,
): string | null => {
  const place = subjectKind === 'person' ? places.find(({ id }) => id === subjectId) : undefined
  return place === undefined ? null : (people.get(place.personId)?.name ?? null)
}

function worklistFor(kept: Kept, query: WorklistQuery): readonly WorklistRow[] {
  const { cases, schedules, people } = kept
  const { reach, of, owners, asOf, limit, after } = query
  return [...cases.values()]
    .filter((one) => shows(reach, one))
    .filter(({ team, worker }) => ('worker' in of ? worker === of.worker : team === of.team))
    .flatMap(({ id, reference, family, worker, team, restrictedTo, places }) =>
      (schedules.get(id)?.rows ?? []).map((row) => ({
        ...row,
        caseId: id,
        reference,
        family,
        worker,
        team,
        restrictedTo,
        subjectName: nameIn(people, places, row),
      })),
    )
    .filter(({ state, opensAt }) => state === 'open' && opensAt <= asOf)
    .filter(({ owner }) => owners === null || owners.includes(owner))
    .filter((row) => after === null || inOrder(row, after) > 0)
    .toSorted(inOrder)
    .slice(0, limit)
}

/** By whose name a case is found and how alike that is: the family's own, unless somebody's in it is more so. */
function foundBy(kept: Kept, one: KeptCase, asked: string): { likeness: number; through: string | null } {
  if (/\d/.test(asked)) return { likeness: Number(one.reference === asked.toUpperCase()), through: null }
  let best: ReturnType<typeof foundBy> = { likeness: likeness(asked, one.family), through: null }
  for (const { name } of recordOf(kept, one).people)
    if (likeness(asked, name) > best.likeness) best = { likeness: likeness(asked, name), through: name }
  return best
}

function found(kept: Kept, reach: Reach, words: string, limit: number): readonly FoundCase[] {
  return [...kept.cases.values()]
    .filter((one) => isWithin(reach, one))
    .map((one) => ({ ...foundBy(kept, one, words.trim()), line: lineOf(kept, one) }))
    .filter((one) => one.likeness >= alike)
    .toSorted(
      (a, b) =>
        b.likeness - a.likeness ||
        Number(a.through !== null) - Number(b.through !== null) ||
        byFamily(a.line, b.line),
    )
    .slice(0, limit)
    .map(({ line, through }) => ({ ...line, through }))
}

export function lookingIn(kept: Kept, clock: Clock): Looking {
  const given = async <T>(read: () => T): Promise<T> => read()
  return {
    ...lookingAtPeopleIn(kept),
    ...lookingAtAuditIn(kept),
    ...lookingAtStaffIn(kept),
    ...lookingAtSignIn(kept),
    ...lookingAtOpenings(kept, clock),
    authority: () => given(() => kept.authority),
    ...documentsIn(kept),
    caseById: (id) =>
      given(() => {
        const one = kept.cases.get(id)
        if (one === undefined) return null
        return { ...recordOf(kept, one), openings: openingsAt(kept, id, clock.now()) }
      }),
    obligationsOf: (caseId) =>
      given(() =>
        (kept.schedules.get(caseId)?.rows ?? []).toSorted((a, b) =>
          inOrder({ ...a, caseId }, { ...b, caseId }),
        ),
      ),
    stampOf: (caseId) => given(() => kept.schedules.get(caseId)?.stamp ?? null),
    worklist: (query) => given(() => worklistFor(kept, query)),
    cases: (query) => given(() => linesFor(kept, query)),
    referredBy: (reader, limit) =>
      given(() =>
        [...kept.cases.values()]
          .filter(({ restrictedTo }) => restrictedTo === null || restrictedTo.includes(reader.user))
          .filter((one) => !isWithin(reader, one))
          .filter((one) =>
            recordOf(kept, one).events.some(
              ({ type, writtenBy }) => type === 'referral.received' && writtenBy === reader.user,
            ),
          )
          .toSorted(
            (a, b) =>
              Number(a.closed !== null) - Number(b.closed !== null) ||
              b.opened - a.opened ||
              plain(b.reference, a.reference),
          )
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    guardedCases: (ids) =>
      given(() =>
        [...kept.cases.values()]
          .filter(({ id }) => ids.includes(id))
          .map(({ id, team, worker, restrictedTo }) => ({ id, team, worker, restrictedTo })),
      ),
    search: (reach, words, limit) => given(() => found(kept, reach, words, limit)),
    teams: () => given(() => kept.teams.toSorted((a, b) => names.compare(a.name, b.name))),
    usersFound: ({ words, limit, offset }) =>
      given(() => {
        const asked = folded(words).trim().split(/\s+/)
        return kept.users
          .filter(({ name, email }) => asked.every((word) => folded(`${name} ${email}`).includes(word)))
          .toSorted((a, b) => Number(b.active) - Number(a.active) || names.compare(a.name, b.name))
          .slice(offset, offset + limit)
      }),
    usersHolding: (roles) =>
      given(() =>
        kept.users
          .filter(({ memberships }) => memberships.some(({ role }) => roles.includes(role)))
          .toSorted((a, b) => names.compare(a.name, b.name)),
      ),
    usersToRemind: ({ by, holding }) =>
      given(() => {
        const workers = new Set(
          [...kept.cases.values()]
            .filter(({ id }) =>
              kept.schedules
                .get(id)
                ?.rows.some(
                  ({ state, overdueFrom }) => state === 'open' && overdueFrom !== null && overdueFrom <= by,
                ),
            )
            .map(({ worker }) => worker),
        )
        return kept.users
          .filter(
            ({ active, user, memberships }) =>
              active && (workers.has(user) || memberships.some(({ role }) => holding.includes(role))),
          )
          .toSorted((a, b) => names.compare(a.name, b.name))
      }),
    usersNamed: (ids) =>
      given(() =>
        kept.users.filter(({ user }) => ids.includes(user)).toSorted((a, b) => names.compare(a.name, b.name)),
      ),
    users: () => given(() => kept.users.toSorted((a, b) => names.compare(a.name, b.name))),
    team: (id) => given(() => kept.teams.find((team) => team.id === id) ?? null),
    usersAround: ({ team, everywhere, named }) =>
      given(() =>
        kept.users
          .filter(
            ({ user, memberships }) =>
              team === null ||
              named.includes(user) ||
              memberships.some(
                (held) => held.team === null || held.team === team || everywhere.includes(held.role),
              ),
          )
          .toSorted((a, b) => names.compare(a.name, b.name)),
      ),
    user: (id) => given(() => kept.users.find(({ user }) => user === id) ?? null),
    draft: (user, form) => given(() => kept.drafts.get(`${user} ${form}`) ?? null),
    draftsOf: (user) =>
      given(() =>
        [...kept.drafts.values()]
          .filter((draft) => draft.user === user)
          .toSorted((a, b) => b.savedAt - a.savedAt || plain(a.form, b.form)),
      ),
    messages: (query) => given(() => messagesFor(kept, query)),
    message: (id) => given(() => messageIn(kept, id)),
  }
}
