import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { formatDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import { moment } from '#casework/fixtures/small-authority.ts'
import { inMemoryStore } from '#casework/in-memory/in-memory-store.ts'
import type { Message } from '#casework/messages/message.ts'
import type { PostDeps } from '#casework/messages/post.ts'
import { allMessages } from '#casework/store-contract/given.ts'
import { installedPacks } from '../service/installed-packs.ts'
import { fillDemonstration } from './fill-demonstration.ts'
import { firstMessages } from './first-messages.ts'

const never = new AbortController().signal
const shelf = installedPacks()

const filled = async (at: Instant): Promise<PostDeps> => {
  const clock = { now: () => at }
  const store = inMemoryStore(clock)
  const links = { myWork: 'http://127.0.0.1:3000/my-work', family: (id: string) => id }
  const deps = { store, clock, shelf, links, post: null }
  await fillDemonstration(deps, { families: 100, tell: () => {}, signal: never })
  return deps
}

const messagesIn = async ({ store }: PostDeps): Promise<readonly (readonly Message[])[]> => {
  const all: (readonly Message[])[] = []
  for (const { id } of await store.authorities())
    all.push(await store.look(id, ({ messages }) => messages({ ...allMessages, limit: 1000 })))
  return all
}

describe('the first messages of the demonstration', () => {
  // A Sunday.
  const sunday = moment('2026-11-22T10:00')
  let deps: PostDeps
  let found: readonly (readonly Message[])[]

  before(async () => {
    deps = await filled(sunday)
    await firstMessages(deps, 480, never)
    found = await messagesIn(deps)
  })

  it('are some in every authority, and not so many that nobody would read them', () => {
    for (const { length } of found) assert.ok(length >= 1 && length <= 80, `${length}`)
    assert.ok(found.flat().length >= 25)
  })

  it('are the digests of the last working day, and notices of the three before', () => {
    const all = found.flat()
    const digests = all.filter(({ kind }) => kind === 'digest')
    assert.ok(digests.length >= 10)
    assert.deepEqual([...new Set(digests.map(({ at }) => formatDay(dayOf(at))))], ['2026-11-20'])
    const notices = all.filter(({ kind }) => kind === 'notice')
    assert.ok(notices.length > 0)
    for (const { at } of notices) assert.ok(at >= moment('2026-11-18T00:00') && at <= sunday)
  })

  it('stand in the order in which they would have been written', () => {
    for (const messages of found) {
      const times = messages.map(({ at }) => at)
      const notices = messages.filter(({ kind }) => kind === 'notice').map(({ at }) => at)
      assert.deepEqual(
        notices,
        notices.toSorted((a, b) => b - a),
      )
      assert.ok(times.every((at) => at <= sunday))
    }
  })

  it('name nobody of a family', async () => {
    for (const { id } of await deps.store.authorities()) {
      const words = await deps.store.look(id, async (store) => {
        const all = await store.messages({ ...allMessages, limit: 1000 })
        return all.map(({ subject, body }) => `${subject} ${body}`).join('\n')
      })
      const names = await deps.store.look(id, async (store) => {
        const lines = await store.cases({ reach: 'all', open: true, limit: 1000, offset: 0 })
        const records = await Promise.all(lines.map((line) => store.caseById(line.id)))
        return records.flatMap((one) => one?.people.map(({ name }) => name) ?? [])
      })
      assert.ok(names.length > 20)
      assert.deepEqual(
        names.filter((name) => words.includes(name)),
        [],
      )
    }
  })

  it('come once', async () => {
    await firstMessages(deps, 480, never)
    assert.deepEqual(await messagesIn(deps), found)
  })
})
