import type { PackFile } from '../pack.ts'

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const asWord = (word: string): RegExp => new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`)

/**
 * The line on which a word is first written, from a line on and no further than the end of its block;
 * the line itself when the word is not there.
 */
export const lineOfWord = (file: PackFile, from: number, word: string): number => {
  const lines = file.text.split('\n').slice(Math.max(0, from - 1))
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('```'))
  const found = lines.slice(0, end < 0 ? undefined : end).findIndex((line) => asWord(word).test(line))
  return found < 0 ? from : from + found
}
