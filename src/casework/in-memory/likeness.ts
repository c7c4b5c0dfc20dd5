/** A name as it is compared: small letters without accents. */
export const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()

const wordsOf = (name: string): readonly string[] =>
  folded(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

const threesOf = (word: string): ReadonlySet<string> => {
  const padded = `  ${word} `
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)))
}

const wordLikeness = (asked: string, word: string): number => {
  const ours = threesOf(asked)
  const theirs = threesOf(word)
  const both = [...ours].filter((three) => theirs.has(three)).length
  return both / (ours.size + theirs.size - both)
}

/** How alike a name is to the words asked for, 0 to 1: by groups of three letters, as the database does it. */
export function likeness(asked: string, name: string): number {
  const words = wordsOf(asked)
  if (words.length === 0) return 0
  const best = words.map((word) => Math.max(0, ...wordsOf(name).map((other) => wordLikeness(word, other))))
  return best.reduce((sum, one) => sum + one, 0) / words.length
}

/** From which likeness on a name is shown. */
export const alike = 0.3
