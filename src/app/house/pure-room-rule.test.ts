import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { root } from './root.ts'

const refused = {
  'date-now': 'export const x = Date.now()',
  'new-date': 'export const x = new Date()',
  'date-alias': 'const D = Date\nexport const x = D.now()',
  'date-call': 'export const x = Date()',
  'global-date': 'export const x = globalThis.Date.now()',
  'local-month': 'export const x = (d: Date) => d.getMonth()',
  random: 'export const x = Math.random()',
  environment: "export const x = process.env['HOME']",
  clock: 'export const x = performance.now()',
  timer: 'setTimeout(() => undefined, 1)',
  network: "export const x = fetch('https://example.org')",
  'some-uuid': 'export const x = crypto.randomUUID()',
  'node-files': "import { readFileSync } from 'node:fs'\nexport const x = readFileSync",
  'node-again': "export { readFileSync } from 'node:fs'",
  'late-import': "export const x = import('node:fs')",
  language: "export const x = new Intl.DateTimeFormat('en-GB')",
  assigned: 'export const x = { clock: Date }',
}

const allowed = {
  'given-time': 'export const x = new Date(0).toISOString()',
  'utc-date': 'export const x = Date.UTC(2026, 0, 1)',
  'type-only': 'export type X = { at: Date; process: string }',
  'own-names': 'export const x = { process: 1, fetch: 2 }\nexport const y = x.process + x.fetch',
}

describe('a pure room', () => {
  let folder = ''
  const told = new Map<string, string[]>()

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'pure-room-'))
    const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8')
    const plugin = '"./src/app/house/pure-room-rule.ts"'
    assert.ok(config.includes(plugin), 'the plugin is not where .oxlintrc.json had it')
    writeFileSync(
      join(folder, '.oxlintrc.json'),
      config
        .replace(plugin, JSON.stringify(join(root, 'src/app/house/pure-room-rule.ts')))
        .replace('"typeAware": true', '"typeAware": false'),
    )
    for (const room of ['calendar', 'procedure', 'engine', 'app']) {
      mkdirSync(join(folder, 'src', room), { recursive: true })
      for (const [name, text] of Object.entries({ ...refused, ...allowed })) {
        writeFileSync(join(folder, 'src', room, `${name}.ts`), `${text}\n`)
      }
    }
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
    const done = spawnSync(process.execPath, [oxlint, '--format=unix'], { cwd: folder, encoding: 'utf8' })
    for (const line of done.stdout.split('\n').filter((each) => each.includes('pure-room'))) {
      const file = line.slice(0, line.indexOf(':'))
      told.set(file, [...(told.get(file) ?? []), line])
    }
  })
  after(() => rmSync(folder, { recursive: true }))

  for (const room of ['calendar', 'procedure', 'engine']) {
    for (const name of Object.keys(refused)) {
      it(`such as ${room} may not do this: ${name}`, () => {
        assert.ok(told.has(`src/${room}/${name}.ts`), 'the lint let it through')
      })
    }
    for (const name of Object.keys(allowed)) {
      it(`such as ${room} may do this: ${name}`, () => {
        assert.deepEqual(told.get(`src/${room}/${name}.ts`) ?? [], [])
      })
    }
  }

  it('is not app, which may do all of it', () => {
    assert.deepEqual(
      [...told.keys()].filter((file) => file.startsWith('src/app/')),
      [],
    )
  })

  it('says what to do instead', () => {
    assert.match(told.get('src/engine/date-now.ts')?.[0] ?? '', /Let the caller hand it in/)
  })
})
