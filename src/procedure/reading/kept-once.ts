/**
 * The same text, kept once. What is cut out of a document is a view of the whole of it: such texts keep the
 * document in memory, and comparing two of them reads both. The names of properties are kept once by the
 * runtime, so that comparing two is comparing where they are.
 */
const once = (text: string): string => Object.keys({ [text]: null })[0] ?? text

/** A value as data with each of its texts, names and values alike, kept once. */
export const keptOnce = <T>(value: T): T => {
  if (typeof value === 'string') return once(value) as T
  if (Array.isArray(value)) return value.map(keptOnce) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, keptOnce(part)])) as T
}
