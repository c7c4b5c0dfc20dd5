/** Sentences that only the one or only the other version has. */
export type Rewording = { readonly gone: readonly string[]; readonly added: readonly string[] }

/** Prose as sentences, wherever its lines were broken. */
export const sentencesOf = (prose: string): readonly string[] =>
  prose
    .replace(/\s+/g, ' ')
    .split(/(?<=[.?!]) (?=\S)/)
    .filter((sentence) => sentence.trim() !== '')

/** What was said before and no longer, and what is said now and was not. */
export const reworded = (from: readonly string[], to: readonly string[]): Rewording => ({
  gone: from.filter((sentence) => !to.includes(sentence)),
  added: to.filter((sentence) => !from.includes(sentence)),
})
