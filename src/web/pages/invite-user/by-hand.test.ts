import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { problemsIn } from '../../testing/problems-in.ts'
import { smallService } from '../../testing/small-service.ts'
import { realService } from '../../testing/real-service.ts'
import { visitor } from '../../testing/visitor.ts'
import { words } from '../../testing/words.ts'

const ana = {
  name: 'Ana Reed',
  email: 'ana.reed@example.org',
  'role-1-role': 'manager',
  'role-1-team': 'everywhere',
}

const linkIn = (body: string): string => /\/sign-in\/link\/[\w-]+/.exec(body)?.[0] ?? ''

const withAdministrator = async (letters: boolean) => {
  const service = await realService(['South Sands'], { letters })
  const { who } = await service.settled('admin@example.org', 'administrator')
  return { service, who }
}

describe('an invitation in a demonstration', () => {
  it('is none: nothing is promised, and it is said how to be that person', async () => {
    const who = await (await smallService()).as('administrator')
    const page = (await who.get('/administration/users/invite')).body
    assert.match(words(page), /Nothing is sent to it in a demonstration/)
    assert.doesNotMatch(words(page), /no team yet|you are shown the way in/)
    const next = String((await who.send('', ana, page)).headers.location)
    assert.match(words((await who.get(next)).body), /to be them, sign out and choose their name/)
  })
})

describe('an invitation where no mail is sent', () => {
  it('is shown once, to be handed over, and that it was shown is on record', async () => {
    const { service, who } = await withAdministrator(false)
    const page = (await who.get('/administration/users/invite')).body
    assert.match(words(page), /This service sends no email: you are shown the way in/)
    assert.match(words(page), /There is no team yet\. Add a team first for those who work in one\./)
    assert.deepEqual(await problemsIn(page), [])
    const shown = await who.send('', ana, page)
    assert.equal(shown.statusCode, 200)
    assert.deepEqual(await problemsIn(shown.body), [])
    assert.match(words(shown.body), /Whoever opens this address can sign in as Ana Reed\./)
    assert.equal(shown.headers['cache-control'], 'no-store')
    assert.equal((await visitor(service.server).get(linkIn(shown.body))).statusCode, 200)
    const twice = await who.send('', ana, page)
    assert.equal(twice.statusCode, 303)
    assert.match(String(twice.headers.location), /^\/administration\/users\/[0-9a-f-]{36}$/)
    const own = await who.get(String(twice.headers.location))
    assert.match(
      words(own.body),
      /They were invited before\. If you did not see their way in, make a new one here/,
    )
    assert.equal(linkIn(own.body), '')
    const history = words((await who.get('/administration/history')).body)
    assert.match(history, /User 1 Was shown the way in of Ana Reed/)
    assert.ok(service.lines.every((line) => !line.includes(linkIn(shown.body))))
  })

  it('is made anew on the user’s page, and the first is of no use then', async () => {
    const { service, who } = await withAdministrator(false)
    await who.get('/administration/users/invite')
    const first = linkIn((await who.send('', ana)).body)
    const list = (await who.get('/administration/users')).body
    const path = /href="(\/administration\/users\/[0-9a-f-]{36})">Ana Reed/.exec(list)?.[1] ?? ''
    await who.get(path)
    const again = await who.send(`${path}/invite-again`)
    const second = linkIn(again.body)
    assert.notEqual(second, '')
    assert.notEqual(second, first)
    const anybody = visitor(service.server)
    assert.equal((await anybody.get(first)).statusCode, 404)
    assert.equal((await anybody.get(second)).statusCode, 200)
  })

  it('goes by email and is shown to nobody where mail is sent', async () => {
    const { service, who } = await withAdministrator(true)
    await who.get('/administration/users/invite')
    const sent = await who.send('', ana)
    assert.equal(sent.statusCode, 303)
    assert.equal(linkIn((await who.get('/administration/users')).body), '')
    assert.ok((await service.letters()).some(({ body }) => body.includes('Ana Reed')))
  })
})
