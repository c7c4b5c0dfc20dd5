import type { Person } from '../case-event.ts'
import { changesOf, saidOf } from './changes.ts'
import type { CompiledClock } from '../compiled/compiled-clock.ts'
import type { CompiledProcedure } from '../compiled/compiled-procedure.ts'
import type { Counting } from './count.ts'
import { countingFor } from './count.ts'
import { datesOf, openingOf } from './due-date.ts'
import { endingOf } from './endings.ts'
import type { Entry } from '../history/entry.ts'
import { entriesOf } from '../history/history.ts'
import { followingStarts } from './following-starts.ts'
import type { OpenStart } from './meets.ts'
import { pairMets } from './meets.ts'
import type { StartPoint } from '../obligation.ts'
import { Obligation } from '../obligation.ts'
import type { PauseSpell } from './pause-spell.ts'
import { pausesOf, spellsDuring } from './pauses.ts'
import { quotaSteps } from './quota.ts'
import type { Reckoning } from '../reckoning.ts'
import { eventStarts, supersededBy } from './starts.ts'
import type { Group } from './subjects.ts'
import { groupOf, groupOfChildren, isOfPeople, subjectOf, whom, youngestFor } from './subjects.ts'
import type { Timeline } from '../history/timeline.ts'

/** Everything that the obligations of one procedure are reckoned from. */
export type Derivation = {
  readonly compiled: CompiledProcedure
  readonly timeline: Timeline
  readonly counting: Counting
  readonly pauses: readonly PauseSpell[]
  readonly worker: string | null
  /** What the clocks before this one in the order have given. */
  readonly byClock: ReadonlyMap<string, readonly Obligation[]>
}

/** One clock being run over one case. */
type Run = Derivation & {
  readonly clock: CompiledClock
  /** The obligations given so far. */
  readonly given: Obligation[]
  /** What people have said about its dates. */
  readonly said: readonly Entry[]
}

/** Whom its conditions are about. */
const aboutAt = ({ clock, timeline }: Run, { day }: StartPoint, { person }: Group): Person | null =>
  clock.clock.scope === 'youngest child' ? youngestFor(timeline.people, day, day) : person

const holdsAt = (run: Run, start: StartPoint, group: Group): boolean => {
  const { clock, timeline } = run
  return (
    clock.when === null ||
    clock.when({
      history: timeline.history,
      before: start.seq + 0.25,
      day: start.day,
      event: start.entry,
      person: aboutAt(run, start, group),
      people: timeline.people,
      calendar: timeline.calendar,
    }) === true
  )
}

/** What meets it; where its start is to be written down in time, the start does. */
const whatMet = (met: Entry | null, { clock }: Run, start: StartPoint): Entry | null =>
  clock.clock.met?.kind === 'written down' ? start.entry : met

/** An obligation put together from its start, what met or ended it, its dates and what people changed. */
const assemble = (
  run: Run,
  { start, ending }: OpenStart,
  met: Entry | null,
  group: Group,
  spells: readonly PauseSpell[],
  dates: Reckoning,
): Obligation => {
  const { clock, said } = run
  const subject = subjectOf(clock.clock, group, start, met ?? ending, run)
  const endSeq = met?.seq ?? ending?.seq ?? null
  const change =
    said.length === 0 ? null : changesOf(dates.due, { compiled: clock, subject, start, endSeq }, said)
  const metBy = whatMet(met, run, start)
  return new Obligation(clock, subject, start, metBy, ending, dates, change, spells, run.counting)
}

const giveQuota = (run: Run, group: Group): void => {
  const { clock, timeline, counting } = run
  const held = group.starts.filter((start) => holdsAt(run, start, group))
  held.forEach((first, nth) => {
    const ending = endingOf(first, held[nth + 1]?.entry ?? null, clock, timeline, group.person)
    for (const { start, met, dates } of quotaSteps(clock, first, ending, timeline, counting))
      run.given.push(assemble(run, { start, ending, opens: null, episode: -1 }, met, group, [], dates))
  })
}

/** Only a clock that counts time can stand still; a date given with its start stays where it is. */
const asHeld = (spells: readonly PauseSpell[], { from }: Reckoning): readonly PauseSpell[] =>
  spells.length === 0 || from === 'period'
    ? spells
    : spells.map((spell) => ({ ...spell, standsStill: false }))

