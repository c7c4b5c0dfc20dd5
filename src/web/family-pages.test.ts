import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StandardRole } from '#casework/access/actor.ts'
import { knownFamily } from './testing/known-family.ts'
import { problemsIn } from './testing/problems-in.ts'

const kilobyte = 1024

const parts = ['', '/timeline', '/people', '/procedure', '/audit'] as const

const family = await knownFamily()

const own = (part: string): string => `/cases/${family.id}${part}`

describe('the pages of a family', () => {
  it('are valid, have one main heading, are light, and name nobody in their titles', async () => {
    const manager = await family.as('manager')
    const pages = [...parts.map(own), own('/procedure?show=open'), '/my-work', '/procedure']
    for (const page of pages) {
      const { statusCode, body } = await manager.get(page)
      assert.equal(statusCode, 200, page)
      assert.deepEqual(await problemsIn(body), [], page)
      assert.equal(body.match(/<h1/g)?.length, 1, page)
      assert.ok(body.length < 60 * kilobyte, `${page} has ${body.length} characters`)
      assert.doesNotMatch(/<title>(.*?)<\/title>/.exec(body)?.[1] ?? 'Marlow', /Marlow|Ada|Ben|Mo\b/, page)
    }
  })

  it('show nothing that is inline, which the browser would refuse', async () => {
    const manager = await family.as('manager')
    for (const page of [...parts.map(own), '/my-work', '/procedure']) {
      const { body } = await manager.get(page)
      assert.doesNotMatch(body, / style="|<style|<script>/, page)
    }
  })

  it('are there for those who work with the family, and for others there is no such family', async () => {
    const may: readonly (readonly [StandardRole, 0 | 1, boolean])[] = [
      ['practitioner', 0, true],
      ['manager', 0, true],
      ['service-manager', 1, true],
      ['quality-lead', 1, true],
      ['practitioner', 1, false],
      ['manager', 1, false],
      ['partner', 0, false],
      ['practice-lead', 0, false],
      ['administrator', 0, false],
    ]
    for (const [role, team, isSeen] of may) {
      const somebody = await family.as(role, team)
      for (const part of ['', '/timeline', '/people', '/procedure']) {
        const { statusCode, body } = await somebody.get(own(part))
        assert.equal(statusCode, isSeen ? 200 : 404, `${role} of team ${team}: ${part}`)
        if (!isSeen) assert.doesNotMatch(body, /Marlow|NS-0001/, `${role} of team ${team}: ${part}`)
      }
    }
  })

  it('show who saw a record only to managers and those who audit', async () => {
    const may: readonly (readonly [StandardRole, boolean])[] = [
      ['manager', true],
      ['service-manager', true],
      ['quality-lead', true],
      ['practitioner', false],
      ['administrator', false],
    ]
    for (const [role, isSeen] of may) {
      const somebody = await family.as(role)
      assert.equal((await somebody.get(own('/audit'))).statusCode, isSeen ? 200 : 404, role)
    }
    const worker = await family.as('practitioner')
    assert.doesNotMatch((await worker.get(own(''))).body, />History</)
  })

  it('of a restricted family are there for nobody but those it names', async () => {
    const one = await knownFamily()
    const named = one.place.as('practitioner').user
    await one.place.store.change(one.place.id, (all) => all.setCase(one.id, { restrictedTo: [named] }))
    const worker = await one.as('practitioner')
    const manager = await one.as('manager')
    for (const part of ['', '/timeline', '/people', '/procedure']) {
      assert.equal((await worker.get(`/cases/${one.id}${part}`)).statusCode, 200, part)
      assert.equal((await manager.get(`/cases/${one.id}${part}`)).statusCode, 404, part)
    }
    assert.match((await worker.get('/my-work')).body, /Marlow/)
    assert.doesNotMatch((await manager.get('/my-work')).body, /Marlow/)
  })
})
