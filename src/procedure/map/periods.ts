import type { Clock } from '../rules/clock.ts'
import type { Period } from '../rules/clock-due.ts'
import type { Duration } from '../rules/duration.ts'
import { durationInWords } from '../rules/duration.ts'
import type { Match } from '../rules/match.ts'
import type { Procedure } from '../procedure.ts'

const fixed = (period: Period | null): Duration | null =>
  period === null ? null : period.kind === 'fixed' ? period.duration : period.otherwise

const range = (from: Duration, to: Duration): string =>
  from.unit === to.unit
    ? `${from.n} to ${durationInWords(to)}`
    : `${durationInWords(from)} to ${durationInWords(to)}`

const inSlot = ({ due }: Clock, { slots }: Procedure): string | null => {
  if (due.slot === null) return null
  const title = slots[due.slot.slot]?.title ?? due.slot.slot
  return due.slot.nth === 1 ? `next: ${title}` : `${title}, number ${due.slot.nth} from now`
}

/** A clock's limit in a few words, such as `within 7 working days`; null when it has none that is a length of time. */
export const limitInWords = (clock: Clock, procedure: Procedure): string | null => {
  const { due, opensAfter, title } = clock
  const within = fixed(due.within)
  if (within !== null) return `within ${durationInWords(within)}`
  if (due.about !== null) return `about ${durationInWords(due.about)}`
  if (due.slot !== null) return inSlot(clock, procedure)
  if (due.fromDate?.by != null) return `${durationInWords(due.fromDate.by)} ${due.fromDate.way} the date`
  const short = title.length <= 40 && !title.includes('.')
  return opensAfter === null || !short ? null : `${title} after ${durationInWords(opensAfter)}`
}

/** The limit shown with a step: that of its first clock that has one. */
export const mainLimit = (step: string, procedure: Procedure): string | null =>
  procedure.clocks
    .filter((clock) => clock.step === step)
    .map((clock) => limitInWords(clock, procedure))
    .find((words) => words !== null) ?? null

const names = (matches: readonly Match[]): readonly string[] => matches.flatMap(({ events }) => events)

/** Whether the clock counts from each occurrence of what meets it to the next. */
const repeats = ({ start, met }: Clock): boolean => {
  if (start.kind !== 'events' || start.which === 'first' || met?.kind !== 'events') return false
  const starting = names(start.any)
  const meeting = names(met.any)
  return meeting.length > 0 && meeting.every((event) => starting.includes(event))
}

const period = ({ due }: Clock): string | null => {
  const within = fixed(due.within)
  const aim = fixed(due.aim) ?? due.about
  if (due.earliest !== null && within !== null) return `every ${range(due.earliest, within)}`
  if (within !== null && aim !== null) return `every ${range(aim, within)}`
  const only = within ?? aim
  if (only === null) return null
  return only.n === 1 ? `every ${only.unit.slice(0, -1)}` : `every ${durationInWords(only)}`
}

/** A clock that comes round again, and how often. */
export type Repeat = { readonly clock: string; readonly title: string; readonly period: string }

const asRepeat = (clock: Clock): readonly Repeat[] => {
  const words = repeats(clock) ? period(clock) : null
  return words === null ? [] : [{ clock: clock.id, title: clock.title, period: words }]
}

/** What comes round again at a step. */
export const repeatsAt = (step: string, { clocks }: Procedure): readonly Repeat[] =>
  clocks.filter((clock) => clock.step === step).flatMap(asRepeat)

/** What comes round again beside all the steps, in the case or for the worker. */
export const repeatsBeside = ({ clocks }: Procedure): readonly Repeat[] =>
  clocks.filter((clock) => clock.step === null).flatMap(asRepeat)
