import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { visitor } from '../testing/visitor.ts'
import type { Visitor } from '../testing/visitor.ts'
import { lists, ofNoFamily, ofOneFamily } from './answers.data.ts'
import { rowsOf } from './read-table.ts'
import { addressOf, addressWithin, fieldsFor } from './requests.ts'
import type { Councils } from './two-councils.ts'
import { twoCouncils } from './two-councils.ts'

const tokenIn = (body: string): string => /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''

const posts = [...rowsOf(ofOneFamily), ...rowsOf(lists), ...rowsOf(ofNoFamily)].filter(
  ({ method }) => method === 'POST',
)

describe('a form that somebody else has made up', () => {
  let councils: Councils
  let manager: Visitor
  const tokens: Record<string, string> = {}
  before(async () => {
    councils = await twoCouncils()
    manager = await councils.as('manager')
    await manager.get('/families')
    const worker = await councils.as('practitioner')
    tokens['no token'] = ''
    tokens['a token of another person'] = tokenIn((await worker.get('/families')).body)
    tokens['a token of somebody who is not signed in'] = tokenIn(
      (await visitor(councils.server).get('/sign-in')).body,
    )
  })

  it('is refused at every address that changes something, whoever opens it', async () => {
    assert.ok(posts.length > 30)
    const family = councils.family('manager', 'own')
    for (const row of posts) {
      const path = row.url.startsWith('/cases/')
        ? addressOf(councils, row, family.id)
        : addressWithin(councils, row, 'record:x')
      const fields = fieldsFor(councils, 'manager', row)
      for (const [what, _csrf] of Object.entries(tokens)) {
        const { statusCode, body } = await manager.post(path, { ...fields, _csrf })
        assert.equal(statusCode, 403, `POST ${row.url} with ${what}`)
        assert.match(body, /This page has been open too long/, `POST ${row.url} with ${what}`)
      }
    }
    const after = await councils.store.look(councils.authority, (all) => all.caseById(family.id))
    assert.equal(after?.revision, family.revision)
  })
})
