/** What people call a case: the first letters of the authority's words and a number, `NS-0041` for north-sands. */
export function caseReference(slug: string, number: number): string {
  const words = slug.split('-').filter((word) => word !== '')
  const letters = words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : slug.slice(0, 2)
  return `${letters.toUpperCase()}-${String(number).padStart(4, '0')}`
}
