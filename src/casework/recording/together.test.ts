import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { together } from './together.ts'

describe('what is asked of a store at once', () => {
  it('is answered in the order in which it was asked', async () => {
    const [late, soon, plain] = await together(
      sleep(5).then(() => 'late'),
      Promise.resolve(7),
      'plain',
    )
    assert.deepEqual([late, soon, plain], ['late', 7, 'plain'])
  })

  it('has all ended when one of it fails', async () => {
    let ended = false
    const slow = async (): Promise<void> => {
      await sleep(10)
      ended = true
    }
    const failing = together(slow(), Promise.reject(new Error('The case is gone.')))
    await assert.rejects(failing, /The case is gone/)
    assert.equal(ended, true)
  })
})
