import assert from 'node:assert/strict'
import { it } from 'node:test'
import { makeDay } from '#calendar/day.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { Looking, Store } from '../ports.ts'
import { aMessage, anObligation } from '../store-contract/given.ts'
import { deliverMessage } from './deliver-message.ts'
import { makeDigests } from './make-digests.ts'
import { messageDesk, oneMessage } from './message-desk.ts'
import type { PostDeps } from './post.ts'
import { tryAgain } from './try-again.ts'

const unasked: Pick<Looking, 'users'> = {
  users: () => Promise.reject(new Error('All users of the authority were asked for')),
}

/** A store in which nobody can ask for all users at once. */
const sparing = (store: Store): Store => ({
  ...store,
  look: (id, work) => store.look(id, (inside) => work({ ...inside, ...unasked })),
  change: (id, work) => store.change(id, (inside) => work({ ...inside, ...unasked })),
})

it('a digest, a message and the page of messages ask for those they need, never for all users', async () => {
  const place = await smallAuthority()
  const family = await refer(place, '2026-03-02T09:00')
  await place.store.change(place.id, async (store) => {
    await store.setCase(family, { worker: place.as('practitioner').user })
    const late = anObligation('late', { overdueFrom: moment('2026-03-04T00:00') })
    await store.writeSchedule(family, [late], { version: '2026-01-01', lastEvent: 1 })
    await store.send(
      aMessage({ to: { kind: 'role', role: 'manager' }, caseId: family, subject: 'to a role' }),
    )
  })
  place.set('2026-03-06T08:00')
  const store = sparing(place.store)
  const links = { myWork: 'https://alongside.example.org/my-work', family: (id: string) => id }
  const deps: PostDeps = { ...place.deps, store, post: null, links }
  const authority = await store.look(place.id, (inside) => inside.authority())
  assert.equal(await makeDigests(deps, authority, makeDay(2026, 3, 6)), true)
  const manager = place.as('manager')
  const open = { state: null, before: null } as const
  const waiting = await messageDesk(deps, manager, open)
  for (const { id } of waiting?.messages ?? []) await deliverMessage(deps, place.id, id)
  const desk = await messageDesk(deps, manager, open)
  const digests = desk?.messages.filter(({ kind }) => kind === 'digest') ?? []
  const names = digests.map(({ to }) => (to.kind === 'user' ? (desk?.users.get(to.user)?.name ?? '') : ''))
  assert.deepEqual(
    names.toSorted((a, b) => a.localeCompare(b)),
    ['manager of East', 'practitioner of East'],
  )
  const notice = desk?.messages.find(({ subject }) => subject === 'to a role')
  assert.deepEqual([notice?.to, notice?.state], [{ kind: 'user', user: manager.user }, 'shown'])
  const id = notice?.id ?? ''
  assert.equal((await oneMessage(deps, manager, id))?.maySeeText, true)
  assert.equal(await tryAgain(deps, manager, id), true)
})
