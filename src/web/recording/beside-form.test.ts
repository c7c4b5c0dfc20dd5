import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Expected } from '#casework/asking/expected-next.ts'
import { words } from '../testing/words.ts'
import { drawBeside } from './beside-form.ts'

test('what waits for a recording stands in the order of its dates, what has none last', () => {
  const waiting = (title: string, due: string | null): Expected => ({
    type: 'visit.made',
    title,
    due,
    clause: 'NS-5.2',
    standing: 'open',
    subject: { kind: 'case' },
    startedBy: null,
    asks: [],
  })
  const drawn = drawBeside(
    {
      expected: [
        waiting('Looked in', null),
        waiting('Child seen', '2026-12-08'),
        waiting('Next visit', '2026-12-04'),
      ],
      clauses: [],
      prompts: [],
      checklists: [],
      forms: [],
      letters: [],
      shut: [],
    },
    [],
    () => null,
    'one',
  )
  assert.match(
    words(String(drawn)),
    /Next visit: by Friday 4 December 2026 Child seen: by Tuesday 8 December 2026 Looked in/,
  )
})
