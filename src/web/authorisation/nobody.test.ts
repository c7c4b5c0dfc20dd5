import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { StandardRole } from '#casework/access/actor.ts'
import { visitor } from '../testing/visitor.ts'
import { columns, lists, ofNoFamily, ofOneFamily } from './answers.data.ts'
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

  type Whose = { readonly councils: Councils; readonly role: StandardRole }
  /** Each form is sent about a family of its own: somebody's of the team, whom the manager sees. */
  const families: Whose[] = []
  const another = async (): Promise<Whose> => {
    const found = families.pop()
    if (found !== undefined) return found
    const councils = await twoCouncils()
    // The practitioner is whom families are passed to.
    const roles = columns.filter((role) => role !== 'practitioner')
    families.push(...roles.map((role) => ({ councils, role })))
    return another()
  }

  for (const row of whoMay) {
    it(`would be accepted from somebody who may: ${row.url} ${row.with}`, async () => {
      // A date can be moved where something waits for one: where nobody has the family yet.
      const isMove = row.url.includes('move')
      const { councils, role } = isMove
        ? { councils: await twoCouncils(), role: 'manager' as const }
        : await another()
      const { id } = councils.family(role, isMove ? 'restricted to them' : 'own')
      const manager = await councils.as('manager')
      const path = addressOf(councils, row, id)
      await manager.get(path)
      const answer = await manager.send('', fieldsFor(councils, role, row))
      assert.equal(answer.statusCode, 303, answer.body)
      const after = await councils.store.look(councils.authority, ({ caseById }) => caseById(id))
      const was = councils.families.find((one) => one.id === id)
      assert.ok((after?.revision ?? 0) > (was?.revision ?? 0))
    })
  }
})
