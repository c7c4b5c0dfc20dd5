import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainSecrets } from '../fixtures/plain-secrets.ts'
import { moment, smallAuthority } from '../fixtures/small-authority.ts'
import { inviteAgain, inviteUser } from './invite-user.ts'
import type { Store } from '../ports.ts'
import type { LinkDeps } from '../sign-in/sign-in-deps.ts'

const everything = { state: null, about: null, to: 'anybody' } as const
const messagesIn = (store: Store, id: string) =>
  store.look(id, (all) => all.messages({ ...everything, before: null, limit: 50 }))

const ana = { key: 'page-1', name: ' Ana Reed ', email: 'ana.reed@example.org ', memberships: [] } as const

/** An authority that is no demonstration, and how one gets into it. */
const place = async () => {
  const small = await smallAuthority()
  const { id } = await small.store.addAuthority({
    slug: 'south-sands',
    name: 'South Sands',
    pack: 'nine-steps',
    closures: [],
    demonstration: false,
  })
  const deps: LinkDeps = {
    ...small.deps,
    secrets: plainSecrets(),
    linkTo: (token) => `https://alongside.example.org/${token}`,
    workAccountsAt: null,
  }
  return { small, deps, store: small.store, id, installer: { authority: id, user: null } }
}

describe('inviting somebody', () => {
  it('adds them, and sends them alone a link that works for a week', async () => {
    const { deps, store, id, installer } = await place()
    const invited = await inviteUser(deps, installer, ana)
    assert.equal(invited.kind, 'invited')
    if (invited.kind !== 'invited' || invited.invitation === null) throw new Error('no invitation')
    const { user, invitation } = invited
    assert.equal(user.name, 'Ana Reed')
    assert.equal(user.email, 'ana.reed@example.org')
    assert.equal(invitation.until, moment('2026-03-09T10:00'))
    assert.match(invitation.link, /^https:\/\/alongside\.example\.org\/[0-9a-f]{32}token-1_+$/)
    const [letter, ...others] = await messagesIn(store, id)
    assert.deepEqual(others, [])
    assert.equal(letter?.kind, 'account')
    assert.deepEqual(letter?.to, { kind: 'user', user: user.user })
    assert.match(letter?.body ?? '', /^Dear Ana Reed,\n\nSouth Sands has set up Alongside for you/)
    assert.ok(letter?.body.includes(`\n${invitation.link}\n`))
    assert.match(letter?.body ?? '', /It works once, until Mon 9 March 2026 at 10:00am/)
  })

  it('keeps of the link only a digest', async () => {
    const { deps, store, id, installer } = await place()
    const invited = await inviteUser(deps, installer, ana)
    const token = invited.kind === 'invited' ? invited.invitation?.link.split('/').at(-1) : undefined
    const link = await store.look(id, (all) => all.link(`digest of ${token}`))
    assert.equal(link?.kind, 'invitation')
    assert.equal(await store.look(id, (all) => all.link(token ?? '')), null)
  })

  it('adds one user for one page, and none whose address is taken', async () => {
    const { deps, store, id, installer } = await place()
    const first = await inviteUser(deps, installer, ana)
    const repeated = await inviteUser(deps, installer, ana)
    assert.deepEqual([first.kind, repeated.kind], ['invited', 'invited-before'])
    assert.deepEqual(
      await inviteUser(deps, installer, { ...ana, key: 'page-2', email: 'ANA.REED@example.org' }),
      { kind: 'taken' },
    )
    assert.equal((await store.look(id, (all) => all.users())).length, 1)
    assert.equal((await messagesIn(store, id)).length, 1)
  })

  it('gives nobody a role in a team that is not there', async () => {
    const { deps, installer, small } = await place()
    const memberships = [{ role: 'manager', team: small.teams[0].id }] as const
    assert.deepEqual(await inviteUser(deps, installer, { ...ana, memberships }), { kind: 'no-such-team' })
  })

  it('is for administrators: everybody else is refused, and nothing is done', async () => {
    const { deps, small } = await place()
    const before = await small.store.look(small.id, (all) => all.users())
    for (const role of ['practitioner', 'manager', 'service-manager', 'quality-lead', 'partner'] as const)
      assert.deepEqual(await inviteUser(deps, small.as(role), ana), { kind: 'not-allowed' }, role)
    assert.deepEqual(await inviteAgain(deps, small.as('manager'), small.as('partner').user), {
      kind: 'not-allowed',
    })
    assert.deepEqual(await small.store.look(small.id, (all) => all.users()), before)
    assert.equal((await inviteUser(deps, small.as('administrator'), ana)).kind, 'invited')
  })

  it('needs no link in a demonstration, where one picks whom to be', async () => {
    const { deps, small } = await place()
    const invited = await inviteUser(deps, small.as('administrator'), ana)
    assert.equal(invited.kind === 'invited' && invited.invitation, null)
    assert.deepEqual(await messagesIn(small.store, small.id), [])
  })

  it('by hand shows the way in to whoever invites, which is noted, and keeps no letter', async () => {
    const { deps, store, id, installer } = await place()
    const first = await inviteUser(deps, installer, ana, 'by hand')
    assert.ok(first.kind === 'invited' && first.invitation !== null)
    assert.deepEqual(await messagesIn(store, id), [])
    await inviteAgain(deps, installer, first.user.user, 'by hand')
    assert.deepEqual(await messagesIn(store, id), [])
    const acts = (await store.look(id, (all) => all.auditOf(null, 10))).map(({ act }) => act)
    assert.deepEqual(acts, ['was shown the way in of', 'invited', 'was shown the way in of', 'invited'])
  })

  it('leads to the work account where there are no passwords', async () => {
    const { deps, store, id, installer } = await place()
    const at = 'https://alongside.example.org/sign-in'
    const invited = await inviteUser({ ...deps, workAccountsAt: at }, installer, ana)
    assert.deepEqual(invited.kind === 'invited' && invited.invitation, { link: at, until: null })
    const [letter] = await messagesIn(store, id)
    assert.match(
      letter?.body ?? '',
      /Sign in with your work account:\n\nhttps:\/\/alongside\.example\.org\/sign-in$/,
    )
  })

  it('a second time makes the first link useless', async () => {
    const { deps, store, id, installer } = await place()
    const first = await inviteUser(deps, installer, ana)
    if (first.kind !== 'invited') throw new Error(first.kind)
    const second = await inviteAgain(deps, installer, first.user.user)
    const digestOf = (link: string | undefined) => `digest of ${link?.split('/').at(-1)}`
    const there = (link: string | undefined) => store.look(id, (all) => all.link(digestOf(link)))
    assert.equal(await there(first.invitation?.link), null)
    if (second?.kind !== 'invited') throw new Error('not invited')
    assert.equal((await there(second.invitation?.link))?.used, false)
    assert.equal(await inviteAgain(deps, installer, '00000000-0000-4000-8000-00000000ffff'), null)
  })
})
