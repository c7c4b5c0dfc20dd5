import assert from 'node:assert/strict'
import { it } from 'node:test'
import { smallService } from '../../testing/small-service.ts'

it('whoever tries one name or reference after the other is told to slow down, and nobody else is', async () => {
  const service = await smallService()
  for (const [path, field] of [
    ['/families', 'q'],
    ['/restricted', 'reference'],
  ] as const) {
    const eager = await service.as('manager')
    const { body: page } = await eager.get(path)
    const answers: number[] = []
    for (let i = 0; i < 62; i += 1)
      answers.push(
        (await eager.send(path === '/families' ? path : '', { [field]: `NS-${i}` }, page)).statusCode,
      )
    assert.ok(
      answers.slice(0, 60).every((status) => status === 200 || status === 422),
      path,
    )
    assert.deepEqual(answers.slice(60), [429, 429], path)
    assert.equal((await eager.get(path)).statusCode, 200)
    const other = await service.as('manager', 1)
    await other.get('/families')
    assert.equal((await other.send('/families', { q: 'Example' })).statusCode, 200)
  }
})
