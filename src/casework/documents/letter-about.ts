import { formatDay, parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Stood } from '#engine/assess.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import { compileMatch } from '#engine/compiled/compiled-match.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import { makeEntry } from '#engine/history/entry.ts'
import type { Letter } from '#procedure/rules/letter.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseOverview } from '../case/case-overview.ts'
import { isOutside } from '../access/owners.ts'

type Facts = Pick<CaseOverview, 'record' | 'procedure' | 'now'> & {
  readonly standing: Pick<CaseOverview['standing'], 'obligations'>
}

/** What a letter says of what it is about; undefined where it is about nothing that says this. */
export type AboutLetter = (name: string) => string | null | undefined

const isOf = (match: Match): ((event: CaseEvent) => boolean) => {
  const { types, test } = compileMatch(match)
  return (event) => {
    if (!types.includes(event.type)) return false
    return test === null || test(makeEntry(event, event.type, event.data, dayOf(event.at), null))
  }
}

const latestOf = (events: readonly CaseEvent[], is: (event: CaseEvent) => boolean): CaseEvent | undefined =>
  events
    .filter(is)
    .toSorted((a, b) => a.at - b.at)
    .at(-1)

const wordsIn = (value: CaseEvent['data'][string] | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null

const isChosen = /^[a-z]+(-[a-z]+)+$/

/** What people wrote stands as it is; what they chose, such as `work-done`, in words. */
const saidIn = (event: CaseEvent, field: string): string | null => {
  const said = wordsIn(event.data[field])
  return said !== null && isChosen.test(said) ? said.replaceAll('-', ' ') : said
}

/** What a decision came to, as the procedure calls it. */
const decidedIn = (event: CaseEvent, { decisions }: Procedure): string | null =>
  decisions
    .filter(({ on }) => isOf(on)(event))
    .flatMap(({ field, outcomes }) => outcomes.filter(({ value }) => value === event.data[field]))
    .map(({ title }) => title)[0] ?? null

const dayOfStood = ({ obligation: { due, counts } }: Stood): Day | null => {
  if (due === null) return null
  return counts === 'hours' ? dayOf(due as Instant) : (due as Day)
}

const isToBeDone = ({ standing }: Stood): boolean =>
  standing !== 'met' && standing !== 'met-late' && standing !== 'lapsed' && standing !== 'paused'

/** The date that lies ahead of what the letter names as due: of several the first. */
const dueDate = ({ due }: Letter, { standing, now }: Facts, events: readonly CaseEvent[]): string | null => {
  if (due === null) return null
  const event = latestOf(events, ({ type }) => due.startsWith(`${type}.`))
  const said = wordsIn(event?.data[due.slice(due.lastIndexOf('.') + 1)])
  const days = standing.obligations
    .filter((one) => one.obligation.clock.id === due && isToBeDone(one))
    .map(dayOfStood)
  const [first] = [...days, said === null ? null : (parseDay(said.slice(0, 10)) ?? null)]
    .filter((day) => day !== null)
    .filter((day) => day >= dayOf(now))
    .toSorted((a, b) => a - b)
  return first === undefined ? null : formatDay(first)
}

/** Whether it goes to anybody who is not of the service: what a manager tells a worker is not for them. */
const goesOut = ({ to }: Letter, procedure: Procedure): boolean =>
  to.some((one) => one !== 'worker' && isOutside(one, procedure))

/**
 * What a letter says of the obligation and of the event that it is about: its due date, and the reason and the outcome of the
 * event of which the procedure tells by this letter. What is not known of that very event is asked for rather than taken
 * from another.
 */
export const aboutLetter = (letter: Letter, facts: Facts): AboutLetter => {
  const { record, procedure, now } = facts
  const events = happenedBy(record.events, now)
  const told = procedure.notices.filter((notice) => notice.letter === letter.id).map(({ on }) => on)
  const types = told.flatMap((match) => match.events)
  const about =
    latestOf(events, (event) => told.some((match) => isOf(match)(event))) ??
    latestOf(events, ({ type }) => types.includes(type))
  const says = (field: string): boolean => types.some((type) => procedure.events[type]?.[field] !== undefined)

  const outcome = (): string | null => {
    const own = about === undefined ? null : (decidedIn(about, procedure) ?? saidIn(about, 'outcome'))
    const latest = latestOf(events, (event) => decidedIn(event, procedure) !== null)
    if (own !== null || says('outcome')) return own
    return latest === undefined ? null : decidedIn(latest, procedure)
  }

  const reason = (): string | null | undefined => {
    if (says('reason')) return about === undefined ? null : saidIn(about, 'reason')
    const asked = goesOut(letter, procedure)
      ? undefined
      : latestOf(events, ({ type }) => type === 'referral.received')
    return asked === undefined ? undefined : saidIn(asked, 'reason')
  }

  return (name) => {
    switch (name) {
      case 'due date':
        return dueDate(letter, facts, events)
      case 'outcome':
        return outcome()
      case 'reason':
        return reason()
      case 'next steps':
        return goesOut(letter, procedure) ? null : undefined
      default:
        return undefined
    }
  }
}
