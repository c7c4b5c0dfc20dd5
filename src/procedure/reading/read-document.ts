import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Code, Heading, RootContent } from 'mdast'
import { closeFences } from './close-fences.ts'

/** A fenced block of YAML and the line of its first line of content. */
export type Block = { readonly text: string; readonly line: number }

/** A heading with an id and everything under it, as written. */
export type RawClause = {
  readonly id: string
  readonly title: string
  readonly line: number
  readonly section: string
  readonly prose: string
  readonly blocks: readonly Block[]
}

export type RawDocument = {
  readonly header: Block | undefined
  /** The line of a head whose block does not say that it is one; null when it does. */
  readonly unmarked: number | null
  /** The lines of blocks that no line closes. */
  readonly unclosed: readonly number[]
  readonly preface: string
  readonly clauses: readonly RawClause[]
  /** The lines of blocks that stand under no clause, where nothing would read them. */
  readonly strays: readonly number[]
}

const idPattern = /^([A-Z][A-Z0-9]*-[A-Z0-9]+(?:\.[A-Z0-9]+)*)(?=$|[\s:.,–—·])[\s:.,–—·]*(.*)$/

const lineOf = (node: RootContent): number => node.position?.start.line ?? 0

const isYaml = (node: RootContent): node is Code => node.type === 'code' && /^ya?ml$/i.test(node.lang ?? '')

const isMarked = (node: Code): boolean => isYaml(node) && node.meta === 'procedure'

/** The head, also where the mark on its block was forgotten. */
const isHead = (node: RootContent): node is Code =>
  node.type === 'code' && (isMarked(node) || /^procedure\s*:/m.test(node.value))

/** Cuts a procedure's Markdown into its header and its clauses; the prose stays Markdown, as it was written. */
export const readDocument = (text: string): RawDocument => {
  const { text: markdown, unclosed } = closeFences(text)
  const source = (node: RootContent): string =>
    markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const titleOf = (heading: Heading): string =>
    source(heading)
      .replace(/^#+\s*/, '')
      .trim()
  const block = (node: Code): Block => ({ text: node.value, line: lineOf(node) + 1 })

  let header: Block | undefined
  let unmarked: number | null = null
  const preface: string[] = []
  const clauses: { clause: Omit<RawClause, 'prose' | 'blocks'>; prose: string[]; blocks: Block[] }[] = []
  const strays: number[] = []
  let section = ''
  let inClause = false

  for (const node of fromMarkdown(markdown).children) {
    const current = inClause ? clauses.at(-1) : undefined
    if (node.type === 'heading') {
      const title = titleOf(node)
      const found = idPattern.exec(title)
      inClause = found !== null
      if (found === null) section = title
      else
        clauses.push({
          clause: { id: found[1] ?? '', title: found[2] ?? '', line: lineOf(node), section },
          prose: [],
          blocks: [],
        })
    } else if (isHead(node) && header === undefined) {
      header = block(node)
      unmarked = isMarked(node) ? null : lineOf(node)
    } else if (isYaml(node) && current) current.blocks.push(block(node))
    else if (isYaml(node)) strays.push(lineOf(node))
    else if (current) current.prose.push(source(node))
    else if (clauses.length === 0) preface.push(source(node))
  }
  return {
    header,
    unmarked,
    unclosed,
    strays,
    preface: preface.join('\n\n'),
    clauses: clauses.map(({ clause, prose, blocks }) => ({ ...clause, prose: prose.join('\n\n'), blocks })),
  }
}
