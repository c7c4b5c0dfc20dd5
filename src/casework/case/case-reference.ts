/** The letters that an authority's references begin with: the first of its words, `NS` for north-sands. */
const lettersOf = (slug: string): string => {
  const words = slug.split('-').filter((word) => word !== '')
  const letters = words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : slug.slice(0, 2)
  return letters.toUpperCase()
}

/** What people call a case: the letters of the authority and a number, `NS-0041`. */
export const caseReference = (slug: string, number: number): string =>
  `${lettersOf(slug)}-${String(number).padStart(4, '0')}`

/**
 * The reference that somebody means who searches for `ns 41`, `41` or `Reed NS-0041`; null for words without a number:
 * they are a name. With the letters of another authority it is what was typed, and no case here is called so.
 */
export function referenceIn(words: string, slug: string): string | null {
  const [typed, letters, digits] = /([a-z]*)[-–]?(\d{1,9})\D*$/i.exec(words) ?? []
  if (typed === undefined) return null
  if (letters !== '' && letters?.toUpperCase() !== lettersOf(slug)) return typed.toUpperCase()
  return caseReference(slug, Number(digits))
}
