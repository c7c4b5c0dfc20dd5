import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Condition } from '#procedure/rules/condition.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CompiledCondition, Situation } from './compiled/compiled-condition.ts'
import { compileCondition } from './compiled/compiled-condition.ts'
import { sought } from './history/find.ts'
import type { Timeline } from './history/timeline.ts'

/** The case as it stands at a moment, for conditions that are looked at now and not at an event. */
export const situationAt = ({ history, people, calendar }: Timeline, asOf: Instant): Situation => ({
  history,
  before: Number.POSITIVE_INFINITY,
  day: dayOf(asOf) satisfies Day,
  event: null,
  person: null,
  people,
  calendar,
})

const compiled = new WeakMap<Condition, CompiledCondition>()

const compiledOnce = (when: Condition, { slots }: Procedure): CompiledCondition => {
  const known = compiled.get(when) ?? compileCondition(when, slots, sought)
  compiled.set(when, known)
  return known
}

/** Whether a rule's condition holds now; a rule without one always applies. */
export const appliesNow = (when: Condition | null, procedure: Procedure, situation: Situation): boolean =>
  when === null || compiledOnce(when, procedure)(situation) === true
