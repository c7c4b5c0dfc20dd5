import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { JsonSchema } from './json-schema.ts'
import { jsonSchemas } from './json-schema.ts'

/** The keys without a word on what they are for, with the way to them. */
const wordless = (node: unknown, way: string): readonly string[] => {
  if (typeof node !== 'object' || node === null) return []
  const { properties = {} } = node as JsonSchema
  const here = Object.entries(properties)
    .filter(
      ([, value]) => typeof value === 'object' && value.description === undefined && value.$ref === undefined,
    )
    .map(([key]) => `${way}${key}`)
  return [
    ...here,
    ...Object.entries(node).flatMap(([key, value]) =>
      wordless(value, key in properties || key === 'properties' ? way : `${way}${key}/`),
    ),
  ]
}

describe('the schemas for editors', () => {
  for (const [name, make] of Object.entries(jsonSchemas))
    it(`${name} says of every key what it is for`, () => {
      assert.deepEqual(wordless(make(), ''), [])
    })

  it('points at nothing that is not there', () => {
    for (const schema of Object.values(jsonSchemas).map((make) => make())) {
      const names = [...JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)].map(
        (found) => found[1] ?? '',
      )
      const defined = new Set(Object.keys(schema['definitions'] ?? {}))
      for (const name of names) assert.ok(defined.has(name), name)
    }
  })
})
