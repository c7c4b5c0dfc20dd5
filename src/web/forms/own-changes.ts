import { textOf, textsOf } from './field.ts'
import type { FieldProblem } from './read-fields.ts'
import type { Typed } from './typed.ts'

const same = (a: Typed, b: Typed, name: string): boolean =>
  JSON.stringify(textsOf(a, name)) === JSON.stringify(textsOf(b, name))

/** The name of the hidden control that holds what stood in a form when it was opened. */
export const baseName = 'base'

/** What stood in a form when it was opened, to be put into it. */
export const asBase = (typed: Typed): string => JSON.stringify(typed)

/** What stood in a form when it was opened; null where it does not say. */
export const baseIn = (typed: Typed): Typed | null => {
  try {
    const base: unknown = JSON.parse(textOf(typed, baseName))
    return typeof base === 'object' && base !== null ? (base as Typed) : null
  } catch {
    return null
  }
}

/**
 * What a form says where somebody else has changed the same meanwhile: what this person changed since they opened it, and
 * else what is so now.
 */
export const ownChanges = (typed: Typed, now: Typed): Typed => {
  const base = baseIn(typed)
  if (base === null) return typed
  const merged: Record<string, string | readonly string[]> = {}
  for (const name of new Set([...Object.keys(now), ...Object.keys(typed), ...Object.keys(base)])) {
    const value = same(typed, base, name) ? now[name] : typed[name]
    if (value !== undefined) merged[name] = value
  }
  return { ...merged, [baseName]: asBase(now) }
}

/** Said where what a form changes was changed since it was opened: by another, or by the same person in another window. */
export const changedSince = (field: string): FieldProblem => ({
  field,
  text: 'This has been changed since you opened the page. What was changed is filled in, and so is what you changed yourself. Look at it and send it again',
})
