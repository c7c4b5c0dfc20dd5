import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import type { StandardRole } from '#casework/access/actor.ts'
import { standardRoles } from '#casework/access/actor.ts'
import type { CaseRecord } from '#casework/case/case-record.ts'
import { may } from '#casework/access/may.ts'
import type { Visitor } from '../testing/visitor.ts'
import { visitor } from '../testing/visitor.ts'
import { columns, kinds, lists, ofNoFamily, ofOneFamily } from './answers.data.ts'
import type { Row } from './read-table.ts'
import { rowsOf } from './read-table.ts'
import type { Fields } from './requests.ts'
import { addressOf, addressWithin, fieldsFor, searchFor } from './requests.ts'
import type { Councils } from './two-councils.ts'
import { twoCouncils, wordsOf } from './two-councils.ts'

const nowhere = '99999999-9999-4999-8999-999999999999'

const tables = { ofOneFamily: rowsOf(ofOneFamily), lists: rowsOf(lists), ofNoFamily: rowsOf(ofNoFamily) }

const nameOf = (row: Row): string => [row.method, row.url, row.with].join(' ').trim()

const markOf = ({ statusCode }: LightMyRequestResponse): string => {
  if (statusCode === 403) return 'x'
  if (statusCode === 404) return '.'
  return [200, 204, 302, 303, 422].includes(statusCode) ? 'o' : `status ${statusCode}`
}

/** A page without what differs from one showing of it to the next. */
const lasting = (body: string): string => body.replaceAll(/name="_(csrf|key|page)" value="[^"]*"/g, '')

const tokenIn = (body: string): string => /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? ''

/** Everything that an answer tells whoever asked: its page, where it leads to, its cookies. */
const toldBy = ({ body, headers }: LightMyRequestResponse): string => `${JSON.stringify(headers)}\n${body}`

