import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Actor, Membership } from '../access/actor.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import { smallAuthority } from '../fixtures/small-authority.ts'
import { changeUser, seenOf } from './change-user.ts'

/** What an administrator gives somebody beside what they hold. */
const given = async (place: SmallAuthority, whom: Actor, more: readonly Membership[]): Promise<void> => {
  const user = await place.store.look(place.id, (all) => all.user(whom.user))
  assert.ok(user !== null)
  const { name, active, phone } = user
  const memberships = [...user.memberships, ...more]
  const asked = { key: JSON.stringify(memberships), user: user.user, seen: seenOf(user), name, active, phone }
  const result = await changeUser(place.deps, place.as('administrator'), { ...asked, memberships })
  assert.deepEqual(result, { kind: 'done' })
}

const told = async ({ store, id }: SmallAuthority) =>
  (
    await store.look(id, (all) =>
      all.messages({ state: null, about: null, to: 'anybody', before: null, limit: 10 }),
    )
  ).map(({ to, subject, body }) => [to, subject, body] as const)

describe('an administrator who takes a role that sees families', () => {
  it('is told of to those who lead the service', async () => {
    const place = await smallAuthority()
    await given(place, place.as('administrator'), [{ role: 'manager', team: place.teams[0].id }])
    const messages = await told(place)
    const heads = [place.as('service-manager', 0), place.as('service-manager', 1)].map(({ user }) => user)
    assert.deepEqual(messages.map(([to]) => (to.kind === 'user' ? to.user : '')).toSorted(), heads.toSorted())
    assert.match(
      messages[0]?.[2] ?? '',
      /^administrator of East, who administers the service, can see families from now on: Early Help manager\./,
    )
  })

  it('is told of also where the role reaches farther than before', async () => {
    const place = await smallAuthority()
    await given(place, place.as('administrator'), [{ role: 'manager', team: place.teams[0].id }])
    await given(place, place.as('administrator'), [{ role: 'manager', team: null }])
    assert.equal((await told(place)).length, 4)
  })

  it('is told of to nobody where they see no more, or give a role to another', async () => {
    const place = await smallAuthority()
    await given(place, place.as('administrator'), [{ role: 'practice-lead', team: null }])
    await given(place, place.as('practitioner'), [{ role: 'service-manager', team: null }])
    assert.deepEqual(await told(place), [])
  })
})
