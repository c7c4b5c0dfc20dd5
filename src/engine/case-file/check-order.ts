import type { CaseEvent } from '../case-event.ts'
import type { Complain } from './check-value.ts'

/** What ends something, and what has to have begun it. */
const begunBy: ReadonlyMap<string, string> = new Map([
  ['clock.resumed', 'clock.paused'],
  ['waiting-list.left', 'waiting-list.joined'],
])

const ruleOf = ({ data }: CaseEvent): unknown => data['rule'] ?? 'all'

const belongTogether = (end: CaseEvent, begin: CaseEvent): boolean =>
  ruleOf(end) === ruleOf(begin) || ruleOf(end) === 'all' || ruleOf(begin) === 'all'

/** Says when a thing ends that begins only later: a pause resumed before it was made. */
export const checkOrder = (event: CaseEvent, all: readonly CaseEvent[], complain: Complain): void => {
  const begin = begunBy.get(event.type)
  if (begin === undefined) return
  const begins = all.filter((other) => other.type === begin && belongTogether(event, other))
  const [first] = begins
  if (first === undefined || begins.some(({ at }) => at <= event.at)) return
  complain('case-end-before-start', `It ends what begins only later (event ${first.id}, ${begin}).`)
}
