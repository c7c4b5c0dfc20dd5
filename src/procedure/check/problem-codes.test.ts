import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { problemCodes } from '../problem-codes.ts'
import { readPack } from '../reading/read-pack.ts'
import { checkPack } from './check-pack.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** Codes that no pack on its own can bring about, and the room whose tests bring them about. */
const elsewhere: Readonly<Record<string, string>> = {
  'not-readable': 'app',
  'not-text': 'app',
  'scenario-fails': 'engine',
  'rule-without-scenario': 'engine',
  'case-no-procedure': 'engine',
  'case-no-version': 'engine',
  'case-unknown-event': 'engine',
  'case-unknown-field': 'engine',
  'case-bad-value': 'engine',
  'case-missing-key': 'engine',
  'case-unknown-person': 'engine',
  'case-unknown-role': 'engine',
  'case-other-worker': 'engine',
  'case-unknown-rule': 'engine',
  'case-unknown-outcome': 'engine',
  'case-bad-date': 'engine',
  'case-end-before-start': 'engine',
  'case-not-born': 'engine',
  'case-id-twice': 'engine',
  'case-of-unknown': 'engine',
  'case-closed-already': 'casework',
  'case-not-closed': 'casework',
  'event-refused': 'engine',
  'reason-needed': 'engine',
}

type Expected = { readonly file: string; readonly line: number; readonly words: readonly string[] }

const problemsOf = (code: string) => {
  const folder = join(fixtures, code, 'pack')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
  const { pack, problems } = readPack('pack', files)
  return [...problems, ...checkPack(pack)]
}

describe('each problem of a pack', () => {
  it('has a broken pack that shows it, or stands in the list of those shown elsewhere', () => {
    assert.deepEqual(
      [...readdirSync(fixtures), ...Object.keys(elsewhere)].toSorted(),
      Object.keys(problemCodes).toSorted(),
    )
  })

  for (const code of readdirSync(fixtures)) {
    it(`${code} is reported alone, at its line, in words that help`, () => {
      const expected = parse(readFileSync(join(fixtures, code, 'expected.yaml'), 'utf8')) as Expected
      const problems = problemsOf(code)
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.file, problem.line]),
        [[code, expected.file, expected.line]],
        JSON.stringify(problems, null, 2),
      )
      const said = problems[0]?.what ?? ''
      for (const words of expected.words) assert.ok(said.includes(words), `"${said}" does not say ${words}`)
      assert.doesNotMatch(said, /invalid input|undefined|\[object/i)
    })
  }
})
