import type { Pool, PoolClient } from 'pg'

/** A statement as the service asked it. */
export type Asked = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

const isNamed = (query: unknown): query is Asked =>
  typeof query === 'object' && query !== null && 'name' in query && 'text' in query && 'values' in query

/** A pool that writes down what is asked of it: a bare handler can then ask just the same. */
export const listening = (pool: Pool, heard: Asked[]): Pool =>
  new Proxy(pool, {
    get: (target, property) => {
      if (property !== 'connect') return Reflect.get(target, property, target) as unknown
      return async () => {
        const client: PoolClient = await target.connect()
        return new Proxy(client, {
          get: (own, name) => {
            const value = Reflect.get(own, name, own) as unknown
            if (typeof value !== 'function') return value
            if (name !== 'query') return value.bind(own) as unknown
            return (query: unknown) => {
              if (isNamed(query)) heard.push({ name: query.name, text: query.text, values: query.values })
              return own.query(query as string)
            }
          },
        })
      }
    },
  })
