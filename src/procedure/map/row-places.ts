import type { ArrowWay } from './arrow-ways.ts'
import type { LaidRow } from './laid-row.ts'
import { offsetOf } from './laid-row.ts'
import { lengths } from './map-style.ts'
import { arrowWords } from './node-sides.ts'
import type { Pill, Stack } from './pill-stacks.ts'
import { pillReach, stackPlaces } from './pill-stacks.ts'

export type Row = {
  readonly middle: number
  readonly bottom: number
  /** Where arrows run across in the gap under the row. */
  readonly gap: number
  /** The line above the row when a stage begins with it. */
  readonly stageLine: number | null
  /** How far the middle of the ways in, and of the exits, is below the line that joins them to the step. */
  readonly entryShift: number
  readonly exitShift: number
}

type Reach = { readonly up: number; readonly down: number }

const reachOf = ({ height, sides }: LaidRow): Reach => {
  const ports = [...sides.left, ...sides.right]
  return {
    up: Math.ceil(Math.max(height / 2, ...ports.map(({ offset, above }) => above - offset))),
    down: Math.ceil(Math.max(height / 2, ...ports.map(({ offset, below }) => offset + below))),
  }
}

const gapUnder = (row: number, ways: readonly ArrowWay[]): number => {
  const words = ways
    .filter((way) => way.fromRow === row && way.leaves === 'bottom')
    .map((way) => arrowWords(way.arrow.words)?.height ?? 0)
  const highest = Math.max(0, ...words)
  return highest > 0 ? highest + 10 : lengths.gap - lengths.arrow
}

const spare = 12

/** The first place that is clear of what stands above it; the last row's exits stand as high as they can. */
const stackAt = (pills: readonly Pill[], y: number, clear: number, high: boolean): Stack => {
  const places = stackPlaces(pills, y).filter(({ top }) => top >= clear)
  const sorted = high ? places.toSorted((a, b) => a.bottom - b.bottom) : places
  return sorted[0] ?? { top: y, bottom: y, shift: 0 }
}

type Cursor = { readonly gap: number | null; readonly left: number; readonly right: number }

/**
 * Puts the rows one under another, each as high as the lanes let it. The ways in and the exits have columns of their
 * own: they hold a row back only where they would stand on each other.
 */
export const rowPlaces = (
  rows: readonly LaidRow[],
  ways: readonly ArrowWay[],
  start: number,
): { readonly rows: readonly (LaidRow & Row)[]; readonly bottom: number } => {
  const placed: (LaidRow & Row)[] = []
  let at: Cursor = { gap: null, left: start, right: start - 20 }
  for (const [i, row] of rows.entries()) {
    const { up, down } = reachOf(row)
    const begins = row.stage !== null
    const stageLine = !begins ? null : at.gap === null ? start : Math.max(at.gap + 14, at.left + spare)
    const left = stageLine === null || row.stage === null ? at.left : stageLine + 12 + row.stage.height
    const above = stageLine === null ? (at.gap ?? start) + lengths.arrow : stageLine + 24
    const inOffset = offsetOf(row, 'left', 'in')
    const exitOffset = offsetOf(row, 'right', 'exit')
    const clearLeft = row.entries.length === 0 ? 0 : left + 10 + pillReach(row.entries, 0) - inOffset
    const clearRight = row.exits.length === 0 ? 0 : at.right + spare + pillReach(row.exits, 0) - exitOffset
    const middle = Math.ceil(Math.max(above + up, clearLeft, clearRight))
    const last = i === rows.length - 1
    const entries = stackAt(row.entries, middle + inOffset, left + 10, false)
    const exits = stackAt(row.exits, middle + exitOffset, at.right + spare, last)
    const bottom = middle + down
    const gap = bottom + gapUnder(i, ways)
    placed.push({
      ...row,
      middle,
      bottom,
      gap,
      stageLine,
      entryShift: entries.shift,
      exitShift: exits.shift,
    })
    at = {
      gap,
      left: row.entries.length === 0 ? left : entries.bottom,
      right: row.exits.length === 0 ? at.right : exits.bottom,
    }
  }
  return { rows: placed, bottom: Math.max(placed.at(-1)?.bottom ?? start, at.left, at.right) + 22 }
}
