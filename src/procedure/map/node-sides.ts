import type { ArrowWay, Side } from './arrow-ways.ts'
import type { MapGraph, MapNode } from './map-graph.ts'
import { faces, lengths } from './map-style.ts'
import type { TextBlock } from './text-width.ts'
import { marked, setText } from './text-width.ts'

/** What meets a side of a step: what arrives, what leaves for the exits, an arrow with its words, or a loop. */
export type Port = {
  readonly kind: 'in' | 'exit' | 'out' | 'loop'
  /** The arrow of an `out`. */
  readonly way: ArrowWay | null
  readonly words: TextBlock | null
  /** How far below the middle of the shape it stands, in pixels. */
  readonly offset: number
  readonly above: number
  readonly below: number
}

export type Sides = {
  readonly left: readonly Port[]
  readonly right: readonly Port[]
  readonly height: number
}

type Unplaced = Omit<Port, 'offset'>

const tries = [
  { width: 92, lines: 2 },
  { width: 132, lines: 2 },
  { width: 112, lines: 3 },
  { width: 152, lines: 3 },
] as const

/** Words beside an arrow: in two or three lines if they can be, in more when they are long or many. */
export const arrowWords = (words: readonly string[]): TextBlock | null => {
  if (words.length === 0) return null
  const set = tries.map(({ width, lines }) => ({
    text: setText(marked(words), width, faces.note),
    most: lines,
  }))
  const found = set.find(({ text, most }) => text.lines.length <= Math.max(most, words.length))
  return (found ?? set.at(-1))?.text ?? null
}

const arriving: Unplaced = { kind: 'in', way: null, words: null, above: 10, below: 10 }
const leading: Unplaced = { kind: 'exit', way: null, words: null, above: 10, below: 10 }

const leavingBy = (way: ArrowWay): Unplaced => {
  const words = arrowWords(way.arrow.words)
  return { kind: 'out', way, words, above: (words?.height ?? 4) + 6, below: 8 }
}

const loopWith = (node: MapNode): Unplaced => {
  const words = setText(marked(node.loop), 130, faces.note)
  const half = Math.max(14, words.height / 2) + 2
  return { kind: 'loop', way: null, words, above: half, below: half }
}

const placed = (ports: readonly Unplaced[], apart: boolean): readonly Port[] => {
  if (!apart) return ports.map((port) => ({ ...port, offset: 0 }))
  const at: number[] = []
  for (const [i, port] of ports.entries()) {
    const before = ports[i - 1]
    at.push(before === undefined ? 0 : (at[i - 1] ?? 0) + Math.max(18, before.below + port.above))
  }
  const middle = (at.at(-1) ?? 0) / 2
  return ports.map((port, i) => ({ ...port, offset: (at[i] ?? 0) - middle }))
}

/** What meets the left and right of a step or decision, and how high the shape has to be for it. */
export const nodeSides = (node: MapNode, row: number, graph: MapGraph, ways: readonly ArrowWay[]): Sides => {
  const leaving = (side: Side): readonly Unplaced[] =>
    ways
      .filter((way) => way.fromRow === row && way.leaves === side)
      .toSorted((a, b) => a.toRow - b.toRow)
      .map(leavingBy)
  const arrives = (side: Side): boolean => ways.some((way) => way.toRow === row && way.arrives === side)
  const entered = graph.entries.some(({ to }) => to === node.id)
  const leads = graph.leavings.some(({ from }) => from === node.id)
  const left = [...(entered || arrives('left') ? [arriving] : []), ...leaving('left')]
  const right = [...(arrives('right') ? [arriving] : []), ...(leads ? [leading] : []), ...leaving('right')]
  if (node.loop.length > 0) {
    const side = right.length > 0 && left.length === 0 ? left : right
    side.unshift(loopWith(node))
  }
  const apart = node.kind === 'step'
  const sides = { left: placed(left, apart), right: placed(right, apart) }
  const reach = [...sides.left, ...sides.right].map(
    ({ kind, offset }) => Math.abs(offset) + (kind === 'loop' ? 22 : 14),
  )
  return { ...sides, height: Math.ceil(2 * Math.max(0, ...reach)) }
}

/** How much room a port's words take beside the shape. */
export const besideShape = ({ kind, words }: Port): number =>
  kind === 'loop' ? lengths.loop + 8 + (words?.width ?? 0) + 8 : kind === 'out' ? (words?.width ?? 0) + 22 : 0
