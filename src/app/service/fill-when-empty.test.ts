import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseInstant } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { inMemoryStore } from '#casework/in-memory/in-memory-store.ts'
import { fillWhenEmpty } from './fill-when-empty.ts'
import { installedPacks } from './installed-packs.ts'

describe('filling an empty database', () => {
  const clock = { now: () => parseInstant('2026-11-19T09:30') as Instant }
  const { signal } = new AbortController()

  it('has the database weighed on the way and at the end, says how far it is, and does it once', async () => {
    const deps = { store: inMemoryStore(clock), clock, shelf: installedPacks() }
    const said: string[] = []
    let weighed = 0
    const fill = (): Promise<void> =>
      fillWhenEmpty(deps, 110, signal, { write: (text) => void said.push(text) }, async () => {
        weighed += 1
      })
    await fill()
    assert.equal(weighed, 2)
    assert.match(said.join(''), /not real\.\n(?: {2}\d+ of 110 families\n){3,10} {2}done in \d+ s\n$/)
    await fill()
    assert.equal(weighed, 2)
  })
})
