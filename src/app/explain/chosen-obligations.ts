import type { Stood } from '#engine/assess.ts'

/** The obligations of a rule that are explained in full, and those that are only named. */
export type ChosenObligations = { readonly explained: readonly Stood[]; readonly others: readonly Stood[] }

const over: ReadonlySet<Stood['standing']> = new Set(['met', 'met-late', 'lapsed'])

/** Whether an obligation is about a subject, or was started by an event, of this id. */
const isAbout = ({ obligation }: Stood, id: string): boolean =>
  obligation.startedBy === id || ('id' in obligation.subject ? obligation.subject.id === id : id === 'case')

/** Those about one subject where one is asked for; else those still in force, or the last one where none is. */
export const chosenObligations = (all: readonly Stood[], subject: string | undefined): ChosenObligations => {
  const inForce = all.filter(({ standing }) => !over.has(standing))
  const explained =
    subject === undefined
      ? inForce.length > 0
        ? inForce
        : all.slice(-1)
      : all.filter((one) => isAbout(one, subject))
  return { explained, others: all.filter((one) => !explained.includes(one)) }
}

/** The ids by which one of the obligations can be asked for. */
export const subjectIds = (all: readonly Stood[]): readonly string[] => [
  ...new Set(
    all.flatMap(({ obligation: { subject, startedBy } }) => [
      'id' in subject ? subject.id : 'case',
      startedBy,
    ]),
  ),
]
