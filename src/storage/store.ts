import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { AuditEntry, Changing, Looking, Store } from '#casework/ports.ts'
import { appendAudit, auditKinds, auditOf } from './audit.ts'
import { appendEvents, recordEvents } from './cases/append-events.ts'
import { guardedCases, listCases, searchCases } from './cases/list-cases.ts'
import { referredBy } from './cases/referred-by.ts'
import { caseById, lockCase } from './cases/load-case.ts'
import { openCase } from './cases/open-case.ts'
import { setCase } from './cases/set-case.ts'
import { setPeople } from './cases/set-people.ts'
import { changingDocuments, lookingAtDocuments } from './documents/documents.ts'
import { draft, draftsOf, dropDraft, saveDraft } from './drafts.ts'
import { addressMessage, retryMessage, send, settleMessage, takeMessage } from './outbox/deliver.ts'
import { message, messages } from './outbox/messages.ts'
import { addAuthority, addTeam, authorities, authority, team, teams } from './people/authorities.ts'
import { serviceDetails, setServiceDetails, setTeamDetails, teamDetails } from './people/contact-details.ts'
import { lockPerson, peopleVersions } from './people/people-versions.ts'
import {
  changeUser,
  duty,
  lockStaff,
  noteUpToDate,
  openFamilies,
  outdated,
  outdateSchedules,
  peopleInTeams,
  renameTeam,
  setClosures,
  setDuty,
} from './people/staff.ts'
import { changeRelationship, relate, relationshipsOf } from './people/relationships.ts'
import {
  addUser,
  user,
  users,
  usersAround,
  usersFound,
  usersHolding,
  usersNamed,
  usersToRemind,
} from './people/users.ts'
import { noteLook } from './looks.ts'
import { keepResult, resultOf } from './requests.ts'
import { caseCalled, endOpenings, openRestricted, openTo } from './restricted/openings.ts'
import { obligationsOf, stampOf } from './schedule/read-schedule.ts'
import { worklist } from './schedule/worklist.ts'
import { writeSchedule } from './schedule/write-schedule.ts'
import { changingSignIn, lookingAtSignIn } from './sign-in/signing-in.ts'
import { atTheEnd, changing, looking, type Transaction } from './transaction.ts'

/** What casework asks of its store, on PostgreSQL. Each port function is one file's, by its name. */
export const postgresStore = (pool: pg.Pool): Store => ({
  authorities: () => authorities(pool),
  addAuthority: (given) => addAuthority(pool, { ...given, id: randomUUID() }),
  look: (id, work) => looking(pool, id, (one) => work(lookingIn(one))),
  change: (id, work) =>
    changing(pool, id, async (one) => {
      const entries: AuditEntry[] = []
      const result = await work(changingIn(one, entries))
      atTheEnd(one, appendAudit(one, entries))
      return result
    }),
})

const lookingIn = (one: Transaction): Looking => ({
  ...lookingAtSignIn(one),
  ...lookingAtDocuments(one),
  authority: () => authority(one),
  caseById: (id) => caseById(one, id),
  obligationsOf: (caseId) => obligationsOf(one, caseId),
  stampOf: (caseId) => stampOf(one, caseId),
  duty: (from, until) => duty(one, from, until),
  openFamilies: (workers) => openFamilies(one, workers),
  peopleInTeams: () => peopleInTeams(one),
  serviceDetails: () => serviceDetails(one),
  teamDetails: (whose) => teamDetails(one, whose),
  outdated: (limit) => outdated(one, limit),
  relationshipsOf: (caseId) => relationshipsOf(one, caseId),
  peopleVersions: (caseId) => peopleVersions(one, caseId),
  worklist: (query) => worklist(one, query),
  cases: (query) => listCases(one, query),
  guardedCases: (ids) => guardedCases(one, ids),
  referredBy: (reader, limit) => referredBy(one, reader, limit),
  search: (reach, words, limit) => searchCases(one, reach, words, limit),
  caseCalled: (reference) => caseCalled(one, reference),
  openTo: (whose) => openTo(one, whose),
  teams: () => teams(one),
  team: (id) => team(one, id),
  users: () => users(one),
  usersNamed: (ids) => usersNamed(one, ids),
  usersFound: (query) => usersFound(one, query),
  usersHolding: (roles) => usersHolding(one, roles),
  usersToRemind: (asked) => usersToRemind(one, asked),
  usersAround: (family) => usersAround(one, family),
  user: (id) => user(one, id),
  draft: (whose, form) => draft(one, whose, form),
  draftsOf: (whose) => draftsOf(one, whose),
  auditOf: (...given) => auditOf(one, ...given),
  auditKinds: (caseId) => auditKinds(one, caseId),
  messages: (query) => messages(one, query),
  message: (id) => message(one, id),
})

/** Audit entries are written last, all at once. */
const changingIn = (one: Transaction, entries: AuditEntry[]): Changing => ({
  ...lookingIn(one),
  ...changingSignIn(one),
  ...changingDocuments(one),
  auditOf: async (...given) => {
    await appendAudit(one, entries.splice(0))
    return auditOf(one, ...given)
  },
  resultOf: (key) => resultOf(one, key),
  keepResult: (key, result) => keepResult(one, key, result),
  lockCase: (id) => lockCase(one, id),
  openCase: (opening) => openCase(one, opening),
  append: (caseId, events) => appendEvents(one, caseId, events),
  recordIn: (...given) => recordEvents(one, ...given),
  setCase: (caseId, set) => setCase(one, caseId, set),
  lockStaff: () => lockStaff(one),
  changeUser: (...given) => changeUser(one, ...given),
  renameTeam: (...given) => renameTeam(one, ...given),
  setServiceDetails: (details) => setServiceDetails(one, details),
  setTeamDetails: (...given) => setTeamDetails(one, ...given),
  setClosures: (closures) => setClosures(one, closures),
  noteUpToDate: (caseId) => noteUpToDate(one, caseId),
  outdateSchedules: () => outdateSchedules(one),
  setDuty: (...given) => setDuty(one, ...given),
  setPeople: (...given) => setPeople(one, ...given),
  relate: (...given) => relate(one, ...given),
  changeRelationship: (...given) => changeRelationship(one, ...given),
  lockPerson: (personId) => lockPerson(one, personId),
  openRestricted: (caseId, opening) => openRestricted(one, caseId, opening),
  endOpenings: (caseId) => endOpenings(one, caseId),
  writeSchedule: (caseId, rows, stamp) => writeSchedule(one, caseId, rows, stamp),
  audit: async (entry) => {
    entries.push(entry)
  },
  noteLook: (look) => noteLook(one, look),
  send: (outgoing) => send(one, outgoing),
  takeMessage: (id) => takeMessage(one, id),
  settleMessage: (taken, settled) => settleMessage(one, taken, settled),
  addressMessage: (taken, whom) => addressMessage(one, taken, whom),
  retryMessage: (id) => retryMessage(one, id),
  saveDraft: (given) => saveDraft(one, given),
  dropDraft: (whose, form, key) => dropDraft(one, whose, form, key),
  addUser: (given) => addUser(one, given),
  addTeam: (name) => addTeam(one, name),
})
