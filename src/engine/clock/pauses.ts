import type { Instant } from '#calendar/instant.ts'
import type { CompiledClock, CompiledPause } from '../compiled/compiled-clock.ts'
import type { CompiledProcedure } from '../compiled/compiled-procedure.ts'
import type { Entry } from '../history/entry.ts'
import type { History } from '../history/history.ts'
import { entriesOf, firstAfter } from '../history/history.ts'
import type { PauseSpell } from './pause-spell.ts'
import type { Timeline } from '../history/timeline.ts'

const none: readonly PauseSpell[] = []

const spells = (
  begins: readonly Entry[],
  ends: readonly Entry[],
  standsStill: boolean,
): readonly PauseSpell[] => {
  const found: PauseSpell[] = []
  let until = Number.NEGATIVE_INFINITY
  for (const begin of begins) {
    if (begin.seq < until) continue
    const end = firstAfter(ends, begin.seq)
    found.push({ from: begin.at, until: end?.at ?? null, standsStill })
    until = end?.seq ?? Number.POSITIVE_INFINITY
  }
  return found
}

/** The later end; a spell that is still open ends last. */
const laterOf = (a: Instant | null, b: Instant | null): Instant | null => {
  if (a === null || b === null) return null
  return a > b ? a : b
}

/** Spells that overlap become one: time that stands still twice at once stands still once. */
const merged = (sorted: readonly PauseSpell[]): readonly PauseSpell[] => {
  const found: PauseSpell[] = []
  for (const spell of sorted) {
    const last = found.findLast(({ standsStill }) => standsStill === spell.standsStill)
    if (last === undefined || (last.until !== null && last.until < spell.from)) found.push(spell)
    else found[found.indexOf(last)] = { ...last, until: laterOf(last.until, spell.until) }
  }
  return found
}

const hasBegun = (pauses: readonly CompiledPause[], history: History): boolean => {
  for (const { from } of pauses) if (entriesOf(history, from).length > 0) return true
  return false
}

/** What ends a pause, closing the case among it: nothing of a family that comes back stands still for what was before. */
const withClosings = (ends: readonly Entry[], closings: readonly Entry[]): readonly Entry[] =>
  closings.length === 0 ? ends : [...ends, ...closings].toSorted((a, b) => a.seq - b.seq)

const writtenSpells = (
  pauses: readonly CompiledPause[],
  { history, closings }: Timeline,
): readonly PauseSpell[] =>
  pauses.flatMap(({ from, until, standsStill }) =>
    spells(entriesOf(history, from), withClosings(entriesOf(history, until), closings), standsStill),
  )

const inOrder = (found: readonly PauseSpell[]): readonly PauseSpell[] =>
  found.length === 0 ? none : merged(found.toSorted((a, b) => a.from - b.from))

/** The spells in which the procedure pauses the clocks that say nothing of their own. */
export const usualPauses = ({ pauses }: CompiledProcedure, timeline: Timeline): readonly PauseSpell[] =>
  hasBegun(pauses, timeline.history) ? inOrder(writtenSpells(pauses, timeline)) : none

/** Those by hand (`clock.paused`) are said of one clock or of all; of one that outlives the closing they hold after it. */
const handSpells = (
  { clock }: CompiledClock,
  { pauses, resumptions, closings }: Timeline,
): readonly PauseSpell[] => {
  const about = ({ data }: Entry): boolean => {
    const rule = data['rule'] ?? 'all'
    return rule === 'all' || rule === clock.id
  }
  const ends = resumptions.filter(about)
  return spells(pauses.filter(about), clock.outlivesClosure ? ends : withClosings(ends, closings), true)
}

/**
 * The spells in which a clock is paused: by the procedure, and by hand.
 *
 * @param usual those of a clock that says nothing of its own
 */
export const pausesOf = (
  compiled: CompiledClock,
  timeline: Timeline,
  usual: readonly PauseSpell[],
): readonly PauseSpell[] => {
  const { pauses } = compiled
  if (timeline.pauses.length === 0 && pauses === null) return usual
  const byHand = timeline.pauses.length === 0 ? none : handSpells(compiled, timeline)
  if (byHand.length === 0 && pauses === null) return usual
  const own = pauses === null ? usual : writtenSpells(pauses, timeline)
  return inOrder([...own, ...byHand])
}

/** The spells that touch an obligation: begun before it ended, over after it started; cut to begin with it. */
export const spellsDuring = (
  all: readonly PauseSpell[],
  start: Instant,
  end: Instant | null,
): readonly PauseSpell[] => {
  if (all.length === 0) return all
  const touching = all.filter(
    (spell) => (spell.until === null || spell.until > start) && (end === null || spell.from < end),
  )
  return touching.map((spell) => (spell.from < start ? { ...spell, from: start } : spell))
}
