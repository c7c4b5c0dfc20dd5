import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { StandardRole } from '#casework/access/actor.ts'
import type { StoredEvent } from '#casework/case/case-record.ts'
import { refer, smallAuthority } from '#casework/fixtures/small-authority.ts'
import type { SmallAuthority } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { postgresSessions } from '#storage/people/sessions.ts'
import { postgresStore } from '#storage/store.ts'
import { testDatabase } from '#storage/test-database.ts'
import { serviceOver } from '#web/testing/small-service.ts'
import type { SmallService } from '#web/testing/small-service.ts'
import { browser, hiddenIn } from './testing/browser.ts'
import type { Browser } from './testing/browser.ts'
import { signIn } from './testing/signed-in.ts'

/** A page that somebody has open, and how they send its form. */
type Open = { readonly page: string; readonly send: (fields: Fields) => Promise<Answer> }
type Fields = Readonly<Record<string, string | readonly string[]>>
type Answer = { readonly status: number; readonly to: string; readonly page: string }

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  to: response.headers.get('location') ?? '',
  page: await response.text(),
})

const open = async (go: Browser, path: string): Promise<Open> => {
  const { page } = await answerOf(await go(path))
  const hidden = hiddenIn(page)
  return { page, send: async (fields) => answerOf(await go(path, { ...hidden, ...fields })) }
}

const on = (day: string, time: string): Fields => ({
  'at-day': day,
  'at-month': '3',
  'at-year': '2026',
  'at-time': time,
})

/** The statuses of several answers, in order. */
const statuses = (answers: readonly Answer[]): readonly number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)

const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value)

const summary = (page: string): string => /error-summary__list[\s\S]*?<\/ul>/.exec(page)?.[0] ?? 'no summary'

