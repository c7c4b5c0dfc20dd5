/** A value written under a key in one version and not, or otherwise, in another; undefined where it is not written. */
export type ValueChange = { readonly key: string; readonly from?: unknown; readonly to?: unknown }

type Keyed = Readonly<Record<string, unknown>>

const isKeyed = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of things that carry ids, such as steps, as things by their ids; undefined for any other value. */
const byId = (value: unknown): Keyed | undefined => {
  if (!Array.isArray(value)) return undefined
  const entries = value.map((one): readonly [unknown, unknown] => [isKeyed(one) ? one['id'] : undefined, one])
  return entries.length > 0 && entries.every(([id]) => typeof id === 'string')
    ? (Object.fromEntries(entries) as Keyed)
    : undefined
}

const keyed = (value: unknown): Keyed | undefined => (isKeyed(value) ? value : byId(value))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What differs between two values out of YAML, key by key as deep as both have keys: `opening-hours`,
 * `roles.manager`. Lists are compared as wholes, unless everything in them has an id.
 */
export const valueChanges = (from: unknown, to: unknown, key = ''): readonly ValueChange[] => {
  if (same(from, to)) return []
  const [before, after] = [keyed(from), keyed(to)]
  if (before === undefined || after === undefined)
    return [{ key, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((inner) =>
    valueChanges(before[inner], after[inner], key === '' ? inner : `${key}.${inner}`),
  )
}
