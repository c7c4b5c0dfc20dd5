import type { Tracks } from './corridor-tracks.ts'
import type { ArrowWay } from './arrow-ways.ts'
import type { MapGraph } from './map-graph.ts'
import { lengths } from './map-style.ts'
import type { LaidRow } from './laid-row.ts'
import { arrowWords, besideShape } from './node-sides.ts'

/** Where everything stands across the page, in pixels. */
export type Columns = {
  /** The left edge of the column with the stages' names and the ways in; its width may be 0. */
  readonly left: number
  readonly leftWidth: number
  /** The upright line on which the ways into a step come together. */
  readonly entryBus: number
  readonly lanes: readonly { readonly x: number; readonly width: number; readonly middle: number }[]
  readonly trackOf: (way: ArrowWay) => number
  readonly exitBus: number
  readonly exits: number
  readonly right: number
}

type Room = { readonly left: number; readonly right: number }

const roomOf = (lane: number, rows: readonly LaidRow[], ways: readonly ArrowWay[]): Room => {
  const here = rows.filter(({ node }) => node.lane === lane).map(({ sides }) => sides)
  const under = (towards: 'left' | 'right'): readonly number[] =>
    ways
      .filter((way) => way.fromLane === lane && way.leaves === 'bottom' && wordsSide(way) === towards)
      .map((way) => (arrowWords(way.arrow.words)?.width ?? 0) + 22 - lengths.box / 2)
  return {
    left: Math.max(lengths.lane, ...here.flatMap(({ left }) => left.map(besideShape)), ...under('left')),
    right: Math.max(lengths.lane, ...here.flatMap(({ right }) => right.map(besideShape)), ...under('right')),
  }
}

/** On which side of the line down from a shape its words stand: the side to which the arrow turns. */
export const wordsSide = ({ corridor, fromLane, toLane }: ArrowWay): 'left' | 'right' => {
  if (corridor !== null) return corridor > fromLane ? 'right' : 'left'
  return toLane < fromLane ? 'left' : 'right'
}

/** Works out the columns: as wide as what stands in them needs, and no wider. */
export const columnPlaces = (
  graph: MapGraph,
  rows: readonly LaidRow[],
  ways: readonly ArrowWay[],
  tracks: Tracks,
): Columns => {
  const exitWords = Math.max(0, ...rows.flatMap(({ exits }) => exits.map(({ words }) => words?.width ?? 0)))
  const needsLeft = graph.entries.length > 0 || graph.nodes.some(({ stage }) => stage !== null)
  const left = lengths.margin
  const leftWidth = needsLeft ? lengths.entry : 0
  const entryBus = left + leftWidth + 14
  const starts: { left: number; right: number; leftCount: number }[] = []
  const lanes: { x: number; width: number; middle: number }[] = []
  let x = left + leftWidth + (needsLeft ? 28 : 0)
  for (let corridor = 0; corridor <= graph.lanes.length; corridor += 1) {
    const count = tracks.counts[corridor] ?? { left: 0, right: 0 }
    const before = corridor === 0 ? 0 : count.left * lengths.track + 8
    const divider = x + before
    const after = corridor === graph.lanes.length ? 0 : count.right * lengths.track + 8
    starts.push({ left: x, right: divider + after, leftCount: count.left })
    const last = lanes.at(-1)
    if (last !== undefined) last.width = divider - last.x
    x = divider + after
    if (corridor < graph.lanes.length) {
      const room = roomOf(corridor, rows, ways)
      const middle = x + room.left + lengths.box / 2
      lanes.push({ x: divider, width: 0, middle })
      x = middle + lengths.box / 2 + room.right
    }
  }
  const hasExits = graph.leavings.length > 0
  const exitBus = x + 16
  const exits = exitBus + Math.max(exitWords + 24, 30)
  return {
    left,
    leftWidth,
    entryBus,
    lanes,
    trackOf: (way) => {
      const corridor = starts[way.corridor ?? 0]
      const found = tracks.of.get(way)
      if (corridor === undefined || found === undefined) return x
      const along = lengths.track * (found.track + 0.5)
      return found.side === 'left' ? corridor.left + along : corridor.right - along
    },
    exitBus,
    exits,
    right: hasExits ? exits + lengths.exit : x,
  }
}