/** All of it over a real PostgreSQL and through HTTP. */
describe('two people on one form', () => {
  let place: SmallAuthority
  let service: SmallService
  let address = ''

  before(async () => {
    const { pool } = await testDatabase()
    place = await smallAuthority('nine-steps', '2026-03-02T10:00', () => postgresStore(pool))
    service = await serviceOver(place, postgresSessions(pool), 30)
    address = await service.server.listen({ port: 0, host: '127.0.0.1' })
  })
  after(() => service.server.close())

  const as = async (role: StandardRole, team: 0 | 1 = 0): Promise<Browser> => {
    const go = browser(address)
    await signIn(go, { value: `${place.id}/${place.as(role, team).user}` })
    return go
  }
  const events = async (id: string): Promise<readonly StoredEvent[]> =>
    (await place.store.look(place.id, (all) => all.caseById(id)))?.events ?? []
  const say = async (id: string, type: string, data: Readonly<Record<string, string>>): Promise<void> => {
    const said = [{ type, at: place.deps.clock.now(), data }]
    const key = `${type} ${id}`
    const result = await record(place.deps, place.as('manager'), { caseId: id, key, said, reason: null })
    assert.equal(result.kind, 'recorded')
  }
  let referrals = 0
  const referred = async (): Promise<string> => {
    place.set('2026-03-02T10:00')
    referrals += 1
    const id = await refer(place, '2026-03-02T10:00', `referral ${referrals}`)
    place.set('2026-03-09T17:00')
    return id
  }
  const accepted = async (): Promise<string> => {
    const id = await referred()
    place.set('2026-03-03T09:00')
    await say(id, 'decision.made', { outcome: 'accepted' })
    place.set('2026-03-09T17:00')
    return id
  }

  it('record both, and the second is told what the first has recorded', async () => {
    const id = await accepted()
    const path = `/cases/${id}/record/note.recorded`
    const [first, second] = [
      await open(await as('manager'), path),
      await open(await as('service-manager'), path),
    ]
    const one = await first.send({ ...on('9', '9am'), 'f-kind': 'telephone', 'f-account': 'One account' })
    assert.equal(one.status, 303)
    const go = await as('senior-practitioner')
    const third = await open(go, path)
    const two = await second.send({ ...on('9', '10am'), 'f-kind': 'email', 'f-account': 'Another account' })
    assert.deepEqual([two.status, two.to], [303, `/cases/${id}`])
    await third.send({ ...on('9', '11am'), 'f-kind': 'visit', 'f-account': 'A third' })
    assert.match(await (await go(`/cases/${id}`)).text(), /While you were writing, this was recorded too: /)
    const accounts = (await events(id)).flatMap(({ data }) => data['account'] ?? [])
    assert.deepEqual(accounts, ['One account', 'Another account', 'A third'])
  })

  it('are told of a decision before theirs is recorded, and can still decide', async () => {
    const id = await referred()
    const path = `/cases/${id}/record/decision.made`
    const [first, second] = [
      await open(await as('manager'), path),
      await open(await as('service-manager'), path),
    ]
    const accept = { ...on('3', '9am'), 'f-outcome': 'accepted', 'f-threshold': 'met' }
    const one = await first.send(accept)
    assert.equal(one.status, 303, summary(one.page))
    const two = await second.send({ ...accept, 'f-account': 'In my own words' })
    assert.equal(two.status, 422)
    assert.match(summary(two.page), /manager of East recorded this while you were writing/)
    assert.match(two.page, /In my own words<\/textarea>/)
    assert.equal((await events(id)).filter(({ type }) => type === 'decision.made').length, 1)
    const knowing = await as('service-manager')
    const again = answerOf(
      await knowing(path, {
        ...hiddenIn(two.page),
        ...accept,
        'go-past': 'The first was about another family',
        _csrf: hiddenIn((await open(knowing, path)).page)['_csrf'] ?? '',
      }),
    )
    assert.equal((await again).status, 303, summary((await again).page))
  })

  it('never give a family to two workers without knowing of each other', async () => {
    const id = await accepted()
    const path = `/cases/${id}/allocate`
    const [first, second] = [
      await open(await as('manager'), path),
      await open(await as('service-manager'), path),
    ]
    const [worker, senior] = [place.as('practitioner').user, place.as('senior-practitioner').user]
    const both = await Promise.all([
      first.send({ ...on('9', '9am'), worker }),
      second.send({ ...on('9', '9am'), worker: senior }),
    ])
    assert.deepEqual(statuses(both), [303, 422])
    const [slower, quicker] = both[0].status === 422 ? [both[0], worker] : [both[1], senior]
    assert.match(
      summary(slower.page),
      /recorded this while you were writing: Allocation[^]*Nothing of yours was recorded/i,
    )
    const kept = await place.store.look(place.id, (all) => all.caseById(id))
    assert.equal(kept?.worker, both[0].status === 303 ? worker : senior)
    assert.notEqual(quicker, kept?.worker)
    assert.equal((await events(id)).filter(({ type }) => type === 'case.allocated').length, 1)
  })

  it('never move a date twice without knowing of each other', async () => {
    const id = await accepted()
    await place.store.look(place.id, (all) => all.obligationsOf(id))
    const rules = (await place.store.look(place.id, (all) => all.obligationsOf(id))).filter(
      ({ state }) => state === 'open',
    )
    const rule = rules[0]?.rule ?? ''
    const path = `/cases/${id}/move/${rule}`
    const [first, second] = [
      await open(await as('manager'), path),
      await open(await as('service-manager'), path),
    ]
    const to = (day: string, reason: string): Fields => ({
      'due-day': day,
      'due-month': '4',
      'due-year': '2026',
      'due-time': '10am',
      reason,
    })
    const both = await Promise.all([
      first.send(to('20', 'They are away')),
      second.send(to('27', 'The school asked')),
    ])
    assert.deepEqual(statuses(both), [303, 422], both.map(({ page }) => summary(page)).join())
    const slower = both.find(({ status }) => status === 422)
    assert.match(summary(slower?.page ?? ''), /recorded this while you were writing/)
    assert.match(slower?.page ?? '', /(They are away|The school asked)<\/textarea>/)
    assert.equal((await events(id)).filter(({ type }) => type === 'clock.moved').length, 1)
  })

  it('50 people who save 50 different things of one family at once have saved 50', async () => {
    const id = await accepted()
    const roles: readonly StandardRole[] = ['manager', 'service-manager', 'senior-practitioner']
    const people = await Promise.all(roles.map((role) => as(role)))
    const forms = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        open(people[n % people.length] ?? browser(address), `/cases/${id}/record/note.recorded`),
      ),
    )
    const answers = await Promise.all(
      forms.map(({ send }, n) => send({ ...on('9', '9am'), 'f-kind': 'email', 'f-account': `Number ${n}` })),
    )
    assert.deepEqual(
      new Set(answers.map(({ status, to }) => `${status} ${to}`)),
      new Set([`303 /cases/${id}`]),
    )
    const written = (await events(id)).flatMap(({ data }) => data['account'] ?? [])
    assert.equal(written.length, 50)
    assert.deepEqual(new Set(written), new Set(Array.from({ length: 50 }, (_, n) => `Number ${n}`)))
    const ids = (await events(id)).map((one) => one.id)
    assert.deepEqual(
      ids,
      Array.from({ length: ids.length }, (_, n) => `e${n + 1}`),
    )
  })

  describe('one who clicks twice', () => {
    const fields: Fields = { ...on('9', '9am'), 'f-kind': 'email', 'f-account': 'Clicked twice' }

    it('has recorded once, and is led to the same place by both', async () => {
      const id = await accepted()
      const { send } = await open(await as('manager'), `/cases/${id}/record/note.recorded`)
      const answers = await Promise.all([send(fields), send(fields), send(fields)])
      assert.deepEqual(
        answers.map(({ status, to }) => [status, to]),
        times(3, [303, `/cases/${id}`]),
      )
      assert.equal((await events(id)).filter(({ type }) => type === 'note.recorded').length, 1)
    })

    it('has decided once, and is not told of their own decision', async () => {
      const id = await referred()
      const { send } = await open(await as('manager'), `/cases/${id}/record/decision.made`)
      const accept = { ...on('3', '9am'), 'f-outcome': 'accepted', 'f-threshold': 'met' }
      const answers = await Promise.all(Array.from({ length: 6 }, () => send(accept)))
      assert.deepEqual(
        answers.map(({ status, to }) => [status, to]),
        times(6, [303, `/cases/${id}`]),
      )
      assert.equal((await events(id)).filter(({ type }) => type === 'decision.made').length, 1)
    })

    it('has passed a family on once', async () => {
      const id = await accepted()
      const give = await open(await as('manager'), `/cases/${id}/allocate`)
      const worker = place.as('practitioner').user
      const given = await Promise.all([
        give.send({ ...on('9', '9am'), worker }),
        give.send({ ...on('9', '9am'), worker }),
      ])
      assert.deepEqual(
        given.map(({ status, to }) => [status, to]),
        times(2, [303, `/cases/${id}`]),
      )
      const pass = await open(await as('manager'), `/cases/${id}/transfer`)
      const to = { ...on('9', '10am'), worker: place.as('senior-practitioner').user }
      const first = await pass.send(to)
      const second = await pass.send(to)
      assert.deepEqual([first.status, first.to], [303, `/cases/${id}`], summary(first.page))
      assert.deepEqual([second.status, second.to], [303, `/cases/${id}`], summary(second.page))
      assert.deepEqual(
        (await events(id))
          .map(({ type }) => type)
          .filter((type) => /^case\.(allocated|transferred)$/.test(type)),
        ['case.allocated', 'case.transferred'],
      )
    })

    it('has taken in one referral', async () => {
      const go = await as('manager')
      const { send } = await open(go, '/referrals/new')
      const all = {
        ...on('9', '9am'),
        family: 'Twice',
        team: place.teams[0].id,
        'person-1-name': 'Tam Twice',
        'person-1-role': 'child',
        'f-route': 'hub',
        'f-form': 'MARF',
        'f-consent': 'yes',
      }
      const answers = await Promise.all([send(all), send(all)])
      assert.deepEqual(
        answers.map(({ status }) => status),
        [303, 303],
        summary(answers[0].page),
      )
      assert.equal(answers[0].to, answers[1].to)
      assert.match(answers[0].to, /^\/cases\//)
    })
  })

  describe('one who has a form open in two tabs', () => {
    const note = (account: string): Fields => ({ ...on('9', '9am'), 'f-kind': 'email', 'f-account': account })
    const save = async (go: Browser, page: string, account: string): Promise<void> => {
      const hidden = hiddenIn(page)
      const name = encodeURIComponent(hidden['_form'] ?? '')
      assert.equal((await go(`/drafts/${name}`, { ...hidden, ...note(account) })).status, 303)
    }
    const draftsIn = async (go: Browser, id: string): Promise<readonly string[]> => {
      const { page } = await answerOf(await go('/my-work'))
      const links = [...page.matchAll(/href="([^"]*note\.recorded[^"]*)"/g)].map(([, href = '']) => href)
      return links.filter((href) => href.includes(id)).map((href) => href.replaceAll('&amp;', '&'))
    }

    it('loses neither draft, and recording in one leaves the other', async () => {
      const id = await accepted()
      const path = `/cases/${id}/record/note.recorded`
      const go = await as('manager')
      const [first, second] = [await open(go, path), await open(go, path)]
      place.set('2026-03-09T17:01')
      await save(go, first.page, 'Typed in the first tab')
      place.set('2026-03-09T17:02')
      await save(go, second.page, 'Typed in the second tab')
      place.set('2026-03-09T17:03')
      await save(go, second.page, 'Typed on in the second tab')

      const links = await draftsIn(go, id)
      assert.equal(links.length, 2, links.join())
      const kept = await Promise.all(links.map((link) => open(go, link)))
      const texts = kept.map(({ page }) => /(Typed [a-z ]*)<\/textarea>/.exec(page)?.[1])
      assert.deepEqual(new Set(texts), new Set(['Typed in the first tab', 'Typed on in the second tab']))

      assert.equal((await first.send(note('Typed in the first tab'))).status, 303)
      assert.deepEqual(await draftsIn(go, id), [path])
      assert.match((await open(go, path)).page, /Typed on in the second tab<\/textarea>/)
      assert.equal((await second.send(note('Typed on in the second tab'))).status, 303)
      assert.doesNotMatch((await open(go, path)).page, /This is your draft/)
      const accounts = (await events(id)).flatMap(({ data }) => data['account'] ?? [])
      assert.deepEqual(accounts, ['Typed in the first tab', 'Typed on in the second tab'])
    })

    it('throws the draft away that was recorded, though another page had saved it before', async () => {
      const id = await accepted()
      const path = `/cases/${id}/record/note.recorded`
      const go = await as('manager')
      await save(go, (await open(go, path)).page, 'Half written')
      place.set('2026-03-09T17:01')
      const back = await open(go, path)
      assert.match(back.page, /Half written<\/textarea>/)
      assert.equal((await back.send(note('Whole'))).status, 303)
      assert.deepEqual(await draftsIn(go, id), [])
    })
  })

  describe('a session that ends in the middle of a form', () => {
    const typed = { ...on('9', '9am'), 'f-kind': 'email', 'f-account': 'Half written' }

    it('loses nothing for the one who typed, and shows nothing to another', async () => {
      const id = await accepted()
      const path = `/cases/${id}/record/note.recorded`
      const go = await as('manager')
      const { page, send } = await open(go, path)
      place.set('2026-03-09T18:00')
      const refused = await send(typed)
      assert.equal(refused.status, 303)
      assert.match(refused.to, /^\/sign-in\?why=kept&next=%2Fcases%2F/)
      assert.equal((await events(id)).filter(({ type }) => type === 'note.recorded').length, 0)
      assert.match(await (await go(refused.to)).text(), /What you typed is kept as a draft/)

      const other = await as('service-manager')
      assert.doesNotMatch((await open(other, path)).page, /Half written/)
      // In the very browser in which it was typed, too.
      await signIn(go, { value: `${place.id}/${place.as('service-manager').user}` }, path)
      assert.doesNotMatch((await open(go, path)).page, /Half written/)

      const again = browser(address)
      assert.equal(await signIn(again, { value: `${place.id}/${place.as('manager').user}` }, path), path)
      const back = await open(again, path)
      assert.match(back.page, /This is your draft/)
      assert.match(back.page, /Half written<\/textarea>/)
      assert.notEqual(hiddenIn(back.page)['_csrf'], hiddenIn(page)['_csrf'])
      const done = await back.send(typed)
      assert.deepEqual([done.status, done.to], [303, `/cases/${id}`])
      assert.deepEqual(
        (await events(id)).flatMap(({ data }) => data['account'] ?? []),
        ['Half written'],
      )
      assert.doesNotMatch((await open(again, path)).page, /This is your draft/)
    })

    it('takes the form of nobody else afterwards', async () => {
      const id = await accepted()
      const path = `/cases/${id}/record/note.recorded`
      const go = await as('manager')
      const { send } = await open(go, path)
      place.set('2026-03-09T18:00')
      await signIn(go, { value: `${place.id}/${place.as('service-manager').user}` })
      assert.equal((await send(typed)).status, 403)
      assert.equal((await events(id)).filter(({ type }) => type === 'note.recorded').length, 0)
    })

    it('keeps what was typed on a form that has no drafts of its own', async () => {
      const id = await accepted()
      const rules = (await place.store.look(place.id, (all) => all.obligationsOf(id))).filter(
        ({ state }) => state === 'open',
      )
      const path = `/cases/${id}/move/${rules[0]?.rule ?? ''}`
      const { send } = await open(await as('manager'), path)
      place.set('2026-03-09T18:00')
      const move = {
        'due-day': '20',
        'due-month': '4',
        'due-year': '2026',
        'due-time': '10am',
        reason: 'They are away',
      }
      assert.match((await send(move)).to, /^\/sign-in\?why=kept/)
      const back = await open(await as('manager'), path)
      assert.match(back.page, /They are away<\/textarea>/)
      assert.equal((await back.send(move)).status, 303)
      assert.doesNotMatch((await open(await as('manager'), path)).page, /They are away<\/textarea>/)
    })
  })
})
