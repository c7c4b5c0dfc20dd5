import type { Day } from '#calendar/day.ts'
import { addDays, makeDay } from '#calendar/day.ts'
import { dayInWords, weekdayInWords } from '#calendar/day-in-words.ts'
import { dayOf, timeInWords } from '#calendar/instant.ts'
import type { Stood } from '#engine/assess.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { listed } from '#procedure/in-words.ts'

/** A Monday, for the names of the weekdays. */
const monday = makeDay(2024, 1, 1)

const slotInWords = (id: string, { slots }: Procedure): string => {
  const slot = slots[id]
  if (slot === undefined) return ''
  const days = listed(slot.days.map((day) => weekdayInWords(addDays(monday, day - 1))))
  return `${slot.title}: ${days}, ${timeInWords(slot.times.from)} to ${timeInWords(slot.times.to)}`
}

/** What a quota counts for one obligation: the deeds in its window, of all that have met the same rule. */
const heldInWindow = ({ obligation }: Stood, sameRule: readonly Stood[]): readonly string[] =>
  sameRule
    .flatMap(({ obligation: { met } }) => (met === null ? [] : [met]))
    .filter(
      ({ at, on }) =>
        at <= obligation.start && on >= (obligation.reckoning.anchor ?? Number.NEGATIVE_INFINITY),
    )
    .map(({ at, by }, i) => `${i + 1} ${dayInWords(dayOf(at) satisfies Day)} (event ${by})`)

/** What a date rests on that is no length of time: the times of a slot, the deeds that a quota counts. */
export const otherSourceLines = (
  stood: Stood,
  sameRule: readonly Stood[],
  procedure: Procedure,
): readonly string[] => {
  const { reckoning, clock } = stood.obligation
  if (reckoning.from === 'slot') return [slotInWords(clock.due.slot?.slot ?? '', procedure)]
  return reckoning.from === 'quota' ? heldInWindow(stood, sameRule) : []
}
