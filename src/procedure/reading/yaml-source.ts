import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
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

/** The value of a document. Names for parts of it (`&name`, `*name`) can be wrong, or make it grow without end. */
const valueOf = (document: Document): { readonly value: unknown; readonly mistake?: string } => {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    const unknown = /before the alias\): (.*)$/.exec(error.message)?.[1]
    const mistake =
      unknown === undefined
        ? 'The YAML repeats its own parts (&name and *name) too often. Write out what is repeated.'
        : `The YAML repeats a part that is not there: *${unknown} needs an &${unknown} before it.`
    return { value: undefined, mistake }
  }
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
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    schema: 'core',
    logLevel: 'error',
  })
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  // One slip makes several errors; what follows the first is noise.
  const problems = document.errors
    .slice(0, 1)
    .map((error) =>
      problemAt('not-yaml', { file, line: lineAt(error.pos[0]) }, yamlMistake(error.code, error.message)),
    )
  const read = problems.length > 0 ? { value: undefined } : valueOf(document)
  const source = { file, value: read.value, lineOf: (path: Path) => lineAt(offsetOf(document, path)) }
  if (!('mistake' in read)) return { source, problems }
  return { source, problems: [problemAt('not-yaml', { file, line: firstLine }, read.mistake)] }
}
