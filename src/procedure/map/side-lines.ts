import type { Drawn } from './arrow-lines.ts'
import { corners, wordsAt } from './arrow-lines.ts'
import { offsetOf } from './laid-row.ts'
import type { MapLayout } from './map-layout.ts'
import type { PictureLine } from './map-picture.ts'
import { lengths } from './map-style.ts'
import type { Pill } from './pill-stacks.ts'

/** How far two lines run together where they meet, so that the bend of each is seen. */
const together = 8

/** The pill nearest to the line: its own line runs the whole way, and the others join it. */
const nearest = (pills: readonly Pill[], shift: number): Pill | undefined =>
  pills.toSorted((a, b) => Math.abs(a.offset + shift) - Math.abs(b.offset + shift))[0]

type Place = MapLayout['rows'][number]

const entryLines = (row: Place, { columns }: MapLayout, middle: number): readonly PictureLine[] => {
  const y = row.middle + offsetOf(row, 'left', 'in')
  const main = nearest(row.entries, row.entryShift)
  return row.entries.map((pill) => ({
    kind: 'entry',
    from: pill.id,
    to: row.node.id,
    points: corners([
      { x: columns.left + columns.leftWidth, y: y + row.entryShift + pill.offset },
      { x: columns.entryBus, y: y + row.entryShift + pill.offset },
      { x: columns.entryBus, y },
      { x: pill === main ? middle - lengths.box / 2 : columns.entryBus + together, y },
    ]),
    head: pill === main,
  }))
}

const exitLines = (row: Place, { columns }: MapLayout, middle: number): Drawn => {
  const y = row.middle + offsetOf(row, 'right', 'exit')
  const main = nearest(row.exits, row.exitShift)
  const drawn = row.exits.map((pill) => {
    const at = y + row.exitShift + pill.offset
    const line: PictureLine = {
      kind: 'leaving',
      from: row.node.id,
      to: pill.id,
      points: corners([
        { x: pill === main ? middle + lengths.box / 2 : columns.exitBus - together, y },
        { x: columns.exitBus, y },
        { x: columns.exitBus, y: at },
        { x: columns.exits, y: at },
      ]),
      head: true,
    }
    const { words } = pill
    return {
      line,
      words: words === null ? [] : [wordsAt(words, columns.exitBus + 8, at - words.height - 5, 'start')],
    }
  })
  return { lines: drawn.map(({ line }) => line), words: drawn.flatMap(({ words }) => words) }
}

/** From the ways in to their steps, and from steps and decisions to their exits. */
export const sideLines = (layout: MapLayout): Drawn => {
  const drawn = layout.rows.map((row) => {
    const middle = layout.columns.lanes[row.node.lane]?.middle ?? 0
    const exits = exitLines(row, layout, middle)
    return { lines: [...entryLines(row, layout, middle), ...exits.lines], words: exits.words }
  })
  return { lines: drawn.flatMap(({ lines }) => lines), words: drawn.flatMap(({ words }) => words) }
}