describe('every route for every role', () => {
  let councils: Councils
  const visitors = new Map<StandardRole, { readonly who: Visitor; readonly token: string }>()
  before(async () => {
    councils = await twoCouncils()
    for (const role of standardRoles) {
      const who = await councils.as(role)
      visitors.set(role, { who, token: tokenIn((await who.get('/procedure')).body) })
    }
  })

  const ask = async (
    role: StandardRole,
    row: Pick<Row, 'method'>,
    address: string,
    fields: Fields,
  ): Promise<LightMyRequestResponse> => {
    const { who, token } = visitors.get(role) as { readonly who: Visitor; readonly token: string }
    // What is said of something done before would make one answer differ from the next.
    who.cookies.delete('alongside-notice')
    return row.method === 'GET' ? who.get(address) : who.post(address, { _csrf: token, ...fields })
  }

  const signIn = async ({ url }: Pick<Row, 'url'>, fields: Fields): Promise<LightMyRequestResponse> => {
    const nobody = visitor(councils.server)
    const token = tokenIn((await nobody.get('/sign-in')).body)
    return nobody.post(url, { _csrf: token, ...fields })
  }

  /**
   * No answer may have a word of a family that whoever asked may not see, but for those that they sent themselves; nor a
   * protected address, but for those whom a restricted family names.
   */
  const tellsNothing = (role: StandardRole, answer: LightMyRequestResponse, sent = ''): void => {
    const said = toldBy(answer)
    const hidden = councils.families.filter((one) => !may.seeCase(councils.actor(role), one))
    assert.ok(hidden.length > 0)
    for (const word of hidden.flatMap(wordsOf))
      if (!sent.includes(word)) assert.ok(!said.includes(word), `${role} reads “${word}”`)
    for (const one of councils.families)
      if (one.restrictedTo?.includes(councils.actor(role).user) !== true)
        for (const { address, addressProtected } of one.people)
          assert.ok(!addressProtected || address === null || !said.includes(address), `${role}: “${address}”`)
  }

  const asKept = (one: CaseRecord): Promise<CaseRecord | null> =>
    councils.store.look(one.authority, ({ caseById }) => caseById(one.id))

  it('has a row in a table, and no row is of a route that there is not', () => {
    const all = Object.values(tables).flat()
    const routes = new Set(councils.routes.map(({ method, url }) => `${method} ${url}`))
    const rows = new Set(all.map(({ method, url }) => `${method} ${url}`))
    assert.deepEqual(
      [...routes].filter((route) => !rows.has(route)),
      [],
      'add a row to answers.data.ts for each of these routes',
    )
    assert.deepEqual(
      [...rows].filter((row) => !routes.has(row)),
      [],
      'take these rows out of answers.data.ts: there is no such route',
    )
    assert.deepEqual([...columns].toSorted(), [...standardRoles].toSorted())
  })

  for (const row of tables.ofOneFamily) {
    it(nameOf(row), async () => {
      for (const role of columns) {
        const fields = fieldsFor(councils, role, row)
        const none = await ask(role, row, addressOf(councils, row, nowhere), fields)
        assert.equal(none.statusCode, 404, 'a family that there is none of')
        let marks = ''
        for (const [i, kind] of kinds.entries()) {
          const one = councils.family(role, kind)
          const was = await asKept(one)
          // Whoever may sends an empty form, so that nothing changes from one cell to the next.
          const sent = row.marks(role).charAt(i) === 'o' ? {} : fields
          const answer = await ask(role, row, addressOf(councils, row, one.id), sent)
          const mark = markOf(answer)
          marks += mark
          tellsNothing(role, answer)
          if (mark === 'o') continue
          assert.deepEqual(await asKept(one), was, `${role} has changed a family ${kind}`)
          const said = toldBy(answer)
          for (const word of wordsOf(one)) assert.ok(!said.includes(word), `${role}, ${kind}: “${word}”`)
          if (mark === '.') assert.equal(lasting(answer.body), lasting(none.body), `${role}, ${kind}`)
        }
        assert.equal(marks, row.marks(role), `${role}: ${nameOf(row)}`)
      }
    })
  }

  it('a form without its token is refused before anybody asks whose family it is', async () => {
    for (const row of tables.ofOneFamily.filter(({ method }) => method === 'POST')) {
      const { who } = visitors.get('practitioner') as { readonly who: Visitor }
      const send = (id: string) =>
        who.post(addressOf(councils, row, id), fieldsFor(councils, 'practitioner', row))
      const none = await send(nowhere)
      for (const kind of kinds) {
        const one = councils.family('practitioner', kind)
        const answer = await send(one.id)
        assert.equal(answer.statusCode, 403, nameOf(row))
        assert.equal(lasting(answer.body), lasting(none.body), `${nameOf(row)}, ${kind}`)
        tellsNothing('practitioner', answer)
      }
    }
  })

  for (const row of tables.lists) {
    it(`${nameOf(row)} shows`, async () => {
      for (const role of columns) {
        const expected = row.marks(role)
        const asked = row.method === 'POST' ? kinds : ([null] as const)
        let marks = ''
        for (const searched of asked) {
          const q = searched === null ? '' : searchFor(row.with, councils.family(role, searched))
          const team = councils.teams[row.with as keyof typeof councils.teams]
          const answer = await ask(role, row, row.url.replace(':id', team), q === '' ? {} : { q })
          tellsNothing(role, answer, q)
          if (answer.statusCode !== 200) marks = markOf(answer)
          else
            for (const kind of searched === null ? kinds : [searched])
              marks += answer.body.includes(`/cases/${councils.family(role, kind).id}`) ? 'o' : '.'
        }
        assert.equal(marks, expected, `${role}: ${nameOf(row)}`)
      }
    })
  }

  for (const row of tables.ofNoFamily) {
    it(nameOf(row), async () => {
      for (const role of columns) {
        const form = `record:${councils.family(role, 'restricted to others').id}:visit_made`
        const fields = fieldsFor(councils, role, row)
        // One signs in as nobody: the form of somebody who has done so already is out of date.
        const answer = nameOf(row).startsWith('POST /sign-in')
          ? await signIn(row, fields)
          : await ask(role, row, addressWithin(councils, row, form), fields)
        assert.equal(markOf(answer), row.marks(role), `${role}: ${nameOf(row)}`)
        tellsNothing(role, answer)
        for (const one of councils.families)
          assert.ok(!toldBy(answer).includes(one.reference), `${role} reads a reference`)
      }
    })
  }
})
