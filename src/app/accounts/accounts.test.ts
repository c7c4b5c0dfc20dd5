import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainSecrets } from '#casework/fixtures/plain-secrets.ts'
import { moment } from '#casework/fixtures/small-authority.ts'
import { inMemoryStore } from '#casework/in-memory/in-memory-store.ts'
import type { LinkDeps } from '#casework/sign-in/sign-in-deps.ts'
import { callAlongside } from '../commands/call-alongside.ts'
import { addAuthority } from './add-authority.ts'
import { addUser } from './add-user.ts'

const place = (): LinkDeps => {
  const clock = { now: () => moment('2026-03-02T10:00') }
  return {
    store: inMemoryStore(clock),
    clock,
    shelf: { pack: () => undefined },
    secrets: plainSecrets(),
    linkTo: (token) => `https://alongside.example.org/sign-in/link/${token}`,
    workAccountsAt: null,
  }
}

const nineSteps = { procedure: 'nine-steps' }
const manager = { name: 'Ben Cole', role: 'manager' } as const
const administrator = { name: 'Ana Reed', role: 'administrator' } as const

describe('adding an authority', () => {
  it('gives it a short name, and says how to add its first administrator', async () => {
    const { store } = place()
    const said = await addAuthority(store, ' The Borough of North Sands ', nineSteps)
    assert.match(said, /^The Borough of North Sands is added\./)
    assert.match(said, /add-user EMAIL --name "NAME" --authority north-sands\n$/)
    const [{ id, ...authority } = { id: '' }, ...others] = await store.authorities()
    assert.deepEqual(others, [])
    assert.notEqual(id, '')
    assert.deepEqual(authority, {
      slug: 'north-sands',
      name: 'The Borough of North Sands',
      pack: 'nine-steps',
      closures: [],
      demonstration: false,
    })
  })

  it('is refused without a written procedure that there is, a name, or a short name of its own', async () => {
    const { store } = place()
    await addAuthority(store, 'North Sands', nineSteps)
    for (const [name, asked, why] of [
      [
        'South Sands',
        { procedure: 'ten-steps' },
        /no written procedure called ten-steps .*There are: .*nine-steps/,
      ],
      [' ', nineSteps, /Give the name of the authority/],
      ['Council', nineSteps, /"" cannot be the short name.*--short, such as north-sands/],
      ['South Sands', { ...nineSteps, short: 'South' }, /"South" cannot be the short name/],
      ['North Sands City', nineSteps, /short name north-sands already\. Give another with --short/],
    ] as const)
      await assert.rejects(addAuthority(store, name, asked), { name: 'WrongCall', message: why })
    assert.equal((await store.authorities()).length, 1)
  })
})

describe('adding somebody', () => {
  it('says the link that is theirs, and until when it works', async () => {
    const deps = place()
    await addAuthority(deps.store, 'North Sands', nineSteps)
    const said = await addUser(deps, 'ana.reed@example.org', administrator)
    assert.match(
      said,
      /^Ana Reed signs in for the first time at\n\n {2}https:\/\/alongside\.example\.org\/sign-in\/link\/\S+\n\nIt works once, until Mon 9 March 2026 at 10:00am\./,
    )
    const [{ id } = { id: '' }] = await deps.store.authorities()
    const [user] = await deps.store.look(id, (all) => all.users())
    assert.deepEqual(user?.memberships, [{ role: 'administrator', team: null }])
  })

  it('a second time needs to be meant', async () => {
    const deps = place()
    await addAuthority(deps.store, 'North Sands', nineSteps)
    const first = await addUser(deps, 'ana.reed@example.org', administrator)
    await assert.rejects(
      addUser(deps, 'Ana.Reed@example.org', administrator),
      /address .* already\. .*add --again/,
    )
    const again = await addUser(deps, 'Ana.Reed@example.org', { role: 'administrator', again: true })
    assert.notEqual(again, first)
    await assert.rejects(
      addUser(deps, 'ben.cole@example.org', { role: 'administrator', again: true }),
      /Nobody who may sign in has the address ben\.cole@example\.org/,
    )
  })

  it('needs an authority that is no demonstration, and to know which', async () => {
    const deps = place()
    const authority = { slug: 'a-b', name: 'A', pack: 'nine-steps', closures: [], demonstration: true }
    await deps.store.addAuthority(authority)
    await assert.rejects(
      addUser(deps, 'a@example.org', manager),
      /no authority that people sign in to.*add-authority/,
    )
    await addAuthority(deps.store, 'North Sands', nineSteps)
    await addAuthority(deps.store, 'South Sands', nineSteps)
    await assert.rejects(addUser(deps, 'a@example.org', manager), /--authority: north-sands, south-sands/)
    await assert.rejects(
      addUser(deps, 'a@example.org', { ...manager, authority: 'a-b' }),
      /no authority with the short name a-b\. There are: north-sands, south-sands/,
    )
    assert.match(
      await addUser(deps, 'a@example.org', { ...manager, authority: 'south-sands' }),
      /^Ben Cole signs in/,
    )
  })

  it('finds their team by its name', async () => {
    const deps = place()
    await addAuthority(deps.store, 'North Sands', nineSteps)
    const [{ id } = { id: '' }] = await deps.store.authorities()
    await assert.rejects(
      addUser(deps, 'a@example.org', { ...manager, team: 'East' }),
      /no team yet, so none called East/,
    )
    const east = await deps.store.change(id, (all) => all.addTeam('East team'))
    await assert.rejects(addUser(deps, 'a@example.org', { ...manager, team: 'West' }), /There are: East team/)
    await addUser(deps, 'a@example.org', { ...manager, team: 'east team' })
    const [user] = await deps.store.look(id, (all) => all.users())
    assert.deepEqual(user?.memberships, [{ role: 'manager', team: east.id }])
  })

  it('needs a name and an address of email', async () => {
    const deps = place()
    await addAuthority(deps.store, 'North Sands', nineSteps)
    await assert.rejects(addUser(deps, 'ana', administrator), /"ana" is not an email address/)
    await assert.rejects(
      addUser(deps, 'ana@example.org', { role: 'manager' }),
      /Give the name .* with --name/,
    )
  })

  it('says the page for work accounts where there are no passwords', async () => {
    const deps = { ...place(), workAccountsAt: 'https://alongside.example.org/sign-in' }
    await addAuthority(deps.store, 'North Sands', nineSteps)
    const said = await addUser(deps, 'ana.reed@example.org', administrator)
    assert.match(said, /sign-in\n\nThey sign in there with their work account\./)
  })
})

describe('the commands', () => {
  it('say what they do, and refuse a role that there is not', async () => {
    assert.match((await callAlongside(['add-user', '--help'])).stdout, /print the link for their first time/)
    assert.match((await callAlongside(['add-authority', '--help'])).stdout, /--procedure <id>/)
    const wrong = await callAlongside(['add-user', 'a@example.org', '--role', 'boss'])
    assert.equal(wrong.status, 2)
    assert.match(wrong.stderr, /Allowed choices are practitioner/)
    assert.equal((await callAlongside(['add-authority', 'North Sands'])).status, 2)
  })
})
