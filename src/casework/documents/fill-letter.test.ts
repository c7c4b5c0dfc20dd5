import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CasePerson } from '../case/case-record.ts'
import { fillLetter, gapsIn, protectedIn } from './fill-letter.ts'

const words = { roles: { manager: 'Line manager' }, words: { taf: 'network meeting' } }
const known: Readonly<Record<string, string>> = {
  'recipient name': 'Mo',
  'attempt dates': '2026-03-02 and 2026-03-04',
  actions: '- Ring: Mo, by 2026-04-03\n- Write',
}
const fill = (body: string): string => fillLetter({ body }, (name) => known[name] ?? null, words)

describe('a letter', () => {
  it('says what is on record, days as people write them, and the words used here', () => {
    assert.equal(
      fill(
        'Dear {{recipient name}}\n\nWe rang on {{attempt dates}}. {{role: manager}}, {{word: taf}}, {{word: lead}}',
      ),
      'Dear Mo\n\nWe rang on Monday 2 March 2026 and Wednesday 4 March 2026. Line manager, network meeting, lead professional',
    )
  })

  it('marks what is not', () => {
    const body = fill('Ring {{team phone}} or {{team phone}} by {{due date}}')
    assert.equal(body, 'Ring [[team phone]] or [[team phone]] by [[due date]]')
    assert.deepEqual(gapsIn(body), ['team phone', 'due date'])
    assert.deepEqual(gapsIn('[] [x] [[ \n ]]'), [])
  })

  it('joins lines that were wrapped by hand, and keeps those that were ended on purpose', () => {
    const wrapped = 'We have been asked to get in touch with you and your family to see whether we can\nhelp.'
    assert.equal(fill(wrapped), wrapped.replace('\n', ' '))
    assert.equal(fill('Ann\nWorker'), 'Ann\nWorker')
    assert.equal(fill('{{actions}}'), '- Ring: Mo, by Friday 3 April 2026\n- Write')
  })
})

describe('a protected address', () => {
  const person = (address: string | null, addressProtected: boolean) =>
    ({ name: 'Mo', address, addressProtected }) as CasePerson

  it('is found however it is written', () => {
    const mo = person('1 Example Street\nSands', true)
    for (const body of ['1 Example Street', 'at 1, example  STREET.', 'x\n1 Example Street\nSands'])
      assert.equal(protectedIn(body, [mo]), mo, body)
    for (const body of ['11 Example Street', 'Example Street', ''])
      assert.equal(protectedIn(body, [mo]), undefined, body)
  })

  it('is not one that is not protected, or not known', () => {
    assert.equal(
      protectedIn('1 Example Street', [person('1 Example Street', false), person(null, true)]),
      undefined,
    )
  })
})
