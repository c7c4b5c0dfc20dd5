import { z } from 'zod'

/**
 * A backup is a tar archive under gzip, so that anybody can look into it:
 *
 * - `head.json`, first: what the database was, and which tables follow with which columns
 * - `tables/<name>/000001` and so on: the rows of one table after the other, as PostgreSQL's COPY writes text, cut
 *   anywhere; a table comes after those that it refers to
 * - `end.json`, last: how many rows each table has, the SHA-256 of its rows, and where each sequence stands
 *
 * The version grows when an older program could no longer read it.
 */
export const formatVersion = 1

export const headName = 'head.json'
export const endName = 'end.json'

export const chunkName = (table: string, chunk: number): string =>
  `tables/${table}/${String(chunk).padStart(6, '0')}`

/** The table of a chunk; undefined for an entry that is none. */
export const tableOfChunk = (name: string): string | undefined =>
  /^tables\/([a-z_][a-z0-9_]*)\/\d{6,}$/.exec(name)?.[1]

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

const migration = z.object({ number: z.int().positive(), name: z.string(), digest: z.string() })

/** What can be said of any version, so that a newer one is told from a file that is no backup. */
export const anyHead = z.looseObject({ format: z.literal('alongside-backup'), version: z.int().positive() })

export const head = z.object({
  format: z.literal('alongside-backup'),
  version: z.literal(formatVersion),
  /** When it was made: an instant in ISO format. */
  made: z.iso.datetime(),
  migrations: z.array(migration).min(1),
  tables: z.array(z.object({ name, columns: z.array(name).min(1) })),
})
export type Head = z.infer<typeof head>

const counted = z.object({ rows: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const end = z.object({
  tables: z.record(name, counted),
  /** The last value that each sequence gave out; those that gave none are left out. */
  sequences: z.record(name, z.string().regex(/^\d+$/)),
})
export type End = z.infer<typeof end>

/** Told as a backup is written or read: how many rows of a table are done so far. */
export type Tell = (table: string, rows: number) => void
