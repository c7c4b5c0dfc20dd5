import { addDays } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf, instantAt } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { changesOf } from './changes.ts'
import type { CompiledClock, CompiledProcedure } from './compiled-procedure.ts'
import type { Dates } from './due-date.ts'
import { datesOf, openingOf, soonFor } from './due-date.ts'
import { endingOf } from './endings.ts'
import type { Entry } from './entry.ts'
import type { OpenStart } from './meets.ts'
import { pairMets } from './meets.ts'
import type { Obligation, PauseSpell } from './obligation.ts'
import { pausesOf, spellsDuring } from './pauses.ts'
import { quotaSteps } from './quota.ts'
import type { StartPoint } from './starts.ts'
import { eventStarts } from './starts.ts'
import type { Group } from './subjects.ts'
import { groupsOf } from './subjects.ts'
import type { Timeline } from './timeline.ts'

/** Everything that the obligations of one procedure are reckoned from. */
export type Derivation = {
  readonly compiled: CompiledProcedure
  readonly timeline: Timeline
  readonly worker: string | null
  /** What the clocks before this one in the order have given. */
  readonly byClock: ReadonlyMap<string, readonly Obligation[]>
}

const entryById = (timeline: Timeline, id: string, at: Instant): Entry | null =>
  timeline.history.entries.findLast((entry) => entry.id === id && entry.at === at) ?? null

const placeAt = (timeline: Timeline, at: Instant): number => {
  const next = timeline.history.entries.findIndex((entry) => entry.at >= at)
  return (next < 0 ? timeline.history.entries.length : next) - 0.5
}

/** The moment at which an obligation passes its limit unmet; null when it does not, as far as is known. */
const limitPassedAt = (obligation: Obligation): Instant | null => {
  const { due, counts, met, lapsed, explained } = obligation
  if (due === null || (explained !== null && explained.until === null)) return null
  const passed = counts === 'hours' ? (due as Instant) : instantAt(addDays(due as Day, 1), 0)
  if (met !== null && met.at <= passed) return null
  if (lapsed !== null && lapsed.at <= passed) return null
  return passed
}

const followingStarts = (
  { clock }: CompiledClock,
  { timeline, byClock }: Derivation,
): readonly StartPoint[] => {
  const { start } = clock
  if (start.kind !== 'after' && start.kind !== 'limit-of') return []
  return (byClock.get(start.clock) ?? []).flatMap((follows): readonly StartPoint[] => {
    const bare = { follows, supersededBy: null }
    if (start.kind === 'after') {
      if (follows.met === null) return []
      const { at, by } = follows.met
      const entry = entryById(timeline, by, at)
      return [{ ...bare, entry, at, day: dayOf(at), seq: entry?.seq ?? placeAt(timeline, at) }]
    }
    const at = limitPassedAt(follows)
    return at === null ? [] : [{ ...bare, entry: null, at, day: dayOf(at), seq: placeAt(timeline, at) }]
  })
}

const holdsAt = (
  compiled: CompiledClock,
  start: StartPoint,
  group: Group,
  { timeline }: Derivation,
): boolean =>
  compiled.when === null ||
  compiled.when({
    history: timeline.history,
    before: start.seq + 0.25,
    day: start.day,
    event: start.entry,
    person: group.person,
    people: timeline.people,
    calendar: timeline.calendar,
  }) === true

const assemble = (
  compiledClock: CompiledClock,
  { start, ending }: OpenStart,
  met: Entry | null,
  group: Group,
  pauses: readonly PauseSpell[],
  derivation: Derivation,
  dated?: Dates,
): Obligation => {
  const { timeline, compiled } = derivation
  const { clock } = compiledClock
  const writtenDown = clock.met?.kind === 'written down' ? start.entry : null
  const ended = met ?? (ending === null ? null : { seq: ending.seq, at: ending.at })
  const spells = spellsDuring(pauses, start.at, ended?.at ?? null)
  const dates = dated ?? datesOf(compiledClock, start, spells, timeline, compiled)
  const subject = group.subjectOf(start)
  const end = ended?.seq ?? Number.POSITIVE_INFINITY
  const change = changesOf(dates.due, dates.counts, compiledClock, subject, start, end, timeline)
  const metBy = writtenDown === null ? met : writtenDown
  const metAt = writtenDown === null ? met?.at : writtenDown.recorded
  return {
    clock,
    subject,
    startedBy: start.entry?.id ?? start.follows?.startedBy ?? '',
    start: start.at,
    counts: dates.counts,
    opens: dates.opens,
    earliest: dates.earliest,
    aim: dates.aim,
    due: change.due,
    firstDue: change.due === dates.due ? null : dates.due,
    soon: soonFor(change.due, dates, compiledClock, timeline, compiled),
    tooLateAt: change.due === dates.due ? dates.tooLateAt : null,
    provisional: dates.provisional,
    met:
      metBy === null || metAt === undefined
        ? null
        : { by: metBy.id, at: metAt, on: dates.counts === 'hours' ? metAt : dayOf(metAt) },
    lapsed: met === null && writtenDown === null && ending !== null ? { by: ending.by, at: ending.at } : null,
    explained: change.explained,
    moved: change.moved,
    pauses: spells,
    undecided: change.due === null ? dates.undecided : null,
    reckoning: {
      ...dates.reckoning,
      startEntry: start.entry,
      limitOf: clock.start.kind === 'limit-of' ? (start.follows?.clock ?? null) : null,
    },
  }
}

const quotaObligations = (
  compiledClock: CompiledClock,
  group: Group,
  derivation: Derivation,
): readonly Obligation[] =>
  group.starts
    .slice(0, 1)
    .flatMap((first) =>
      quotaSteps(compiledClock, first, derivation.timeline, derivation.compiled).map(
        ({ start, met, dates }) =>
          assemble(compiledClock, { start, ending: null, opens: null }, met, group, [], derivation, dates),
      ),
    )

/** All the obligations that one clock has given in this history, met and lapsed ones included. */
export const obligationsOfClock = (
  compiledClock: CompiledClock,
  derivation: Derivation,
): readonly Obligation[] => {
  const { clock } = compiledClock
  const { timeline, worker } = derivation
  const starts =
    'clock' in clock.start ? followingStarts(compiledClock, derivation) : eventStarts(compiledClock, timeline)
  if (starts.length === 0) return []
  const pauses = pausesOf(compiledClock, timeline.history)
  return groupsOf(clock, starts, timeline.people, worker).flatMap((group) => {
    if (clock.due.quota !== null) return quotaObligations(compiledClock, group, derivation)
    const open = group.starts
      .filter((start) => holdsAt(compiledClock, start, group, derivation))
      .map(
        (start): OpenStart => ({
          start,
          ending: endingOf(start, compiledClock, timeline, group.person?.id ?? null),
          opens: openingOf(clock, start, timeline, derivation.compiled),
        }),
      )
    if (open.length === 0) return []
    const mets = pairMets(open, compiledClock, timeline, group.person?.id ?? null)
    return open.map((one, i) => assemble(compiledClock, one, mets[i] ?? null, group, pauses, derivation))
  })
}
