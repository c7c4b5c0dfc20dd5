import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Terminal } from './terminal.ts'
import { WrongCall } from './wrong-call.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** In bytes: some 20,000 events, more than any family has. To read as much takes a few seconds. */
const largest = 5_000_000

const checkSize = (size: number, path: string): void => {
  if (size <= largest) return
  const megabytes = (size / 1_000_000).toFixed(1)
  throw new WrongCall(
    `${nameOfInput(path)} has ${megabytes} MB. A file about one family or worker has at most ${largest / 1_000_000} MB: check that it is the right one.`,
  )
}

const bytesOf = (path: string, terminal: Terminal): Uint8Array => {
  if (path === '-') {
    const bytes = terminal.standardInput()
    checkSize(bytes.length, path)
    return bytes
  }
  const places = [path, resolve(terminal.calledFrom, path)]
  const place = places.find((one) => existsSync(one))
  if (place === undefined) throw new WrongCall(`There is no file ${path}. Check the name and the folder.`)
  const there = statSync(place)
  if (there.isDirectory())
    throw new WrongCall(
      `${path} is a folder. Name a file in it, such as ${path.replace(/\/$/, '')}/case.yaml.`,
    )
  checkSize(there.size, path)
  return readFileSync(place)
}

/**
 * The text of a file; of standard input for `-`.
 *
 * @throws WrongCall when there is no such file, it is no text, or is too large to be about one family
 */
export const readInput = (path: string, terminal: Terminal): string => {
  let bytes: Uint8Array
  try {
    bytes = bytesOf(path, terminal)
  } catch (error) {
    if (error instanceof WrongCall) throw error
    throw new WrongCall(
      path === '-'
        ? 'Nothing could be read from standard input. Hand a case over: cat case.yaml | alongside assess -'
        : `${path} cannot be opened. Ask for the right to read it.`,
    )
  }
  try {
    return decoder.decode(bytes)
  } catch {
    throw new WrongCall(`${nameOfInput(path)} is not text. Save it as plain text in UTF-8.`)
  }
}

/** What a file is called in messages. */
export const nameOfInput = (path: string): string => (path === '-' ? 'standard input' : path)
