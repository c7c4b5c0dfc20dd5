import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import type { Version } from '#procedure/pack.ts'
import { readPack } from '#procedure/reading/read-pack.ts'
import { checkScenarios } from './check-scenarios.ts'
import { calendar } from '../fixtures/told-case.ts'

const versionsIn = (folder: string, id: string): readonly Version[] => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(folder, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
  return readPack(id, files).pack.versions
}

const problemsIn = (folder: string, id: string) =>
  versionsIn(folder, id).flatMap((version) => checkScenarios(version, calendar).problems)

const packs = join(import.meta.dirname, '..', '..', '..', 'packs')
const fixtures = join(import.meta.dirname, '..', 'fixtures')

type Expected = { readonly file: string; readonly line: number; readonly words: readonly string[] }

describe('the scenarios of the written procedures', () => {
  for (const { name } of readdirSync(packs, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    it(`${name}: each holds, and each rule is shown by one`, () => {
      const found = versionsIn(join(packs, name), name)
      assert.ok(found.length > 0)
      for (const version of found) {
        const { results, problems } = checkScenarios(version, calendar)
        assert.deepEqual(
          problems.map(({ file, line, what }) => `${file}:${line} ${what}`),
          [],
        )
        assert.ok(results.length > 0, 'there are scenarios')
      }
    })
})

describe('what is wrong with scenarios', () => {
  for (const code of ['scenario-fails', 'rule-without-scenario'])
    it(`${code} is reported alone, at its line, in words that help`, () => {
      const folder = join(fixtures, code)
      const expected = parse(readFileSync(join(folder, 'expected.yaml'), 'utf8')) as Expected
      const problems = problemsIn(join(folder, 'pack'), 'pack')
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.file, problem.line]),
        [[code, expected.file, expected.line]],
        JSON.stringify(problems, null, 2),
      )
      for (const words of expected.words) assert.ok(problems[0]?.what.includes(words), `${problems[0]?.what}`)
    })
})
