import type { Restricted, RestrictCase } from '#casework/restricted/restrict-case.ts'
import type { RestrictionDesk } from '#casework/restricted/restriction-desk.ts'
import { choice, several, text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent, Typed } from '../../forms/typed.ts'

type RestrictionRead =
  | { readonly ok: true; readonly asked: RestrictCase }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** What stands in the form when it is opened: whom it names now, or its worker and whoever restricts it. */
export const namedNow = ({ record, candidates }: RestrictionDesk, reader: string): Typed => {
  const first = [reader, record.worker].filter((id) => candidates.some(({ user }) => user === id))
  return {
    who: record.restrictedTo === null ? 'all' : 'named',
    named: record.restrictedTo ?? first.filter((id) => id !== null),
  }
}

export const readRestriction = (
  { record, candidates }: RestrictionDesk,
  { typed, key }: Sent,
): RestrictionRead => {
  const who = readFields(typed, {
    who: choice(['all', 'named'], { needed: 'Choose who may see this family' }),
  })
  const isNamed = who.ok && who.values.who === 'named'
  const ids = candidates.map(({ user }) => user)
  const chosen = readFields(typed, {
    named: isNamed ? several(ids, { needed: 'Choose the people who may see it' }) : several(ids),
  })
  const why = readFields(typed, {
    reason: text({ needed: 'Enter the reason', most: 500, name: 'The reason' }),
  })
  if (!who.ok || !chosen.ok || !why.ok)
    return {
      ok: false,
      problems: [who, chosen, why].flatMap((part) => (part.ok ? [] : part.problems)),
    }
  const named = isNamed ? chosen.values.named : null
  return { ok: true, asked: { caseId: record.id, key, named, reason: why.values.reason } }
}

const words: Readonly<Partial<Record<Restricted['kind'], string>>> = {
  'no-manager': 'Choose a manager too, so that somebody can change this later',
  'no-worker': 'Choose the family’s worker too, or pass the family to another worker first',
  'not-theirs': 'Somebody you chose has changed teams meanwhile and would not see this family. Choose again',
}

/** What was wrong with whom was chosen. */
export const refusedBecause = ({ kind }: Restricted): readonly FieldProblem[] => {
  const said = words[kind]
  return said === undefined ? [] : [{ field: 'named', text: said }]
}
