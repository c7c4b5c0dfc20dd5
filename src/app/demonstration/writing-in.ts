import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Contact } from '#casework/documents/fillings.ts'
import { contactOf } from '#casework/documents/fillings.ts'
import type { Changing } from '#casework/ports.ts'
import type { LetterFacts } from './documents/keep-letters.ts'
import type { SetUp } from './set-up-authority.ts'

/** What all families of an authority are written down with. */
export type Writing = {
  readonly setUp: SetUp
  readonly calendar: WorkingCalendar
  /** What letters about the families of a team are filled in from. */
  readonly lettersOf: (team: string | null) => LetterFacts
}

/** Read once for many families. */
export const writingIn = async (
  store: Changing,
  setUp: SetUp,
  calendar: WorkingCalendar,
): Promise<Writing> => {
  const users = new Map((await store.users()).map((user) => [user.user, user]))
  const authority = await store.authority()
  const teams = await store.teams()
  const contacts = new Map<string | null, Contact>([[null, await contactOf(store, null)]])
  for (const { id } of teams) contacts.set(id, await contactOf(store, id))
  return {
    setUp,
    calendar,
    lettersOf: (team) => ({
      users,
      authority,
      team: teams.find(({ id }) => id === team) ?? null,
      contact: contacts.get(team) ?? (contacts.get(null) as Contact),
    }),
  }
}
