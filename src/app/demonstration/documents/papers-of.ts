import { instantAt } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { CaseRecord, NewEvent } from '#casework/case/case-record.ts'
import type { Chance } from '#engine/plausible/chance.ts'
import type { Version } from '#procedure/pack.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { SetUp } from '../set-up-authority.ts'
import type { Papers } from './hand-in-forms.ts'
import { handInForms } from './hand-in-forms.ts'
import type { LetterFacts } from './keep-letters.ts'
import { keepLetters } from './keep-letters.ts'
import { signForms } from './sign-forms.ts'

/** What the papers of a family are made from. */
export type PaperFacts = {
  readonly version: Pick<Version, 'procedure' | 'forms' | 'letters'>
  readonly letters: LetterFacts
  readonly setUp: SetUp
  readonly calendar: WorkingCalendar
  readonly chance: Chance
}

const roleOf = ({ roles, standsFor }: Procedure, standard: string): string | null =>
  Object.keys(roles).find((role) => (standsFor[role] ?? role) === standard) ?? null

/**
 * The forms and letters of a family that is about to be written down, with the entries that came with them. The last day's
 * morning is when it all ends.
 */
export const papersOf = (
  told: readonly NewEvent[],
  record: CaseRecord,
  { version, letters, setUp, calendar, chance }: PaperFacts,
): Papers => {
  const { procedure, forms } = version
  const { users } = letters
  const worker = record.worker === null ? undefined : users.get(record.worker)
  if (worker === undefined) return { events: told, documents: [] }
  const manager = [...users.values()].find(({ memberships }) =>
    memberships.some(({ role, team }) => role === 'manager' && team === record.team),
  )
  const names = new Map(record.people.map(({ id, name }) => [id, name]))
  const around = {
    procedure,
    people: record.people,
    worker: worker.name,
    manager: manager?.name ?? worker.name,
    chance,
    name: (id: string) => names.get(id) ?? users.get(id)?.name ?? id,
    calendar,
    leading: roleOf(procedure, 'practitioner'),
    returning: manager === undefined ? null : { user: manager.user, role: roleOf(procedure, 'manager') },
  }
  const until = instantAt(setUp.today, 0)
  const closed = told.findLast(({ type }) => type === 'case.closed')?.at ?? until
  const end = closed < until ? closed : until
  const papers = signForms(handInForms(told, forms, around, end), forms, worker.user, around, end)
  const events = papers.events.map((event, i) => ({ ...event, id: `e${i + 1}` }))
  return keepLetters(papers, version.letters, { ...record, events }, letters, around, end)
}
