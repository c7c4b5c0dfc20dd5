import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aCase, anAuthority, anObligation, at, day, type StoreOf } from './given.ts'

/** How users, teams, closure days and the rota are changed, and what that makes out of date. */
export function staffContract(storeOf: StoreOf): void {
  describe('users and teams', () => {
    it('are changed as a whole', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { team, ana } = await store.change(id, async (inside) => ({
        team: await inside.addTeam('Harbour'),
        ana: await inside.addUser({
          name: 'Ana',
          email: 'ana@example.org',
          memberships: [{ role: 'manager', team: null }],
        }),
      }))
      const set = {
        name: 'Ana Reyes',
        active: false,
        phone: '01632 960 001',
        memberships: [
          { role: 'practitioner', team: team.id },
          { role: 'quality-lead', team: null },
        ],
      } as const
      await store.change(id, async (inside) => {
        await inside.lockStaff()
        await inside.changeUser(ana.user, set)
        await inside.renameTeam(team.id, 'Quay')
      })
      assert.deepEqual(await store.look(id, ({ user }) => user(ana.user)), { ...ana, ...set })
      assert.deepEqual(await store.look(id, ({ teams }) => teams()), [{ id: team.id, name: 'Quay' }])
      const nobody = '11111111-1111-4111-8111-111111111111'
      await assert.rejects(store.change(id, ({ changeUser }) => changeUser(nobody, set)))
      await assert.rejects(store.change(id, ({ renameTeam }) => renameTeam('x', 'Quay')))
    })

    it('have their open families counted', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const { user } = await store.change(id, ({ addUser }) =>
        addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
      )
      for (const [family, closed] of [
        ['Ames', null],
        ['Bond', null],
        ['Cray', at('2026-03-05T09:00')],
      ] as const) {
        const one = await aCase(store, id, family)
        await store.change(id, ({ setCase }) => setCase(one.id, { worker: user, closed }))
      }
      await aCase(store, id, 'Drew')
      const counted = (workers: readonly string[]) =>
        store.look(id, ({ openFamilies }) => openFamilies(workers))
      assert.deepEqual(await counted([user, 'x']), new Map([[user, 2]]))
      assert.deepEqual(await counted([]), new Map())
    })

    it('are found by parts of their name or address, whatever the accents, those with access first', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const made = await store.change(id, async (inside) => {
        const add = (name: string) =>
          inside.addUser({ name, email: `${name.slice(0, 2)}@example.org`, memberships: [] })
        const users = [
          await add('Zoë Reed'),
          await add('Ana Reed'),
          await add('Bo Clark'),
          await add('Cy Clark'),
        ]
        const set = { name: 'Ana Reed', active: false, phone: null, memberships: [] }
        await inside.changeUser(users[1]?.user ?? '', set)
        return users
      })
      const found = async (words: string, limit = 10, offset = 0) =>
        (await store.look(id, ({ usersFound }) => usersFound({ words, limit, offset }))).map(
          ({ name }) => name,
        )
      assert.deepEqual(await found(''), ['Bo Clark', 'Cy Clark', 'Zoë Reed', 'Ana Reed'])
      assert.deepEqual(await found('', 2, 1), ['Cy Clark', 'Zoë Reed'])
      assert.deepEqual(await found(' ZOE  reed '), ['Zoë Reed'])
      assert.deepEqual(await found('cy@exam'), ['Cy Clark'])
      assert.deepEqual(await found('100%'), [])
      const ids = made.map(({ user }) => user)
      const named = await store.look(id, (inside) =>
        inside.usersNamed([ids[2] ?? '', ids[0] ?? '', ids[0] ?? '', 'x']),
      )
      assert.deepEqual(
        named.map(({ name }) => name),
        ['Bo Clark', 'Zoë Reed'],
      )
    })

    it('are found by the roles that they hold, in whichever team', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const found = await store.change(id, async (inside) => {
        const { id: team } = await inside.addTeam('Harbour')
        const add = (name: string, role: 'manager' | 'partner', of: string | null) =>
          inside.addUser({ name, email: `${name}@example.org`, memberships: [{ role, team: of }] })
        await add('Cy', 'manager', null)
        await add('Ana', 'manager', team)
        await add('Bo', 'partner', team)
        return inside.usersHolding(['manager', 'duty-manager'])
      })
      assert.deepEqual(
        found.map(({ name }) => name),
        ['Ana', 'Cy'],
      )
    })

    it('are counted in each team once, without those who may no longer sign in', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const team = await store.change(id, async (inside) => {
        const { id: harbour } = await inside.addTeam('Harbour')
        const both = [
          { role: 'manager', team: harbour },
          { role: 'practitioner', team: harbour },
        ] as const
        await inside.addUser({ name: 'Ana', email: 'ana@example.org', memberships: both })
        await inside.addUser({
          name: 'Bo',
          email: 'bo@example.org',
          memberships: [{ role: 'manager', team: null }],
        })
        const gone = await inside.addUser({ name: 'Cy', email: 'cy@example.org', memberships: both })
        await inside.changeUser(gone.user, { name: 'Cy', active: false, phone: null, memberships: both })
        await inside.addTeam('Quay')
        return harbour
      })
      assert.deepEqual(await store.look(id, (inside) => inside.peopleInTeams()), new Map([[team, 1]]))
    })
  })

  describe('how the service and its teams are reached', () => {
    it('is not known until it is said, and is each one’s own', async () => {
      const store = storeOf()
      const [{ id }, other] = [await anAuthority(store), await anAuthority(store)]
      const nothing = { phone: null, email: null, address: null }
      const own = { phone: '01632 960 002', email: 'east@example.org', address: '1 Quay\nSands' }
      const service = { ...nothing, name: 'Early Help', phone: '01632 960 001' }
      const [east, west] = await store.change(id, async (inside) => {
        const [one, two] = [await inside.addTeam('East'), await inside.addTeam('West')]
        assert.deepEqual(await inside.serviceDetails(), { ...nothing, name: null })
        await inside.setServiceDetails({ ...service, address: 'Wrong' })
        await inside.setServiceDetails(service)
        await inside.setTeamDetails(one.id, own)
        return [one, two]
      })
      const look = <T>(work: Parameters<typeof store.look<T>>[1]) => store.look(id, work)
      assert.deepEqual(await look((inside) => inside.serviceDetails()), service)
      assert.deepEqual(await look((inside) => inside.teamDetails(east.id)), own)
      assert.deepEqual(await look((inside) => inside.teamDetails(west.id)), nothing)
      assert.deepEqual(await look((inside) => inside.teamDetails('x')), nothing)
      assert.deepEqual(await store.look(other.id, (inside) => inside.serviceDetails()), {
        ...nothing,
        name: null,
      })
    })
  })

  describe('closure days', () => {
    it('are set, and what was worked out without them is out of date until it is worked out again', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const [open, closed, outlives] = [
        await aCase(store, id, 'Ames'),
        await aCase(store, id, 'Bond'),
        await aCase(store, id, 'Cray'),
      ]
      const stamp = { version: '2026-01-01', lastEvent: 0 }
      await store.change(id, async (inside) => {
        await inside.writeSchedule(open.id, [anObligation('a')], stamp)
        await inside.writeSchedule(closed.id, [anObligation('b', { state: 'lapsed' })], stamp)
        await inside.writeSchedule(outlives.id, [anObligation('c')], stamp)
        for (const one of [closed, outlives]) await inside.setCase(one.id, { closed: at('2026-03-05T09:00') })
      })
      const outdated = () => store.look(id, (inside) => inside.outdated(10))
      assert.deepEqual(await outdated(), [])
      const closures = [{ day: day('2026-08-28'), name: 'Staff day' }]
      await store.change(id, async (inside) => {
        await inside.setClosures(closures)
        await inside.outdateSchedules()
      })
      assert.deepEqual((await store.look(id, ({ authority }) => authority())).closures, closures)
      assert.deepEqual(await outdated(), [open.id, outlives.id].toSorted())
      assert.equal((await store.look(id, (inside) => inside.outdated(1))).length, 1)
      await store.change(id, ({ noteUpToDate }) => noteUpToDate(open.id))
      assert.deepEqual(await outdated(), [outlives.id])
    })
  })

  describe('the duty rota', () => {
    it('says who is on duty on a day, and forgets who is not', async () => {
      const store = storeOf()
      const { id } = await anAuthority(store)
      const [ana, bo] = await store.change(id, async ({ addUser }) => [
        await addUser({ name: 'Ana', email: 'ana@example.org', memberships: [] }),
        await addUser({ name: 'Bo', email: 'bo@example.org', memberships: [] }),
      ])
      await store.change(id, async ({ setDuty }) => {
        await setDuty(day('2026-03-03'), ana.user)
        await setDuty(day('2026-03-02'), ana.user)
        await setDuty(day('2026-03-04'), bo.user)
        await setDuty(day('2026-03-09'), bo.user)
        await setDuty(day('2026-03-03'), bo.user)
        await setDuty(day('2026-03-04'), null)
      })
      const days = await store.look(id, ({ duty }) => duty(day('2026-03-02'), day('2026-03-08')))
      assert.deepEqual(days, [
        { day: day('2026-03-02'), user: ana.user },
        { day: day('2026-03-03'), user: bo.user },
      ])
    })
  })
}
