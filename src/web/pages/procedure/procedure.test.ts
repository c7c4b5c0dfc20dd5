import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { smallService } from '../../testing/small-service.ts'
import { words } from '../../testing/words.ts'

describe('the written procedure', () => {
  it('can be read by everybody, with its contents, its clauses and its map in words', async () => {
    const service = await smallService()
    for (const role of ['practitioner', 'administrator', 'practice-lead'] as const) {
      const { statusCode, body } = await (await service.as(role)).get('/procedure')
      const said = words(body)
      assert.equal(statusCode, 200)
      assert.match(said, /In force since Thursday 1 January 2026 Early Help in nine steps/)
      assert.match(body, /<a class="govuk-link" href="#NS-5-1">NS-5.1 First home visit<\/a>/)
      assert.match(body, /id="NS-5-1"/)
      assert.match(said, /Workflow map in 2 lanes: Manager, Practitioner/)
    }
  })

  it('has its map as a picture with no styles or scripts of its own', async () => {
    const service = await smallService()
    const reader = await service.as('practitioner')
    const { headers, body } = await reader.get('/procedure/map.svg')
    assert.match(String(headers['content-type']), /^image\/svg\+xml/)
    assert.match(body, /^<svg /)
    assert.match(body, /Home visit/)
    assert.doesNotMatch(body, /<style|style="|<script/)
  })

  it('is read by nobody who has not signed in', async () => {
    const { server } = await smallService()
    for (const url of ['/procedure', '/procedure/map.svg'])
      assert.equal((await server.inject({ method: 'GET', url })).statusCode, 303)
  })
})
