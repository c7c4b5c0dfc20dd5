import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, it } from 'node:test'
import { fileProblems } from './file-rules.ts'

function problemsOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  after(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return fileProblems(folder).join('\n')
}

it('finds nothing wrong with files that stand where they should', () => {
  const problems = problemsOf({
    'src/engine/derive.ts': 'x\n'.repeat(250),
    'src/engine/derive.laws.test.ts': 'x\n'.repeat(900),
    'src/calendar/bank-holidays.data.ts': 'x\n'.repeat(900),
    'packs/plan/procedure.md': 'words',
    'bench/derive.bench.ts': 'x\n',
  })
  assert.equal(problems, '')
})

const wrong: Readonly<Record<string, readonly [path: string, text: string, words: RegExp]>> = {
  'a long file': ['src/engine/derive.ts', 'x\n'.repeat(251), /251 lines, and 250 is the most/],
  'a drawer': ['src/web/utils/dates.ts', '', /"utils" says nothing/],
  'a drawer file': ['src/web/helpers.ts', '', /"helpers[.]ts" says nothing/],
  'a camel': ['src/web/casePage.ts', '', /kebab-case/],
  'an unknown room': ['src/attic/box.ts', '', /src\/attic is not a room/],
  'code in a pack': ['packs/plan/rule.ts', '', /packs hold procedures and no code/],
  'a test that hides others': ['src/web/a.test.ts', ['test', 'only("x")'].join('.'), /marked only/],
  'a test that hides': ['src/web/a.test.ts', ['it("x", { skip', 'true })'].join(': '), /marked skip/],
}

for (const [what, [path, text, words]] of Object.entries(wrong)) {
  it(`tells of ${what} and what to do`, () => assert.match(problemsOf({ [path]: text }), words))
}
