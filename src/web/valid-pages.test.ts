import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from './testing/problems-in.ts'
import { samplePages, samplePaths } from './testing/sample-pages.ts'
import { testServer } from './testing/test-server.ts'
import { visitor } from './testing/visitor.ts'

test('every page is valid and has one heading of the first level', async () => {
  const { server } = await testServer({ pages: [samplePages] })
  const someone = visitor(server)
  const pages: [string, string][] = []
  const keep = async (name: string, answer: Promise<{ readonly body: string }>): Promise<void> => {
    pages.push([name, (await answer).body])
  }
  await keep('sign in', someone.get('/sign-in?why=idle&next=/families'))
  await keep('a wrong choice', someone.send('/sign-in', { person: '' }))
  await someone.send('/sign-in', { person: 'a1/u1' })
  await keep('a form', someone.get(samplePaths.form))
  await keep('a form with errors', someone.send('', { 'seen-day': 'x', notes: '<"&>' }))
  await someone.send('/drafts/sample%3A1', { notes: 'words' })
  await keep('a form with a draft', someone.get(samplePaths.form))
  await keep(
    'a failed form',
    someone.send(
      samplePaths.form,
      {
        'seen-day': '5',
        'seen-month': '3',
        'seen-year': '2026',
        place: 'home',
        children: ['ada'],
        notes: 'lose',
      },
      pages.at(-1)?.[1],
    ),
  )
  await keep('a record', someone.get(samplePaths.record))
  await keep('not found', someone.get('/nowhere'))
  await keep('broken', someone.get(samplePaths.broken))
  for (const [name, markup] of pages) {
    assert.deepEqual(await problemsIn(markup), [], name)
    assert.equal(markup.match(/<h1/g)?.length, 1, name)
  }
  await server.close()
})

test('the validator notices what is wrong', async () => {
  assert.notDeepEqual(await problemsIn('<p><div>x</div></p>'), [])
  assert.notDeepEqual(await problemsIn('<input id="a"><input id="a">'), [])
})
