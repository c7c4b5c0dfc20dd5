import type { ArrowWay } from './arrow-ways.ts'
import { rowsOf } from './arrow-ways.ts'

/** Which track of its corridor an arrow runs in: those of the lane to the left first, then those of the right. */
export type Tracks = {
  readonly of: ReadonlyMap<ArrowWay, { readonly side: 'left' | 'right'; readonly track: number }>
  /** How many tracks each corridor has beside the lane on its left and beside the one on its right. */
  readonly counts: readonly { readonly left: number; readonly right: number }[]
}

type Track = { readonly top: number; readonly bottom: number; readonly target: string }[]

const isFree = (track: Track, [top, bottom]: readonly [number, number], target: string): boolean =>
  track.every((other) => other.target === target || other.bottom < top || other.top > bottom)

/** Beside the left lane when both ends are there or further left; otherwise beside the right one. */
const besideOf = ({ corridor, fromLane, toLane }: ArrowWay): 'left' | 'right' =>
  Math.min(fromLane, toLane) < (corridor ?? 0) ? 'left' : 'right'

/** Gives the arrows of every corridor tracks: the shortest nearest to its lane, and no two on top of each other. */
export const corridorTracks = (ways: readonly ArrowWay[], lanes: number): Tracks => {
  const of = new Map<ArrowWay, { side: 'left' | 'right'; track: number }>()
  const counts = Array.from({ length: lanes + 1 }, (_, corridor) => {
    const used: Record<'left' | 'right', Track[]> = { left: [], right: [] }
    const here = ways
      .filter((way) => way.corridor === corridor)
      .toSorted((a, b) => rowsOf(a)[1] - rowsOf(a)[0] - (rowsOf(b)[1] - rowsOf(b)[0]))
    for (const way of here) {
      const side = besideOf(way)
      const [top, bottom] = rowsOf(way)
      const tracks = used[side]
      const found = tracks.findIndex((track) => isFree(track, [top, bottom], way.arrow.to))
      const track = found === -1 ? tracks.length : found
      if (found === -1) tracks.push([])
      tracks[track]?.push({ top, bottom, target: way.arrow.to })
      of.set(way, { side, track })
    }
    return { left: used.left.length, right: used.right.length }
  })
  return { of, counts }
}
