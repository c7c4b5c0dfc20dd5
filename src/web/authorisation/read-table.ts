import type { StandardRole } from '#casework/access/actor.ts'
import { columns } from './answers.data.ts'

/** One line of a table: a route, what varies in it, and the marks of each role. */
export type Row = {
  readonly method: string
  readonly url: string
  /** What stands in brackets; empty for a route in which nothing else varies. */
  readonly with: string
  readonly marks: (role: StandardRole) => string
}

const line = /^(GET|POST)\s+(\S+)(?: \(([^)]*)\))?\s+([ox.\s]+)$/

/** Reads a table, refusing a line that has not one cell for each role. */
export const rowsOf = (table: string): readonly Row[] =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((text) => {
      const [, method = '', url = '', varies = '', cells = ''] = line.exec(text) ?? []
      const marks = cells.trim().split(/\s+/)
      if (marks.length !== columns.length) throw new Error(`Not one cell for each role: ${text}`)
      return {
        method,
        url,
        with: varies,
        marks: (role) => marks[(columns as readonly StandardRole[]).indexOf(role)] ?? '',
      }
    })
