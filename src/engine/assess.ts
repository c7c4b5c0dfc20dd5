import type { Instant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CaseEvent, Person } from './case-event.ts'
import type { PlaceOfEvent } from './case-file/check-case.ts'
import { checkEvents } from './case-file/check-case.ts'
import { derive, deriveWorker } from './derive.ts'
import type { Schedule } from './derive.ts'
import { happenedBy } from './history/effective-events.ts'
import { isClosed, stepsReached } from './history/episode.ts'
import type { Era } from './history/eras.ts'
import type { GateStanding } from './gates/gates-now.ts'
import { gatesNow } from './gates/gates-now.ts'
import type { Next } from './next.ts'
import { nextOf } from './next.ts'
import type { Obligation } from './obligation.ts'
import { standingOf } from './standing/standing.ts'
import type { Standing } from './standing/standing.ts'
import type { GateMeeting } from './gates/gate-meetings.ts'
import { gateMeetings } from './gates/gate-meetings.ts'
import { forWorker, workerOf } from './history/worker-events.ts'
import type { WatchStanding } from './watches-now.ts'
import { watchesNow } from './watches-now.ts'

/** An obligation with how it stands at the moment asked about. */
export type Stood = { readonly obligation: Obligation; readonly standing: Standing }

/** A case, or a worker, at a moment: what is due and what may happen next, with what was wrong in the file. */
export type Assessment = {
  readonly procedure: Procedure
  readonly asOf: Instant
  readonly calendar: WorkingCalendar
  readonly worker: string | null
  /** The last of the steps that were reached; null before the first. */
  readonly step: string | null
  readonly reached: readonly string[]
  readonly closed: boolean
  readonly obligations: readonly Stood[]
  readonly gates: readonly GateStanding[]
  readonly watches: readonly WatchStanding[]
  readonly next: Next
  readonly problems: readonly Problem[]
}

export type Facts = {
  readonly procedure: Procedure
  readonly events: readonly CaseEvent[]
  readonly people: readonly Person[]
  readonly calendar: WorkingCalendar
  readonly asOf: Instant
  readonly place: PlaceOfEvent
  /** The versions under which the case ran before, the first of them first. */
  readonly earlier?: readonly Era[] | undefined
}

const gateProblem = (
  { event, gate, outcome, lacks }: GateMeeting,
  place: PlaceOfEvent,
): readonly Problem[] => {
  if (outcome === 'past with a reason') return []
  const what = lacks.map(
    ({ what: lacking, person, clause }) => `${lacking}${person === null ? '' : ` for ${person}`} (${clause})`,
  )
  const says = `event ${event.id} (${event.type}): "${gate}" lacks ${what.join('; ')}.`
  return [problemAt(outcome === 'refused' ? 'event-refused' : 'reason-needed', place(event), says)]
}

const inOrderOfStart = (obligations: readonly Obligation[]): readonly Obligation[] =>
  obligations.toSorted((a, b) => a.start - b.start)

const assessment = (
  facts: Facts,
  schedule: Schedule,
  worker: string | null,
  problems: readonly Problem[],
): Assessment => {
  const { procedure, asOf, calendar, place } = facts
  const { timeline, obligations } = schedule
  const meetings = gateMeetings(procedure, timeline, facts.earlier)
  const all = { gates: gatesNow(procedure, timeline, asOf), next: nextOf(procedure, timeline, asOf) }
  const reached = stepsReached(procedure, timeline)
  const { gates, next } = worker === null ? all : forWorker(procedure, all.gates, all.next)
  return {
    procedure,
    asOf,
    calendar,
    worker,
    step: reached.at(-1) ?? null,
    reached,
    closed: isClosed(timeline),
    obligations: inOrderOfStart(obligations).map((obligation) => ({
      obligation,
      standing: standingOf(obligation, asOf),
    })),
    gates,
    watches: worker === null ? watchesNow(procedure, timeline, asOf) : [],
    next,
    problems: [...problems, ...meetings.flatMap((meeting) => gateProblem(meeting, place))],
  }
}

const known = (facts: Facts, people: readonly Person[] | null) => {
  const { problems, known: sound } = checkEvents({ ...facts, people })
  return { problems, events: happenedBy(sound, facts.asOf) }
}

/** A case at a moment; what happens after it is ignored, and what is wrong is said beside the rest. */
export const assess = (facts: Facts): Assessment => {
  const { problems, events } = known(facts, facts.people)
  return assessment(
    facts,
    derive(facts.procedure, events, facts.people, facts.calendar, facts.earlier),
    null,
    problems,
  )
}

const otherWorkerProblem = (event: CaseEvent, worker: string, place: PlaceOfEvent): Problem => {
  const says = `event ${event.id} (${event.type}): it is about ${workerOf(event) ?? ''}, and the file about ${worker}.`
  return problemAt('case-other-worker', place(event, 'worker'), says)
}

/** A worker's own obligations at a moment, from the worker's events; one about another worker meets none of them. */
export const assessWorker = (facts: Omit<Facts, 'people'>, worker: string): Assessment => {
  const all = { ...facts, people: [] }
  const { problems, events } = known(all, null)
  const isOther = (event: CaseEvent): boolean => (workerOf(event) ?? worker) !== worker
  const own = events.filter((event) => !isOther(event))
  return assessment(all, deriveWorker(facts.procedure, worker, own, facts.calendar, facts.earlier), worker, [
    ...problems,
    ...events.filter(isOther).map((event) => otherWorkerProblem(event, worker, facts.place)),
  ])
}
