import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { Problem } from './problem.ts'
import { problemAt } from './problem.ts'
import { yamlMistake } from './yaml-mistakes.ts'

export type Path = readonly PropertyKey[]

/** A piece of YAML with its values and the lines that they stand on. */
export type YamlSource = {
  readonly file: string
  readonly value: unknown
  /** The line of the value at a path, or of the nearest one around it. */
  readonly lineOf: (path: Path) => number
}

const offsetOf = (document: Document, path: Path): number => {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length) as unknown[], true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return document.contents?.range?.[0] ?? 0
}

/**
 * Reads YAML (or JSON, which is YAML). `firstLine` is the line of the file on which the text begins.
 * Dates stay text; a key written twice is a problem.
 */
export const readYaml = (
  text: string,
  file: string,
  firstLine = 1,
): { readonly source: YamlSource; readonly problems: readonly Problem[] } => {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'core' })
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  // One slip makes several errors; what follows the first is noise.
  const problems = document.errors
    .slice(0, 1)
    .map((error) =>
      problemAt('not-yaml', { file, line: lineAt(error.pos[0]) }, yamlMistake(error.code, error.message)),
    )
  const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 })
  return { source: { file, value, lineOf: (path) => lineAt(offsetOf(document, path)) }, problems }
}
