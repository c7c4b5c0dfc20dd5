import type { ArrowWay } from './arrow-ways.ts'
import { arrowWays } from './arrow-ways.ts'
import type { Columns } from './column-places.ts'
import { columnPlaces } from './column-places.ts'
import { corridorTracks } from './corridor-tracks.ts'
import type { LaidRow } from './laid-row.ts'
import { laidRow } from './laid-row.ts'
import type { MapGraph } from './map-graph.ts'
import { faces } from './map-style.ts'
import type { Row } from './row-places.ts'
import { rowPlaces } from './row-places.ts'
import { setText } from './text-width.ts'

/** Everything measured and placed; drawing it decides nothing any more. Pixels from the top left. */
export type MapLayout = {
  readonly graph: MapGraph
  readonly ways: readonly ArrowWay[]
  readonly rows: readonly (LaidRow & Row)[]
  readonly columns: Columns
  /** The top of the lanes' header, its bottom, and the bottom of the lanes. */
  readonly top: number
  readonly header: number
  readonly bottom: number
}

/** Where everything of a map stands. `top` is how far down the lanes begin, in pixels. */
export const mapLayout = (graph: MapGraph, top: number): MapLayout => {
  const ways = arrowWays(graph)
  const tracks = corridorTracks(ways, graph.lanes.length)
  const laid = graph.nodes.map((node, row) => laidRow(node, row, graph, ways))
  const columns = columnPlaces(graph, laid, ways, tracks)
  const names = graph.lanes.map((name, i) => setText([name], (columns.lanes[i]?.width ?? 0) - 20, faces.lane))
  const header = top + Math.max(0, ...names.map(({ height }) => height)) + 18
  const { rows, bottom } = rowPlaces(laid, ways, header)
  return { graph, ways, rows, columns, top, header, bottom }
}
