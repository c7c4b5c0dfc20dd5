import type { MapArrow, MapGraph, MapNode } from './map-graph.ts'

export type Side = 'left' | 'right'

/**
 * How an arrow runs. Each step and decision has a row of its own, so nothing stands in the way of a run along a row,
 * in the gap under it, or in a corridor between two lanes (corridor 0 is left of the first lane).
 */
export type ArrowWay = {
  readonly arrow: MapArrow
  readonly fromRow: number
  readonly toRow: number
  readonly fromLane: number
  readonly toLane: number
  readonly leaves: Side | 'bottom'
  readonly arrives: Side | 'top'
  /** Null: straight into the next row, through the gap between. */
  readonly corridor: number | null
}

/** A run along a row (`at` whole) or the gap under it (`at` and a half), between two places across the page. */
type Run = { readonly at: number; readonly from: number; readonly to: number }

/** Places across the page, in order: a corridor has an even one, a lane an odd one. */
const corridorAt = (corridor: number): number => 2 * corridor
const laneAt = (lane: number): number => 2 * lane + 1

const run = (at: number, a: number, b: number): Run => ({ at, from: Math.min(a, b), to: Math.max(a, b) })

type Known = {
  readonly node: MapNode
  readonly row: number
  readonly leads: boolean
  readonly entered: boolean
}

/** Finds the way of every arrow, each with as few crossings as those before it leave. */
export const arrowWays = (graph: MapGraph): readonly ArrowWay[] => {
  const known = new Map<string, Known>(
    graph.nodes.map((node, row) => [
      node.id,
      {
        node,
        row,
        leads: graph.leavings.some(({ from }) => from === node.id),
        entered: graph.entries.some(({ to }) => to === node.id),
      },
    ]),
  )
  const ends = graph.arrows.flatMap((arrow) => {
    const from = known.get(arrow.from)
    const to = known.get(arrow.to)
    return from === undefined || to === undefined ? [] : [{ arrow, from, to }]
  })
  const straight = ends.filter(({ from, to }) => to.row === from.row + 1)
  const runs: Run[] = [...known.values()].flatMap(({ node, row, leads, entered }) => [
    ...(leads ? [run(row, laneAt(node.lane), corridorAt(graph.lanes.length) + 1)] : []),
    ...(entered ? [run(row, -1, laneAt(node.lane))] : []),
  ])
  const gaps = new Set<number>()
  const ways: ArrowWay[] = straight.map(({ arrow, from, to }) => {
    gaps.add(from.row)
    runs.push(run(from.row + 0.5, laneAt(from.node.lane), laneAt(to.node.lane)))
    return {
      arrow,
      fromRow: from.row,
      toRow: to.row,
      fromLane: from.node.lane,
      toLane: to.node.lane,
      leaves: 'bottom',
      arrives: 'top',
      corridor: null,
    }
  })
  for (const { arrow, from, to } of ends.filter((e) => !straight.includes(e)).toSorted(shortFirst)) {
    const forward = to.row > from.row
    const below = forward && !gaps.has(from.row)
    const above = forward && !gaps.has(to.row - 1)
    const candidates = corridorsBetween(from.node.lane, to.node.lane).map(
      (corridor): ArrowWay => ({
        arrow,
        fromRow: from.row,
        toRow: to.row,
        fromLane: from.node.lane,
        toLane: to.node.lane,
        leaves: below ? 'bottom' : corridor > from.node.lane ? 'right' : 'left',
        arrives: above ? 'top' : corridor > to.node.lane ? 'right' : 'left',
        corridor,
      }),
    )
    const [best] = candidates
      .map((way) => ({ way, cost: cost(way, from, to, ways, runs) }))
      .toSorted((a, b) => a.cost - b.cost)
    if (best === undefined) continue
    if (below) gaps.add(from.row)
    if (above) gaps.add(to.row - 1)
    ways.push(best.way)
    runs.push(...runsOf(best.way))
  }
  return ways
}

type Ends = { readonly from: Known; readonly to: Known }

const shortFirst = (a: Ends, b: Ends): number =>
  Math.abs(a.to.row - a.from.row) - Math.abs(b.to.row - b.from.row)

const corridorsBetween = (a: number, b: number): readonly number[] => {
  const first = Math.min(a, b)
  return Array.from({ length: Math.abs(a - b) + 2 }, (_, i) => first + i)
}

/** The row, or gap, in which an arrow's long run downwards or upwards begins and ends. */
export const rowsOf = ({ fromRow, toRow, leaves, arrives }: ArrowWay): readonly [number, number] => {
  const a = leaves === 'bottom' ? fromRow + 0.5 : fromRow
  const b = arrives === 'top' ? toRow - 0.5 : toRow
  return [Math.min(a, b), Math.max(a, b)]
}

const runsOf = (way: ArrowWay): readonly Run[] => {
  if (way.corridor === null) return []
  const x = corridorAt(way.corridor)
  return [
    run(way.leaves === 'bottom' ? way.fromRow + 0.5 : way.fromRow, laneAt(way.fromLane), x),
    run(way.arrives === 'top' ? way.toRow - 0.5 : way.toRow, laneAt(way.toLane), x),
  ]
}

const crossings = (way: ArrowWay, ways: readonly ArrowWay[], runs: readonly Run[]): number => {
  if (way.corridor === null) return 0
  const x = corridorAt(way.corridor)
  const [top, bottom] = rowsOf(way)
  const across = runs.filter((r) => r.at > top && r.at < bottom && r.from < x && r.to > x).length
  const own = runsOf(way)
  const down = ways.filter((other) => {
    if (other.corridor === null) return false
    const at = corridorAt(other.corridor)
    const [high, low] = rowsOf(other)
    return own.some((r) => r.at > high && r.at < low && r.from < at && r.to > at)
  }).length
  return across + down
}

const cost = (
  way: ArrowWay,
  from: Known,
  to: Known,
  ways: readonly ArrowWay[],
  runs: readonly Run[],
): number => {
  const length = runsOf(way).reduce((sum, r) => sum + r.to - r.from, 0)
  const heavy = from.node.kind === 'decision' ? 3 : 1
  const taken = ways.filter((w) => w.leaves === way.leaves && w.fromRow === way.fromRow).length
  const crowded =
    (way.leaves === 'right' && from.leads ? 2 * heavy : 0) +
    (way.leaves === 'left' && from.entered ? 2 * heavy : 0) +
    (way.leaves === 'bottom' ? 0 : 2 * heavy * taken) +
    (way.arrives === 'right' && to.leads ? 2 : 0)
  return 3 * crossings(way, ways, runs) + length + crowded
}
