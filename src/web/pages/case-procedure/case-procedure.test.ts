import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment } from '#casework/fixtures/small-authority.ts'
import { record } from '#casework/recording/record.ts'
import { knownFamily } from '../../testing/known-family.ts'
import { problemsIn } from '../../testing/problems-in.ts'
import { words } from '../../testing/words.ts'

const family = await knownFamily()

const procedure = async (rest = ''): Promise<string> => {
  const worker = await family.as('practitioner')
  return (await worker.get(`/cases/${family.id}/procedure${rest}`)).body
}

describe('the procedure of a family', () => {
  it('has every clause, and under it how it stands with the arithmetic of its date', async () => {
    const body = await procedure()
    const said = words(body)
    assert.equal(body.match(/class="app-clause-line"/g)?.length, 30)
    assert.match(
      said,
      /NS-3.1 Allocation and Direction Done Family allocated, with direction met on Thu 5 March 2026; it was due Fri 6 March 2026 3 working days after the decision on Tue 3 March 2026/,
    )
    assert.match(said, /NS-9.3 [^.]*Nothing has started this yet/)
    assert.match(body, /id="NS-5-1"/)
    assert.ok(body.includes(`href="/cases/${family.id}/procedure/NS-5.1"`))
  })

  it('can be held to what is open', async () => {
    const said = words(await procedure('?show=open'))
    assert.match(said, /Next home visit/)
    assert.doesNotMatch(said, /NS-3.1 Allocation and Direction/)
    assert.doesNotMatch(said, /met on/)
  })
})

describe('one clause of it', () => {
  it('is there to be read, with what it leaves open, and the clauses beside it', async () => {
    const body = await procedure('/NS-5.2')
    assert.deepEqual(await problemsIn(body), [])
    assert.match(body, /<div class="app-prose">/)
    assert.match(body, /<title>Clause NS-5\.2: NS-0001/, 'each has a title of its own')
    assert.match(body, /Left open here/)
    assert.match(
      words(body),
      /Previous clause: NS-5\.1 First home visit Next clause: NS-5\.3 All the children are seen/,
    )
  })

  it('says all that it has asked for, with its arithmetic and the entries that began and met it', async () => {
    const body = await procedure('/NS-4.1')
    assert.match(
      words(body),
      /Done Contact with the family met on Mon 9 March 2026; it was due Tue 10 March 2026 3 working days after allocation on Thu 5 March 2026; the weekend of 7 March does not count\. Practitioner\. Began with: Given to a worker, Thu 5 March 2026\. Met by: Contact with the family, Mon 9 March 2026\./,
    )
    assert.match(body, new RegExp(`href="/cases/${family.id}/timeline\\?entry=(e\\d+)#\\1"`))
  })

  it('leads to each entry that met it, where children were seen in two visits on one day', async () => {
    const { place, id, as } = await knownFamily()
    for (const [at, child] of [
      ['2026-03-24T10:00', 'ada'],
      ['2026-03-24T16:00', 'ben'],
    ] as const) {
      place.set(at)
      const data = { purpose: 'to see them', seen: [{ child }] }
      const said = [{ type: 'visit.made', at: moment(at), data }]
      const result = await record(place.deps, place.as('practitioner'), {
        caseId: id,
        key: at,
        said,
        reason: null,
      })
      assert.equal(result.kind, 'recorded')
    }
    const { body } = await (await as('practitioner')).get(`/cases/${id}/procedure/NS-5.4`)
    assert.match(
      words(body),
      /Done Child seen again, for Ada Marlow and Ben Marlow met on Tue 24 March 2026; [^;]*Began with: Visit, Tue 17 March 2026\. Met by: Visit, Tuesday 24 March 2026 at 10am; Visit, Tuesday 24 March 2026 at 4pm\./,
    )
  })

  it('is no page where the procedure has no such clause', async () => {
    const worker = await family.as('practitioner')
    for (const clause of ['NS-99', 'ns-5.2', '..%2Fpeople'])
      assert.equal((await worker.get(`/cases/${family.id}/procedure/${clause}`)).statusCode, 404, clause)
  })
})
