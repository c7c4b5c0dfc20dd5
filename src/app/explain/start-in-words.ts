import type { Clock } from '#procedure/rules/clock.ts'
import { eventInWords } from '#procedure/event-words.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { listed } from '#procedure/in-words.ts'
import { testsInWords } from '#procedure/tests-in-words.ts'

/** Which events a rule means, in words: `the decision (outcome accepted)`, `contact or the visit`. */
export const matchesInWords = (matches: readonly Match[], { words, roles }: Procedure): string =>
  listed(
    matches.map(({ events, where, by }) => {
      const names = listed(
        events.map((event) => eventInWords(event, words)),
        'or',
      )
      const who =
        by.length === 0
          ? ''
          : ` by the ${listed(
              by.map((role) => roles[role] ?? role),
              'or',
            )}`
      return `${names}${testsInWords(where)}${who}`
    }),
    'or',
  )

const titleOf = (clock: string, { clocks }: Procedure): string =>
  clocks.find(({ id }) => id === clock)?.title ?? clock

const ordinal = (n: number): string => (n === 1 ? 'the first' : n === 2 ? 'the second' : `number ${n}`)

/** What starts a clock, in words. */
export const startRuleInWords = ({ start }: Clock, procedure: Procedure): string => {
  switch (start.kind) {
    case 'after':
      return `Starts when "${titleOf(start.clock, procedure)}" is done`
    case 'limit-of':
      return `Starts when "${titleOf(start.clock, procedure)}" passes its limit undone`
    case 'later-of':
      return `Starts with the last of these: ${start.all.map((any) => matchesInWords(any, procedure)).join('; ')}`
    default: {
      const event = matchesInWords(start.any, procedure)
      const days = start.onDays > 1 ? ` on ${start.onDays} different days` : ''
      if (start.times > 1 || start.onDays > 1)
        return `Starts when this has happened ${Math.max(start.times, start.onDays)} times${days}: ${event}`
      if (start.which === 'each') return `Starts anew each time with: ${event}`
      if (start.which === 'latest')
        return `Starts again each time with: ${event}${start.per === null ? '' : `, once for each ${start.per}`}`
      return `Starts with: ${event}, ${ordinal(start.nth)} since the case began or was reopened`
    }
  }
}

/** What meets a clock, in words. */
export const metRuleInWords = ({ met }: Clock, procedure: Procedure): string => {
  if (met === null) return 'Nothing on record can meet it; it is only shown'
  if (met.kind === 'written down') return 'Done when the event that starts it is written down'
  const together = met.any.length === 0
  const events = together
    ? met.all.map((match) => matchesInWords([match], procedure)).join(', together with ')
    : matchesInWords(met.any, procedure)
  return `Done with: ${events}${met.times > 1 ? `, ${met.times} times` : ''}`
}
