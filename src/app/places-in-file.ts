import type { YamlSource } from '#procedure/reading/yaml-source.ts'

type Place = { readonly file: string; readonly line: number }

const itemsOf = ({ value }: YamlSource, key: string): readonly unknown[] => {
  const list =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return Array.isArray(list) ? (list as readonly unknown[]) : []
}

const textIn = (item: unknown, key: string): string | undefined => {
  const value = typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** A text of each item in a list of the file, by the items' ids; items without it are left out. */
export const textsById = (source: YamlSource, list: string, key: string): ReadonlyMap<string, string> =>
  new Map(
    itemsOf(source, list).flatMap((item): readonly (readonly [string, string])[] => {
      const [id, text] = [textIn(item, 'id'), textIn(item, key)]
      return id === undefined || text === undefined ? [] : [[id, text]]
    }),
  )

/** Where things stand in a case's file: its own keys, and its events with their fields, by their ids. */
export const placesIn = (
  source: YamlSource,
): {
  readonly placeOfKey: (path: readonly PropertyKey[]) => Place
  readonly placeOfEvent: (id: string, field?: string) => Place
} => {
  const indexes = new Map<string, number>()
  itemsOf(source, 'events').forEach((item, i) => {
    const id = textIn(item, 'id')
    if (id !== undefined && !indexes.has(id)) indexes.set(id, i)
  })
  const placeOfKey = (path: readonly PropertyKey[]): Place => ({
    file: source.file,
    line: source.lineOf(path),
  })
  return {
    placeOfKey,
    placeOfEvent: (id, field) => {
      const index = indexes.get(id)
      if (index === undefined) return placeOfKey(['events'])
      const base = ['events', index]
      return placeOfKey(field === undefined ? base : [...base, 'data', field])
    },
  }
}
