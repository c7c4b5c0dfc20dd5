import type { ArrowWay } from './arrow-ways.ts'
import { wordsSide } from './column-places.ts'
import type { LaidRow } from './laid-row.ts'
import { offsetOf } from './laid-row.ts'
import type { MapLayout } from './map-layout.ts'
import type { PictureLine, PictureText, Point } from './map-picture.ts'
import { lengths } from './map-style.ts'
import { arrowWords } from './node-sides.ts'
import type { Row } from './row-places.ts'
import type { TextBlock } from './text-width.ts'

export type Drawn = { readonly lines: readonly PictureLine[]; readonly words: readonly PictureText[] }
type Place = LaidRow & Row

const half = lengths.box / 2

/** Words beside a line. A list is set from its left edge on either side, so that its marks stand in a column. */
export const wordsAt = (block: TextBlock, x: number, y: number, side: 'start' | 'end'): PictureText => {
  const list = side === 'end' && block.lines.some((line) => line.startsWith('\u2022'))
  const [at, anchor] = list ? [x - block.width, 'start' as const] : [x, side]
  return { lines: block.lines, face: block.face, x: at, y, anchor, tone: 'ink' }
}

const start = (way: ArrowWay, row: Place, middle: number): readonly Point[] => {
  if (way.leaves === 'bottom') {
    return [
      { x: middle, y: row.middle + row.height / 2 },
      { x: middle, y: row.gap },
    ]
  }
  const port = row.sides[way.leaves].find((p) => p.way === way)
  return [{ x: way.leaves === 'left' ? middle - half : middle + half, y: row.middle + (port?.offset ?? 0) }]
}

const end = (way: ArrowWay, row: Place, before: Place | undefined, middle: number): readonly Point[] => {
  if (way.arrives === 'top') {
    return [
      { x: middle, y: before?.gap ?? row.middle },
      { x: middle, y: row.middle - row.height / 2 },
    ]
  }
  return [
    {
      x: way.arrives === 'left' ? middle - half : middle + half,
      y: row.middle + offsetOf(row, way.arrives, 'in'),
    },
  ]
}

/** The corners of a line without those in the middle of a straight run. */
export const corners = (points: readonly Point[]): readonly Point[] =>
  points.filter((p, i) => {
    const a = points[i - 1]
    const b = points[i + 1]
    return !(a && b && ((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y)))
  })

const sideWords = (way: ArrowWay, from: Point): readonly PictureText[] => {
  const words = arrowWords(way.arrow.words)
  if (words === null) return []
  const [x, anchor] = way.leaves === 'left' ? [from.x - 10, 'end' as const] : [from.x + 10, 'start' as const]
  return [wordsAt(words, x, from.y - words.height - 5, anchor)]
}

const bottomWords = (way: ArrowWay, row: Place, middle: number): readonly PictureText[] => {
  const words = arrowWords(way.arrow.words)
  if (words === null) return []
  const [x, anchor] =
    wordsSide(way) === 'left' ? [middle - 9, 'end' as const] : [middle + 9, 'start' as const]
  return [wordsAt(words, x, row.gap - words.height - 5, anchor)]
}

/** The arrows between steps and decisions, with their words. */
export const arrowLines = ({ ways, rows, columns }: MapLayout): Drawn => {
  const drawn = ways.flatMap((way) => {
    const from = rows[way.fromRow]
    const to = rows[way.toRow]
    const fromMiddle = columns.lanes[way.fromLane]?.middle
    const toMiddle = columns.lanes[way.toLane]?.middle
    if (from === undefined || to === undefined || fromMiddle === undefined || toMiddle === undefined)
      return []
    const out = start(way, from, fromMiddle)
    const into = end(way, to, rows[way.toRow - 1], toMiddle)
    const a = out.at(-1)
    const b = into[0]
    if (a === undefined || b === undefined) return []
    const x = columns.trackOf(way)
    const along =
      way.corridor === null
        ? []
        : [
            { x, y: a.y },
            { x, y: b.y },
          ]
    const line: PictureLine = {
      kind: 'arrow',
      from: way.arrow.from,
      to: way.arrow.to,
      points: corners([...out, ...along, ...into]),
      head: true,
    }
    return [{ line, words: way.leaves === 'bottom' ? bottomWords(way, from, fromMiddle) : sideWords(way, a) }]
  })
  return { lines: drawn.map(({ line }) => line), words: drawn.flatMap(({ words }) => words) }
}

/** The loops of steps that come round again, with how often. */
export const loopLines = ({ rows, columns }: MapLayout): Drawn => {
  const drawn = rows.flatMap((row) => {
    const middle = columns.lanes[row.node.lane]?.middle ?? 0
    return (['left', 'right'] as const).flatMap((side) =>
      row.sides[side].flatMap((port) => {
        if (port.kind !== 'loop' || port.words === null) return []
        const out = side === 'left' ? -1 : 1
        const x = middle + out * half
        const y = row.middle + port.offset
        const far = x + out * lengths.loop
        const points = [
          { x, y: y - 10 },
          { x: far, y: y - 10 },
          { x: far, y: y + 10 },
          { x, y: y + 10 },
        ]
        const line: PictureLine = { kind: 'loop', from: row.node.id, to: row.node.id, points, head: true }
        const anchor = side === 'left' ? ('end' as const) : ('start' as const)
        return [{ line, words: wordsAt(port.words, far + out * 8, y - port.words.height / 2, anchor) }]
      }),
    )
  })
  return { lines: drawn.map(({ line }) => line), words: drawn.map(({ words }) => words) }
}
