import { distance } from 'fastest-levenshtein'

/** The known word that is likeliest meant; undefined when none is near. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase())
    if (d < bestDistance) [best, bestDistance] = [candidate, d]
  }
  return best
}

/** So many known words can be read at one glance. */
const fewEnough = 12

/** ` Did you mean "x"?`; where none is near, all the words there are when they are few; else nothing. */
export const meantOrKnown = (word: string, known: Iterable<string>): string => {
  const all = [...new Set(known)]
  const meant = didYouMean(word, all)
  return meant !== '' || all.length === 0 || all.length > fewEnough
    ? meant
    : ` Known here: ${all.join(', ')}.`
}

/** ` Did you mean "x"?`, or nothing. */
export const didYouMean = (word: string, known: Iterable<string>): string => {
  const near = nearest(word, known)
  return near === undefined ? '' : ` Did you mean "${near}"?`
}