const closingBefore = ({ closings }: Timeline, seq: number): Entry | undefined =>
  closings.findLast((entry) => entry.seq < seq)

/** Whether a place in the order lies between a closing and a reopening: nothing more is asked for there. */
const isClosedBefore = ({ reopenings }: Timeline, closing: Entry | undefined, seq: number): boolean =>
  closing !== undefined && !reopenings.some((reopening) => reopening > closing.seq && reopening <= seq)

/** A start with its end; null where the clock does not apply to it. */
const openStart = (run: Run, group: Group, start: StartPoint, newer: Entry | null): OpenStart | null => {
  if (!holdsAt(run, start, group)) return null
  const { clock, timeline, counting } = run
  const closing = timeline.closings.length === 0 ? undefined : closingBefore(timeline, start.seq)
  if (!clock.clock.outlivesClosure && isClosedBefore(timeline, closing, start.seq)) return null
  const ending = endingOf(start, newer, clock, timeline, group.person)
  if (start.joined !== null && ending !== null && ending.at < start.joined) return null
  return {
    start,
    ending,
    opens: openingOf(clock, start, counting) ?? start.joined,
    episode: closing?.seq ?? -1,
  }
}

const openStarts = (run: Run, group: Group): readonly OpenStart[] => {
  const { starts } = group
  const newer = supersededBy(starts, run.clock.clock)
  const open: OpenStart[] = []
  for (let i = 0; i < starts.length; i += 1) {
    const one = openStart(run, group, starts[i] as StartPoint, newer[i] ?? null)
    if (one !== null) open.push(one)
  }
  return open
}

const giveGroup = (run: Run, group: Group): void => {
  if (group.starts.length === 0) return
  const { clock, timeline, counting, compiled, pauses, given } = run
  if (clock.clock.due.quota !== null) return giveQuota(run, group)
  const open = openStarts(run, group)
  if (open.length === 0) return
  const mets = pairMets(open, clock, timeline, group.person?.id ?? null)
  for (let i = 0; i < open.length; i += 1) {
    const one = open[i] as OpenStart
    const met = mets[i] ?? null
    const spells =
      pauses.length === 0 ? pauses : spellsDuring(pauses, one.start.at, met?.at ?? one.ending?.at ?? null)
    const dates = datesOf(clock, one.start, spells, counting, timeline, compiled)
    given.push(assemble(run, one, met, group, asHeld(spells, dates), dates))
  }
}

/** Whether anything has happened that could start a clock: most clocks of a young case need no closer look. */
const mayHaveStarted = ({ clock, start }: CompiledClock, { timeline, byClock }: Derivation): boolean =>
  'clock' in clock.start
    ? (byClock.get(clock.start.clock)?.length ?? 0) > 0
    : entriesOf(timeline.history, start).length > 0

const startsFor = (
  clock: CompiledClock,
  { timeline, byClock }: Derivation,
  person: string | null,
): readonly StartPoint[] => {
  const { start } = clock.clock
  return 'clock' in start
    ? followingStarts(start, byClock.get(start.clock) ?? [], timeline, person)
    : eventStarts(clock, timeline, person)
}

/** Gives all the obligations of one clock in this history, met and lapsed ones included, after those given so far. */
export const giveObligations = (clock: CompiledClock, derivation: Derivation, given: Obligation[]): void => {
  if (!mayHaveStarted(clock, derivation)) return
  const { timeline, worker, compiled, byClock, counting, pauses } = derivation
  const run: Run = {
    compiled,
    timeline,
    worker,
    byClock,
    clock,
    given,
    counting: countingFor(clock, counting),
    pauses: pausesOf(clock, timeline, pauses),
    said: saidOf(clock, timeline),
  }
  const { scope } = clock.clock
  if (scope === 'youngest child')
    return giveGroup(run, groupOfChildren(startsFor(clock, derivation, null), timeline.people))
  if (!isOfPeople(clock.clock))
    return giveGroup(run, { person: null, starts: startsFor(clock, derivation, null) })
  const ofAll = clock.isStartedByEach ? startsFor(clock, derivation, null) : null
  for (const person of whom(clock, timeline.people)) {
    const starts = ofAll ?? startsFor(clock, derivation, person.id)
    giveGroup(run, groupOf(clock, person, starts))
  }
}
