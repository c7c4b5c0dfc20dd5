import type { Assessment, Stood } from '../assess.ts'

/** The groups in which obligations are shown, in their order. */
export const groupNames = [
  'overdue',
  'to decide',
  'due soon',
  'due',
  'no limit',
  'planned',
  'paused',
  'explained',
  'met',
  'lapsed',
] as const

export type GroupName = (typeof groupNames)[number]

const ended: ReadonlySet<Stood['standing']> = new Set(['met', 'met-late', 'lapsed'])

const groupOf = ({ obligation, standing }: Stood): GroupName => {
  if (obligation.undecided !== null && !ended.has(standing)) return 'to decide'
  switch (standing) {
    case 'due-soon':
      return 'due soon'
    case 'open':
      return obligation.due === null && obligation.aim === null ? 'no limit' : 'due'
    case 'met-late':
      return 'met'
    default:
      return standing
  }
}

const dateOf = ({ obligation: { due, aim, opens }, standing }: Stood): number =>
  standing === 'planned' ? opens : (due ?? aim ?? Number.POSITIVE_INFINITY)

const milliseconds = 86_400_000

/** Days and instants on one scale, a day before the instants of it. */
const onOneScale = (one: Stood): number => {
  const date = dateOf(one)
  return one.obligation.counts === 'hours' ? date / milliseconds : date
}

const byDate = (a: Stood, b: Stood): number =>
  Number(b.obligation.clock.priority) - Number(a.obligation.clock.priority) ||
  // Two dates that are both missing differ by NaN, which leaves them in the order of their starts.
  onOneScale(a) - onOneScale(b) ||
  a.obligation.start - b.obligation.start

/** Obligations sorted into the groups in which they are shown, what has priority first, then by date. */
export const groupsOf = ({ obligations }: Assessment): ReadonlyMap<GroupName, readonly Stood[]> => {
  const groups = Map.groupBy(obligations, groupOf)
  return new Map([...groups].map(([name, members]) => [name, members.toSorted(byDate)]))
}
