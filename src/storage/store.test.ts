import assert from 'node:assert/strict'
import { before } from 'node:test'
import type { Store } from '#casework/ports.ts'
import { storeContract } from '#casework/store-contract/store-contract.ts'
import { postgresStore } from './store.ts'
import { testDatabase } from './test-database.ts'

let store: Store | undefined

before(async () => {
  store = postgresStore((await testDatabase()).pool)
})

storeContract('the store on PostgreSQL', () => {
  assert.ok(store)
  return store
})
