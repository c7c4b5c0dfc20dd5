import type { MapNode } from './map-graph.ts'
import { faces, lengths } from './map-style.ts'
import type { TextBlock } from './text-width.ts'
import { lineHeight, setText, textWidth, wrapTo } from './text-width.ts'

/** A step's or decision's words, set, and how high its shape has to be for them. */
export type NodeShape = {
  readonly title: TextBlock
  readonly limit: TextBlock | null
  readonly height: number
}

const stepShape = (node: MapNode): NodeShape => {
  const room = lengths.box - 2 * lengths.pad - (node.number === null ? 0 : 2 * lengths.badge + 10)
  const title = setText([node.title], room, faces.title)
  const limit = node.limit === null ? null : setText([node.limit], room, faces.note)
  const text = title.height + (limit === null ? 0 : limit.height + 3)
  return { title, limit, height: Math.max(50, text + 2 * lengths.pad) }
}

const lines = (title: string, height: number, count: number): readonly string[] | null => {
  const face = faces.question
  const line = lineHeight(face)
  const widthOf = (n: number): number => {
    const edge = Math.max(Math.abs(n - count / 2), Math.abs(n + 1 - count / 2)) * line
    return Math.max(0, lengths.box * (1 - (2 * edge) / height) - 8)
  }
  const set = wrapTo(title, widthOf, face)
  const fits = set.length === count && set.every((text, n) => textWidth(text, face) <= widthOf(n))
  return fits ? set : null
}

const tallest = 480
const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** The question in a diamond so high that every line stays inside its sloping sides, in few lines, no word broken. */
const diamondShape = ({ title }: MapNode): NodeShape => {
  const face = faces.question
  const whole = title.split(/\s+/).join(' ')
  let best: { readonly set: readonly string[]; readonly height: number; readonly cost: number } | null = null
  for (let height = 68; height < Math.min(tallest, best?.cost ?? tallest); height += 4) {
    for (const count of counts) {
      const set = lines(title, height, count)
      if (set === null) continue
      const cost = height + 16 * count + (set.join(' ') === whole ? 0 : 1000)
      if (best === null || cost < best.cost) best = { set, height, cost }
    }
  }
  const set = best?.set ?? [title]
  const width = Math.ceil(Math.max(...set.map((text) => textWidth(text, face))))
  return {
    title: { lines: set, face, width, height: set.length * lineHeight(face) },
    limit: null,
    height: best?.height ?? 68,
  }
}

export const nodeShape = (node: MapNode): NodeShape =>
  node.kind === 'step' ? stepShape(node) : diamondShape(node)
