import type { ChangingStaff, LookingAtStaff } from '../administration/staff-ports.ts'
import { nothingKnown } from '../administration/staff-ports.ts'
import type { Kept } from './kept.ts'

const settled: ReadonlySet<string> = new Set(['met', 'met-late', 'lapsed'])

export const lookingAtStaffIn = (kept: Kept): LookingAtStaff => ({
  duty: async (from, until) =>
    [...kept.duty]
      .filter(([day]) => day >= from && day <= until)
      .map(([day, user]) => ({ day, user }))
      .toSorted((a, b) => a.day - b.day),
  serviceDetails: async () => kept.contacts.get('service') ?? nothingKnown,
  teamDetails: async (team) => {
    const { phone, email, address } = kept.contacts.get(team) ?? nothingKnown
    return { phone, email, address }
  },
  peopleInTeams: async () => {
    const people = new Map<string, number>()
    for (const { active, memberships } of kept.users)
      for (const team of new Set(active ? memberships.map((held) => held.team) : []))
        if (team !== null) people.set(team, (people.get(team) ?? 0) + 1)
    return people
  },
  openFamilies: async (workers) => {
    const families = new Map<string, number>()
    for (const { worker, closed } of kept.cases.values())
      if (worker !== null && closed === null && workers.includes(worker))
        families.set(worker, (families.get(worker) ?? 0) + 1)
    return families
  },
  outdated: async (limit) => [...kept.outdated].toSorted().slice(0, limit),
})

export const changingStaffIn = (kept: Kept): ChangingStaff => ({
  lockStaff: async () => {},
  changeUser: async (id, set) => {
    if (!kept.users.some(({ user }) => user === id)) throw new Error('There is no such user to change.')
    kept.users = kept.users.map((user) => (user.user === id ? { ...user, ...set } : user))
  },
  renameTeam: async (id, name) => {
    if (!kept.teams.some((team) => team.id === id)) throw new Error('There is no such team to rename.')
    kept.teams = kept.teams.map((team) => (team.id === id ? { id, name } : team))
  },
  setServiceDetails: async (details) => {
    kept.contacts.set('service', details)
  },
  setTeamDetails: async (team, details) => {
    kept.contacts.set(team, { ...details, name: null })
  },
  setClosures: async (closures) => {
    kept.authority = { ...kept.authority, closures }
  },
  outdateSchedules: async () => {
    for (const { id, closed } of kept.cases.values())
      if (closed === null || kept.schedules.get(id)?.rows.some(({ state }) => !settled.has(state)) === true)
        kept.outdated.add(id)
  },
  noteUpToDate: async (caseId) => {
    kept.outdated.delete(caseId)
  },
  setDuty: async (day, user) => {
    if (user === null) kept.duty.delete(day)
    else kept.duty.set(day, user)
  },
})
