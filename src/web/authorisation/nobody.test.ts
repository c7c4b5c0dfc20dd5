import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { visitor } from '../testing/visitor.ts'
import { lists, ofNoFamily, ofOneFamily } from './answers.data.ts'
import { rowsOf } from './read-table.ts'
import { addressOf, fieldsFor } from './requests.ts'
import type { Councils } from './two-councils.ts'
import { twoCouncils, wordsOf } from './two-councils.ts'

/** What answers before somebody has signed in. */
const open = [
  'GET /health',
  'GET /ready',
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-in/link/:token',
  'GET /sign-in/link/:token/codes',
  'GET /sign-in/provider',
  'GET /sign-in/provider/back',
  'GET /sign-in/forgotten-password',
]

describe('somebody who is not signed in', () => {
  let councils: Councils
  before(async () => {
    councils = await twoCouncils()
  })

  it('is led to signing in from every route, and reads no word of a family', async () => {
    const nobody = visitor(councils.server)
    for (const row of [...rowsOf(ofOneFamily), ...rowsOf(lists), ...rowsOf(ofNoFamily)]) {
      const name = `${row.method} ${row.url}`
      const address = addressOf(councils, row, councils.family('manager', 'own').id)
      const fields = fieldsFor(councils, 'manager', row)
      const { statusCode, headers, body } = await (row.method === 'GET'
        ? nobody.get(address)
        : nobody.post(address, fields))
      if (!open.includes(name)) {
        const isLed = statusCode === 303 && String(headers.location).startsWith('/sign-in')
        assert.ok(isLed || statusCode === 403 || statusCode === 401, `${name}: ${statusCode}`)
      }
      for (const one of councils.families)
        for (const word of wordsOf(one)) assert.ok(!body.includes(word), `${name} tells nobody “${word}”`)
    }
  })
})

describe('the forms of the tables', () => {
  const whoMay = rowsOf(ofOneFamily).filter(
    (row) => row.method === 'POST' && row.url.startsWith('/cases/') && row.marks('manager').startsWith('oo'),
  )

  for (const row of whoMay) {
    it(`would be accepted from somebody who may: ${row.url} ${row.with}`, async () => {
      const councils = await twoCouncils()
      const manager = await councils.as('manager')
      const { id } = councils.family('manager', row.url.includes('move') ? 'restricted to them' : 'own')
      const path = addressOf(councils, row, id)
      await manager.get(path)
      const answer = await manager.send('', fieldsFor(councils, 'manager', row))
      assert.equal(answer.statusCode, 303, answer.body)
      const after = await councils.store.look(councils.authority, ({ caseById }) => caseById(id))
      const was = councils.families.find((one) => one.id === id)
      assert.ok((after?.revision ?? 0) > (was?.revision ?? 0))
    })
  }
})
