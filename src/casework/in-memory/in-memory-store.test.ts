import { inMemoryStore } from './in-memory-store.ts'
import { at } from '../store-contract/given.ts'
import { storeContract } from '../store-contract/store-contract.ts'

const store = inMemoryStore({ now: () => at('2026-03-02T12:00') })

storeContract('the store in memory', () => store)
