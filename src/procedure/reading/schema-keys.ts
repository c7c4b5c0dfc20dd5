import { z } from 'zod'
import type { Path } from './yaml-source.ts'

type Json = z.core.JSONSchema.BaseSchema

const written = new WeakMap<z.ZodType, Json>()

const jsonOf = (schema: z.ZodType): Json => {
  const known = written.get(schema)
  if (known !== undefined) return known
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  written.set(schema, json)
  return json
}

/** A schema's alternatives, references followed. */
const alternatives = (node: Json | boolean | undefined, root: Json): readonly Json[] => {
  if (typeof node !== 'object') return []
  if (node.$ref !== undefined) {
    const { $ref, ...beside } = node
    const target = $ref === '#' ? root : root.$defs?.[$ref.replace('#/$defs/', '')]
    return [beside, ...alternatives(target, root)]
  }
  return [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one) => alternatives(one, root))]
}

const step = (node: Json, key: PropertyKey, root: Json): readonly Json[] => {
  const children =
    typeof key === 'number'
      ? [node.items, ...(node.prefixItems ?? [])].flat()
      : [node.properties?.[String(key)] ?? node.additionalProperties]
  return children.flatMap((child) => alternatives(child, root))
}

const nodesAt = (schema: z.ZodType, path: Path): readonly Json[] => {
  const root = jsonOf(schema)
  return path.reduce<readonly Json[]>(
    (nodes, key) => nodes.flatMap((node) => step(node, key, root)),
    alternatives(root, root),
  )
}

/** The keys that a schema knows at a path, in all its alternatives. */
export const keysAt = (schema: z.ZodType, path: Path): readonly string[] => [
  ...new Set(nodesAt(schema, path).flatMap((node) => Object.keys(node.properties ?? {}))),
]

const wordsOf = ({ const: one, enum: several = [] }: Json): readonly string[] =>
  (one === undefined ? several : [one]).map(String)

/** Of several kinds of thing at a path, those that have a key: `signature` for `by` in a field of a form. */
export const kindsWith = (schema: z.ZodType, path: Path, key: string): readonly string[] => [
  ...new Set(
    nodesAt(schema, path)
      .filter(({ properties = {} }) => key in properties)
      .flatMap(({ properties = {} }) =>
        typeof properties['kind'] === 'object' ? wordsOf(properties['kind']) : [],
      ),
  ),
]

/** What a schema says about the value at a path; undefined when it says nothing. */
export const describedAt = (schema: z.ZodType, path: Path): string | undefined =>
  nodesAt(schema, path).find((node) => node.description !== undefined)?.description
