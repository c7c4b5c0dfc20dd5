import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import type { FieldTest, Match } from '#procedure/rules/match.ts'
import { Engine } from 'json-rules-engine'
import type { NestedCondition, RuleProperties, TopLevelCondition } from 'json-rules-engine'
import type { PlainClock } from './plain-dues.ts'
import { dueAfter } from './plain-dues.ts'

const testOf = (test: FieldTest): NestedCondition[] => {
  const fact = test.path.join('.')
  switch (test.kind) {
    case 'in':
      return [{ fact, operator: 'in', value: test.values }]
    case 'not-in':
      return [{ fact, operator: 'notIn', value: test.values }]
    case 'beyond':
      return [{ fact, operator: 'notIn', value: test.values }]
    case 'present':
      return [{ fact, operator: test.present ? 'notEqual' : 'equal', value: undefined }]
    case 'range':
      return [
        ...(Number.isFinite(test.atLeast)
          ? [{ fact, operator: 'greaterThanInclusive', value: test.atLeast }]
          : []),
        ...(Number.isFinite(test.atMost)
          ? [{ fact, operator: 'lessThanInclusive', value: test.atMost }]
          : []),
      ]
  }
}

const conditionOf = ({ events, where, by }: Match): TopLevelCondition => ({
  all: [
    { fact: 'type', operator: 'in', value: events },
    ...where.flatMap(testOf),
    ...(by.length > 0 ? [{ fact: 'role', operator: 'in', value: by }] : []),
  ],
})

const ruleOf = ({ id, any }: PlainClock): RuleProperties => ({
  name: id,
  conditions: { any: any.map(conditionOf) },
  event: { type: id },
})

/** The rules of the clocks in json-rules-engine, made once: one rule a clock, one fact a field of the event. */
export const rulesEngine = (clocks: readonly PlainClock[]): Engine =>
  new Engine(clocks.map(ruleOf), { allowUndefinedFacts: true })

/** Due dates as json-rules-engine finds them: one run an event; the days are counted as ours are. */
export const rulesEngineDues = async (
  engine: Engine,
  clocks: readonly PlainClock[],
  events: readonly CaseEvent[],
  calendar: WorkingCalendar,
): Promise<number> => {
  const byId = new Map(clocks.map((clock) => [clock.id, clock]))
  const started = new Set<string>()
  let found = 0
  for (const event of events) {
    const facts = { ...event.data, type: event.type, role: event.by?.role ?? '' }
    const { events: fired } = await engine.run(facts)
    for (const { type } of fired) {
      const clock = byId.get(type)
      if (clock === undefined || (!clock.each && started.has(type))) continue
      started.add(type)
      if (dueAfter(event.at, clock.length, calendar) > 0) found += 1
    }
  }
  return found
}
