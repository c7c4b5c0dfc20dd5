import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { moment } from '../fixtures/small-authority.ts'
import { isUnseen, openedAt, pageKey } from './page-key.ts'

const none = new Uint8Array(10)
const all = new Uint8Array(10).fill(255)

describe('the key of a page', () => {
  it('is a UUID that says when the page was opened', () => {
    const now = moment('2026-03-06T10:00')
    assert.equal(pageKey(now, none), '019cc296-f900-7000-8000-000000000000')
    assert.equal(pageKey(now, all), '019cc296-f900-7fff-bfff-ffffffffffff')
    assert.equal(openedAt(pageKey(now, all)), now)
    assert.equal(openedAt('0b1c8f2a-1111-4111-8111-111111111111'), null)
    assert.equal(openedAt('visit 1'), null)
  })

  it('tells a draft of another page that this one never showed', () => {
    const mine = pageKey(moment('2026-03-06T10:00'), none)
    const page = pageKey(moment('2026-03-06T09:00'), all)
    const saved = (time: string) => ({ page, savedAt: moment(`2026-03-06T${time}`) })
    assert.equal(isUnseen(saved('10:01'), mine), true)
    assert.equal(isUnseen(saved('09:59'), mine), false)
    assert.equal(isUnseen({ ...saved('10:01'), page: mine }, mine), false)
    assert.equal(isUnseen({ savedAt: moment('2026-03-06T10:01') }, mine), false)
    assert.equal(isUnseen(saved('10:01'), 'visit 1'), false)
  })
})
