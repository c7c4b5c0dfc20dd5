import type { ArrowWay } from './arrow-ways.ts'
import type { MapGraph, MapNode } from './map-graph.ts'
import { faces, lengths } from './map-style.ts'
import type { NodeShape } from './node-shapes.ts'
import { nodeShape } from './node-shapes.ts'
import type { Sides } from './node-sides.ts'
import { nodeSides } from './node-sides.ts'
import type { Pill } from './pill-stacks.ts'
import { entryStack, exitStack } from './pill-stacks.ts'
import type { TextBlock } from './text-width.ts'
import { setText } from './text-width.ts'

/** One row of the map, measured: a step or decision with all that stands beside it. */
export type LaidRow = {
  readonly node: MapNode
  readonly shape: NodeShape
  readonly height: number
  readonly sides: Sides
  readonly exits: readonly Pill[]
  readonly entries: readonly Pill[]
  /** The stage's name when it begins with this row. */
  readonly stage: TextBlock | null
}

/** Measures a row. */
export const laidRow = (node: MapNode, row: number, graph: MapGraph, ways: readonly ArrowWay[]): LaidRow => {
  const shape = nodeShape(node)
  const sides = nodeSides(node, row, graph, ways)
  const begins = node.stage !== null && node.stage !== graph.nodes[row - 1]?.stage
  return {
    node,
    shape,
    sides,
    height: Math.max(shape.height, node.kind === 'step' ? sides.height : 0),
    exits: exitStack(node, graph),
    entries: entryStack(node, graph),
    stage: begins ? setText([node.stage], lengths.entry - 4, faces.stage) : null,
  }
}

/** How far below the middle of its row the ways in, or the exits, join a step. */
export const offsetOf = ({ sides }: LaidRow, side: 'left' | 'right', kind: 'in' | 'exit'): number =>
  sides[side].find((port) => port.kind === kind)?.offset ?? 0
