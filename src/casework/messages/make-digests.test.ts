import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { makeDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import type { StandardRole } from '../access/actor.ts'
import { moment, refer, smallAuthority } from '../fixtures/small-authority.ts'
import type { SmallAuthority } from '../fixtures/small-authority.ts'
import type { Message } from './message.ts'
import type { ObligationRow } from '../schedule/obligation-row.ts'
import type { Authority } from '../ports.ts'
import { anObligation } from '../store-contract/given.ts'
import { makeDigests } from './make-digests.ts'
import type { PostDeps } from './post.ts'

const links = { myWork: 'https://alongside.example.org/my-work', family: (id: string) => id }
const friday = makeDay(2026, 3, 6)

describe('the digests of a day', () => {
  let place: SmallAuthority
  let authority: Authority
  let deps: PostDeps

  beforeEach(async () => {
    place = await smallAuthority()
    authority = await place.store.look(place.id, (store) => store.authority())
    deps = { ...place.deps, post: null, links }
    place.set('2026-03-06T08:00')
  })

  const dueOn = (day: string, next: string, more: Partial<ObligationRow> = {}): ObligationRow =>
    anObligation(`${day} ${more.title ?? ''}`, {
      due: day,
      overdueFrom: moment(`${next}T00:00`),
      opensAt: moment('2026-03-02T10:00'),
      ...more,
    })

  const family = async (
    worker: readonly [StandardRole, 0 | 1] | null,
    rows: readonly ObligationRow[],
    restrictedTo: readonly string[] | null = null,
  ): Promise<void> => {
    const key = `${Math.trunc(performance.now() * 1000)}`
    const id = await refer(place, '2026-03-02T09:00', key)
    await place.store.change(place.id, async (store) => {
      await store.setCase(id, { worker: worker === null ? null : place.as(...worker).user, restrictedTo })
      await store.writeSchedule(id, rows, { version: '2026-01-01', lastEvent: 1 })
    })
  }

  const make = async (day: Day = friday): Promise<readonly Message[]> => {
    await makeDigests(deps, authority, day)
    const found = await place.store.look(place.id, (store) =>
      store.messages({ state: null, about: null, to: 'anybody', before: null, limit: 100 }),
    )
    return found.filter(({ kind }) => kind === 'digest')
  }
  const to = (made: readonly Message[], role: StandardRole, team: 0 | 1 = 0): Message | undefined =>
    made.find((one) => one.to.kind === 'user' && one.to.user === place.as(role, team).user)

  it('say to a worker what of theirs is overdue and due today, by reference and date, and where to see it', async () => {
    await family(
      ['practitioner', 0],
      [
        dueOn('2026-03-03', '2026-03-04', { title: 'First home visit' }),
        dueOn('2026-03-05', '2026-03-06', { title: 'Read the history' }),
        dueOn('2026-03-06', '2026-03-07', { title: 'Agree the meeting' }),
        dueOn('2026-03-09', '2026-03-10', { title: 'On Monday' }),
        dueOn('2026-03-06T12:00+00:00', '2026-03-07', {
          title: 'Telephone',
          overdueFrom: moment('2026-03-06T12:00'),
        }),
        dueOn('2026-03-06T07:00+00:00', '2026-03-07', {
          title: 'Call back',
          overdueFrom: moment('2026-03-06T07:00'),
        }),
      ],
    )
    const digest = to(await make(), 'practitioner')
    assert.equal(digest?.subject, 'Your work: 3 overdue, 2 due today')
    assert.equal(
      digest?.body,
      `Friday 6 March 2026

Overdue: 3
- NS-0001: First home visit, was due Tuesday 3 March 2026
- NS-0001: Read the history, was due Thursday 5 March 2026
- NS-0001: Call back, was due Friday 6 March 2026 at 7:00am

Due today: 2
- NS-0001: Telephone, due Friday 6 March 2026 at 12:00pm (midday)
- NS-0001: Agree the meeting, due Friday 6 March 2026

All of it, with the families’ names: https://alongside.example.org/my-work`,
    )
    assert.equal(digest?.at, moment('2026-03-06T08:00'))
  })

  it('say to a manager what is overdue in the team, whose families it is about, and not the team beside', async () => {
    await family(['practitioner', 0], [dueOn('2026-03-03', '2026-03-04'), dueOn('2026-03-04', '2026-03-05')])
    await family(null, [dueOn('2026-03-02', '2026-03-03'), dueOn('2026-03-06', '2026-03-07')])
    await family(
      ['practitioner', 0],
      [dueOn('2026-03-05', '2026-03-06', { owner: 'manager', title: 'Allocate' })],
    )
    const made = await make()
    assert.equal(
      to(made, 'manager')?.body,
      `Friday 6 March 2026

Overdue: 1
- NS-0003: Allocate, was due Thursday 5 March 2026

Overdue in your team, for others to do: 3
- practitioner of East’s families: 2
- families without a worker: 1

The longest overdue of these
- NS-0002: Visit the family, was due Monday 2 March 2026
- NS-0001: Visit the family, was due Tuesday 3 March 2026
- NS-0001: Visit the family, was due Wednesday 4 March 2026

All of it, with the families’ names: https://alongside.example.org/my-work`,
    )
    assert.equal(to(made, 'manager')?.subject, 'Your work: 1 overdue, 3 overdue in your team')
    assert.equal(to(made, 'manager', 1), undefined)
    assert.equal(to(made, 'administrator'), undefined)
  })

  it('name nobody of a family, and no restricted family even by its reference', async () => {
    await family(['practitioner', 0], [dueOn('2026-03-03', '2026-03-04')])
    const named = [place.as('practitioner').user]
    await family(['practitioner', 0], [dueOn('2026-03-04', '2026-03-05')], named)
    const made = await make()
    const own = to(made, 'practitioner')
    assert.equal(own?.subject, 'Your work: 2 overdue')
    assert.match(own?.body ?? '', /Overdue: 2\n- NS-0001: .*\n- and 1 for a restricted family\n/)
    assert.equal(to(made, 'manager')?.subject, 'Your work: 1 overdue in your team')
    for (const { subject, body } of made) assert.doesNotMatch(subject + body, /Example|Ada|Ben|Mo |NS-0002/)
  })

  it('say to who answers for them which referrals are in no team, and to nobody else', async () => {
    await family(null, [])
    await place.store.change(place.id, async (store) => {
      const [one] = await store.cases({ reach: 'all', open: true, limit: 1, offset: 0 })
      await store.setCase(one?.id ?? '', { team: null })
      await store.setDuty(friday, place.as('manager', 1).user)
    })
    const made = await make()
    const digest = to(made, 'manager', 1)
    assert.equal(digest?.subject, 'Your work: 1 in no team')
    assert.equal(
      digest?.body,
      `Friday 6 March 2026

Referrals in no team: 1
- NS-0001, since Monday 2 March 2026

All of it, with the families’ names: https://alongside.example.org/my-work`,
    )
    assert.equal(to(made, 'manager', 0), undefined)
    assert.equal(to(made, 'practitioner', 1), undefined)
    assert.equal(to(made, 'duty-manager', 0)?.subject, 'Your work: 1 in no team')
  })

  it('count a restricted referral in no team and do not name it', async () => {
    await family(null, [], [place.as('service-manager').user])
    await place.store.change(place.id, async (store) => {
      const [one] = await store.cases({ reach: 'all', open: true, limit: 1, offset: 0 })
      await store.setCase(one?.id ?? '', { team: null })
    })
    const made = await make()
    assert.equal(made.length, 1)
    assert.match(
      to(made, 'service-manager')?.body ?? '',
      /Referrals in no team: 1\n- and 1 for a restricted family\n/,
    )
  })

  it('go to nobody for whom nothing is late or due', async () => {
    await family(['practitioner', 0], [dueOn('2026-03-09', '2026-03-10')])
    assert.deepEqual(await make(), [])
  })

  it('go to nobody who no longer uses the service', async () => {
    await family(['practitioner', 0], [dueOn('2026-03-03', '2026-03-04')])
    const { name, memberships, user } = place.as('practitioner')
    await place.store.change(place.id, (store) =>
      store.changeUser(user, { name, memberships, active: false, phone: null }),
    )
    const made = await make()
    assert.equal(to(made, 'practitioner'), undefined)
    assert.equal(to(made, 'manager')?.subject, 'Your work: 1 overdue in your team')
  })

  it('are made once, though several workers make them at the same time and others come later', async () => {
    await family(['practitioner', 0], [dueOn('2026-03-03', '2026-03-04')])
    const made = await Promise.all([1, 2, 3].map(() => makeDigests(deps, authority, friday)))
    assert.equal(made.filter((wasMade) => wasMade).length, 1)
    place.set('2026-03-06T15:00')
    assert.equal(await makeDigests(deps, authority, friday), false)
    assert.equal((await make()).length, 2)
    assert.equal((await make(makeDay(2026, 3, 9))).length, 4)
  })

  it('are cut where a list becomes too long to be read', async () => {
    const rows = Array.from({ length: 18 }, (_, i) =>
      dueOn('2026-03-03', '2026-03-04', { title: `Visit ${i}` }),
    )
    await family(['practitioner', 0], rows)
    const lines = to(await make(), 'practitioner')?.body.split('\n') ?? []
    assert.equal(lines.filter((line) => line.startsWith('- NS-')).length, 15)
    assert.ok(lines.includes('Overdue: 18') && lines.includes('- and 3 more'))
  })
})
