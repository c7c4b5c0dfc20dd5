import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { Stood } from '#engine/assess.ts'
import { becauseOf } from '#engine/because/because.ts'
import { standingDateInWords } from '#engine/standing/standing-in-words.ts'
import { listed } from '#procedure/in-words.ts'
import type { Names } from './names.ts'

/** What stands the same for one or several people, with its date and the arithmetic of it. */
export type StoodLine = {
  /** Alike but for whom; at least one. */
  readonly stands: readonly [Stood, ...Stood[]]
  /** `Ada, Ben and Cora`; null where it is about nobody of their own. */
  readonly whom: string | null
  /** `was due Fri 6 March 2026, 3 working days late`. */
  readonly when: string
  /** Empty for what is no longer asked. */
  readonly why: string
}

type Facts = Pick<CaseOverview, 'procedure' | 'calendar' | 'now'> & { readonly names: Names }

const wordsOf = (stood: Stood, { procedure, calendar, now }: Facts) => {
  const { obligation, standing } = stood
  const { undecided } = obligation
  return {
    when:
      undecided === null || standing === 'planned'
        ? standingDateInWords(stood, { asOf: now, calendar })
        : `has no date yet: ${undecided}`,
    why: standing === 'lapsed' ? '' : becauseOf(obligation, procedure, calendar),
  }
}

/** One line for what is asked for several people on the same day for the same reason, in the order of the first of each. */
export const stoodLines = (stands: readonly Stood[], facts: Facts): readonly StoodLine[] => {
  const lines = new Map<string, { words: ReturnType<typeof wordsOf>; alike: [Stood, ...Stood[]] }>()
  for (const stood of stands) {
    const { clock, subject } = stood.obligation
    const words = wordsOf(stood, facts)
    const isPersons = subject.kind === 'person'
    const key = isPersons ? `${clock.id}\n${stood.standing}\n${words.when}\n${words.why}` : `${lines.size}`
    const known = lines.get(key)
    if (known === undefined) lines.set(key, { words, alike: [stood] })
    else known.alike.push(stood)
  }
  return [...lines.values()].map(({ words, alike }) => ({
    ...words,
    stands: alike,
    whom:
      listed(
        alike.flatMap(({ obligation: { subject } }) =>
          subject.kind === 'person' ? [facts.names.person(subject.id)] : [],
        ),
      ) || null,
  }))
}
