import type { MapGraph, MapNode } from './map-graph.ts'
import { faces, lengths } from './map-style.ts'
import type { TextBlock } from './text-width.ts'
import { marked, setText } from './text-width.ts'

/** A way in or an exit in a stack beside its row: its shape, and the words on its arrow. */
export type Pill = {
  readonly id: string
  readonly title: TextBlock
  readonly words: TextBlock | null
  readonly height: number
  /** How far the middle of the pill is below the middle of its stack. */
  readonly offset: number
}

type Unplaced = Omit<Pill, 'offset'>

const between = 12

const pill = (id: string, title: string, words: readonly string[], width: number): Unplaced => {
  const set = setText([title], width - 28, faces.pill)
  return {
    id,
    title: set,
    words: words.length === 0 ? null : setText(marked(words), 116, faces.note),
    height: Math.max(34, set.height + 14),
  }
}

const above = ({ height, words }: Unplaced): number => Math.max(height / 2, (words?.height ?? 0) + 6)

const stacked = (pills: readonly Unplaced[]): readonly Pill[] => {
  const at: number[] = []
  for (const [i, one] of pills.entries()) {
    const before = pills[i - 1]
    at.push(before === undefined ? 0 : (at[i - 1] ?? 0) + before.height / 2 + between + above(one))
  }
  const middle = (at.at(-1) ?? 0) / 2
  return pills.map((one, i) => ({ ...one, offset: (at[i] ?? 0) - middle }))
}

/** The exits to which a step or decision leads. */
export const exitStack = (node: MapNode, { leavings }: MapGraph): readonly Pill[] =>
  stacked(
    leavings
      .filter(({ from }) => from === node.id)
      .map(({ exit, title, words }) => pill(exit, title, words, lengths.exit)),
  )

/** The ways in that arrive at a step. */
export const entryStack = (node: MapNode, { entries }: MapGraph): readonly Pill[] =>
  stacked(
    entries
      .filter(({ to }) => to === node.id)
      .map(({ route, title }) => pill(route, title, [], lengths.entry)),
  )

/** How far a pill with its words reaches above its own middle. */
export const pillReach = (pills: readonly Pill[], at: number): number => {
  const one = pills.at(at)
  return one === undefined ? 0 : above(one)
}

export type Stack = { readonly top: number; readonly bottom: number; readonly shift: number }

/**
 * Where a stack may stand beside a line at `y`: in the middle, or moved so that one of its pills is level with it,
 * so that no arrow makes a small step. `shift` is how far the stack's middle is below the line.
 */
export const stackPlaces = (pills: readonly Pill[], y: number): readonly Stack[] =>
  [0, ...pills.map(({ offset }) => -offset)]
    .filter((shift) => pills.every(({ offset }) => offset + shift === 0 || Math.abs(offset + shift) >= 16))
    .map((shift) => ({
      shift,
      top: Math.min(...pills.map((one) => y + shift + one.offset - above(one))),
      bottom: Math.max(...pills.map((one) => y + shift + one.offset + one.height / 2)),
    }))
    .toSorted((a, b) => Math.abs(a.shift) - Math.abs(b.shift))
