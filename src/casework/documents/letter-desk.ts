import { isChild } from '#engine/case-event.ts'
import type { Letter } from '#procedure/rules/letter.ts'
import type { Actor } from '../access/actor.ts'
import { caseOverview } from '../case/case-overview.ts'
import type { CaseOverview } from '../case/case-overview.ts'
import type { CasePerson } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { versionOf } from '../deps.ts'
import { fillLetter } from './fill-letter.ts'
import { contactOf, fillings } from './fillings.ts'
import { aboutLetter } from './letter-about.ts'

/** Somebody to whom a letter may go. */
export type Recipient = {
  readonly name: string
  /** What the letter calls them in its head: `family`, `referrer`, a role. */
  readonly kind: string
  readonly person: CasePerson | null
}

/** Everything that the page of a letter is made from. */
export type LetterDesk = {
  readonly overview: CaseOverview
  readonly letter: Letter
  readonly recipients: readonly Recipient[]
  /** The letter for somebody, by name; with gaps for what is not on record. */
  readonly fillFor: (name: string) => string
}

const recipientsFor = (
  { to }: Letter,
  { record, users, procedure }: CaseOverview,
  referrer: string | null,
): readonly Recipient[] => {
  const here = record.people.filter(({ until }) => until === null)
  const asPeople = (kind: string, people: readonly CasePerson[]): readonly Recipient[] =>
    people.map((person) => ({ name: person.name, kind, person }))
  return to.flatMap((kind): readonly Recipient[] => {
    if (kind === 'family')
      return asPeople(
        kind,
        here.filter((person) => person.member && !isChild(person)),
      )
    if (kind === 'professionals')
      return asPeople(
        kind,
        here.filter(({ role }) => role === 'professional'),
      )
    if (kind === 'referrer') return referrer === null ? [] : [{ name: referrer, kind, person: null }]
    const standard = procedure.standsFor[kind] ?? kind
    const isOfTeam = (team: string | null): boolean => team === null || team === record.team
    return [...users.values()]
      .filter(
        ({ user, active, memberships }) =>
          active &&
          (kind === 'worker' || standard === 'practitioner'
            ? user === record.worker
            : memberships.some(({ role, team }) => role === standard && isOfTeam(team))),
      )
      .map(({ name }) => ({ name, kind, person: null }))
  })
}

/** A letter to be written to or about a family. Null where there is no such letter or case, or nobody may see it. */
export const letterDesk = async (
  deps: Deps,
  actor: Actor,
  { caseId, letter }: { readonly caseId: string; readonly letter: string },
): Promise<LetterDesk | null> => {
  const overview = await caseOverview(deps, actor, caseId, 'letter')
  if (overview === null) return null
  const { record, now, users, team, procedure } = overview
  const found = versionOf(deps.shelf, record).letters.find(({ id }) => id === letter)
  if (found === undefined) return null
  const [authority, contact] = await deps.store.look(actor.authority, async (store) => [
    await store.authority(),
    await contactOf(store, record.team),
  ])
  const about = aboutLetter(found, overview)
  const facts = { record, now, users, authority, team, contact }
  const referrer = fillings({ ...facts, recipient: null })('referrer name')
  const recipients = recipientsFor(found, overview, referrer)
  return {
    overview,
    letter: found,
    recipients,
    fillFor: (name) => {
      const known = recipients.find((one) => one.name === name)
      const recipient = known?.person ?? (name === '' ? null : name)
      const fill = fillings({ ...facts, recipient })
      const own = (asked: string): string | null => {
        const said = about(asked)
        return said === undefined ? fill(asked) : said
      }
      return fillLetter(found, own, procedure)
    },
  }
}
