import { caseReference } from '../case/case-reference.ts'
import type { CaseRecord, NewEvent, StoredEvent } from '../case/case-record.ts'
import { isUnseen } from '../recording/page-key.ts'
import type { Changing, Clock } from '../ports.ts'
import { answeredBefore, pageOfKey, partsOfKey } from '../recording/request-key.ts'
import { changingDocumentsIn } from './documents-in.ts'
import { caseIn, recordOf, type Kept, type KeptCase } from './kept.ts'
import { lookingIn } from './looking-in.ts'
import { changingOpenings } from './openings-in.ts'
import { address, queue, retry, settle, take } from './messages-in.ts'
import { changingPeopleIn } from './people-in.ts'
import { changingSignIn } from './signing-in.ts'
import { changingStaffIn } from './staff-in.ts'

/** Values are kept as the database would give them back, and not as the very objects that were handed in. */
const asStored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export function changingIn(kept: Kept, clock: Clock, newId: () => string): Changing {
  const looking = lookingIn(kept, clock)
  const put = (one: KeptCase): void => {
    kept.cases.set(one.id, { ...one, revision: one.revision + 1 })
  }
  const { setPeople, ...people } = changingPeopleIn(kept, clock, newId, put)
  const openCase = (opening: Parameters<Changing['openCase']>[0]): CaseRecord => {
    const { people: _, ...given } = opening
    kept.casesOpened += 1
    const one: KeptCase = {
      ...given,
      id: newId(),
      authority: kept.authority.id,
      reference: caseReference(kept.authority.slug, kept.casesOpened),
      worker: null,
      restrictedTo: null,
      closed: null,
      revision: 1,
      step: null,
      places: [],
      events: [],
    }
    kept.cases.set(one.id, one)
    setPeople(
      one.id,
      opening.people.map((person) => ({ ...person, personId: null })),
      { at: opening.opened, by: null },
    )
    return recordOf(kept, caseIn(kept, one.id))
  }
  const withEvents = (
    caseId: string,
    events: readonly NewEvent[],
  ): { readonly one: KeptCase; readonly stored: readonly StoredEvent[] } => {
    const one = caseIn(kept, caseId)
    const stored = events.map((event, i) => ({ ...asStored(event), id: `e${one.events.length + 1 + i}` }))
    return { one: { ...one, events: [...one.events, ...stored] }, stored }
  }
  const keepRows = (...[caseId, rows, stamp]: Parameters<Changing['writeSchedule']>): void => {
    caseIn(kept, caseId)
    if (new Set(rows.map(({ key }) => key)).size < rows.length) {
      throw new Error('Two obligations of one case have the same key.')
    }
    kept.schedules.set(caseId, { rows: asStored(rows), stamp })
  }
  return {
    ...looking,
    ...changingStaffIn(kept),
    ...changingSignIn(kept),
    ...changingDocumentsIn(kept),
    ...changingOpenings(kept, clock),
    ...people,
    setPeople: async (...given) => setPeople(...given),
    resultOf: async (key) => answeredBefore(kept.results.get(pageOfKey(key)) ?? null, key),
    keepResult: async (key, result) => {
      const { page, contents } = partsOfKey(key)
      if (kept.results.has(page)) throw new Error('This request has been carried out already.')
      kept.results.set(page, { result, contents, at: clock.now() })
    },
    lockCase: (id) => looking.caseById(id),
    openCase: async (opening) => openCase(opening),
    append: async (caseId, events) => {
      if (events.length === 0) return []
      const { one, stored } = withEvents(caseId, events)
      put(one)
      return stored
    },
    recordIn: async (caseId, known, events, { rows, stamp, step, closed }) => {
      if (caseIn(kept, caseId).events.length !== known)
        throw new Error('The case was not held while it was recorded in.')
      put({ ...withEvents(caseId, events).one, step, closed })
      keepRows(caseId, rows, stamp)
    },
    setCase: async (caseId, set) => {
      put({ ...caseIn(kept, caseId), ...set })
    },
    writeSchedule: async (...given) => keepRows(...given),
    audit: async (entry) => {
      kept.audit = [...kept.audit, asStored(entry)]
    },
    noteLook: async ({ caseId, user, page, at, since }) => {
      const key = `${caseId} ${user} ${page}`
      const before = kept.looks.get(key)
      if (before !== undefined && before > since) return false
      kept.looks.set(key, at)
      return true
    },
    send: async (outgoing) => queue(kept, outgoing, null, clock.now()),
    takeMessage: async (id) => take(kept, id),
    settleMessage: async (taken, settled) => settle(kept, taken, settled),
    addressMessage: async (taken, users) => address(kept, taken, users),
    retryMessage: async (id) => retry(kept, id),
    saveDraft: async (draft) => {
      kept.drafts.set(`${draft.user} ${draft.form}`, asStored(draft))
    },
    dropDraft: async (user, form, key) => {
      for (const [name, draft] of kept.drafts) {
        const own = draft.user === user && draft.page !== undefined && draft.page === key
        const named = name === `${user} ${form}` && !(key !== undefined && isUnseen(draft, key))
        if (own || named) kept.drafts.delete(name)
      }
    },
    addUser: async ({ name, email, phone = null, memberships }) => {
      if (kept.users.some((known) => known.email.toLowerCase() === email.toLowerCase())) {
        throw new Error('There is a user with this address already.')
      }
      const user = {
        authority: kept.authority.id,
        user: newId(),
        name,
        memberships,
        email,
        phone,
        active: true,
      }
      kept.users = [...kept.users, user]
      return user
    },
    addTeam: async (name) => {
      const team = { id: newId(), name }
      kept.teams = [...kept.teams, team]
      return team
    },
  }
}
