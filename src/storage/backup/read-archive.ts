import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { anyHead, end, endName, formatVersion, head, headName, tableOfChunk } from './backup-format.ts'
import type { End, Head } from './backup-format.ts'

/** Whoever reads an archive is handed its parts in their order. */
export type ArchiveReader = {
  readonly head: (head: Head) => Promise<void>
  /** Some more rows of a table, cut anywhere; all of one table's come before the next one's. */
  readonly rows: (table: string, chunk: Buffer) => Promise<void>
  readonly end: (end: End) => Promise<void>
}

const damaged = (path: string, what: string): Error =>
  new Error(
    `${path} is damaged or no backup of Alongside: ${what}. Take another copy of it, or an earlier backup.`,
  )

type Entry = AsyncIterable<Buffer> & { readonly header: Pick<Header, 'name'> }

async function bodyOf(entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of entry) pieces.push(piece)
  return Buffer.concat(pieces)
}

function readHead(path: string, text: string): Head {
  const value: unknown = JSON.parse(text)
  const any = anyHead.safeParse(value)
  if (any.success && any.data.version > formatVersion)
    throw new Error(
      `${path} was made by a newer version of Alongside. Restore it with that version, or with a later one.`,
    )
  const read = head.safeParse(value)
  if (!read.success) throw damaged(path, 'its beginning says something else')
  return read.data
}

async function readEntries(
  path: string,
  entries: AsyncIterable<Entry>,
  reader: ArchiveReader,
): Promise<void> {
  let stage: 'head' | 'rows' | 'end' = 'head'
  for await (const entry of entries) {
    const { name } = entry.header
    const body = await bodyOf(entry)
    const table = tableOfChunk(name)
    if (stage === 'head' && name === headName) {
      await reader.head(readHead(path, body.toString()))
      stage = 'rows'
    } else if (stage === 'rows' && table !== undefined) {
      await reader.rows(table, body)
    } else if (stage === 'rows' && name === endName) {
      const read = end.safeParse(JSON.parse(body.toString()))
      if (!read.success) throw damaged(path, 'its end says something else')
      await reader.end(read.data)
      stage = 'end'
    } else {
      throw damaged(path, 'something else is in it')
    }
  }
  if (stage !== 'end') throw damaged(path, 'its end is missing')
}

/**
 * Reads the archive of a backup from beginning to end.
 *
 * @throws Error in plain words where it is damaged, cut off, made by a newer version, or something else altogether
 */
export async function readArchive(path: string, reader: ArchiveReader): Promise<void> {
  const archive = extract()
  let failed: Error | undefined
  const unpacked = pipeline(createReadStream(path), createGunzip(), archive).catch((error: Error) => {
    failed ??= error
  })
  try {
    // Its pieces are buffers, which its types do not say.
    await readEntries(path, archive as unknown as AsyncIterable<Entry>, reader)
  } catch (error) {
    failed ??= error as Error
    archive.destroy(failed)
  }
  await unpacked
  if (failed === undefined) return
  const { code, message } = failed as NodeJS.ErrnoException
  if (code === 'ENOENT') throw new Error(`There is no file ${path}.`)
  if (
    code?.startsWith('Z_') === true ||
    failed instanceof SyntaxError ||
    /tar header|end of data/i.test(message)
  )
    throw damaged(path, 'it cannot be unpacked')
  throw failed
}
