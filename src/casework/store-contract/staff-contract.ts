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
      assert.deepEqual(await store.look(id, ({ openFamilies }) => openFamilies()), new Map([[user, 2]]))
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
