import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { root } from './house/root.ts'

const page = readFileSync(join(root, 'docs', 'write-your-own.md'), 'utf8')
const blocks = [...page.matchAll(/^(`{3,})(markdown|yaml|text)\n([^]*?)^\1$/gm)].map((found) => ({
  kind: found[2] ?? '',
  text: found[3] ?? '',
}))

const pack = 'packs/young-carers'
const document = `${pack}/2026-01-01/procedure.md`
const scenarios = `${pack}/2026-01-01/scenarios/first-weeks.yaml`
const sample = `${pack}/sample.yaml`

let folder = ''
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-first-'))
})
after(() => {
  rmSync(folder, { recursive: true, force: true })
})

const save = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const load = (path: string): string => readFileSync(join(folder, path), 'utf8')

/** A case is looked for among the packs of the checkout, where the page has the reader write; here they are elsewhere. */
const whereNamed = (args: readonly string[]): readonly string[] =>
  args[0] === 'assess' ? [...args, '--packs', 'packs'] : args

const program = join(import.meta.dirname, 'alongside.ts')
const alongside = (args: readonly string[]): string => {
  const env = { ...process.env, INIT_CWD: folder }
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...whereNamed(args)], {
    encoding: 'utf8',
    cwd: folder,
    env,
  })
  assert.equal(stderr, '')
  return stdout
}

/** The file that a block of the page is to be saved as; none for a block that shows what is printed. */
const fileOf = ({ kind, text }: (typeof blocks)[number]): string | undefined => {
  if (kind === 'markdown') return document
  if (kind === 'yaml') return text.startsWith('scenarios:') ? scenarios : sample
  return undefined
}

/** The commands in a block, each with what is printed. */
const commandsIn = (text: string): readonly { readonly args: readonly string[]; readonly out: string }[] =>
  text
    .split(/^\$ npm run -s alongside -- /m)
    .slice(1)
    .map((one) => {
      const [line = '', ...out] = one.split('\n')
      return { args: line.split(' '), out: out.join('\n').trimEnd() }
    })

/** The slips at the end of the page: what is changed, and what is then said. */
const slips = [...page.matchAll(/^\*\*([^*]+):\*\* ([^]*?)\n\n```text\n([^]*?)^```$/gm)].map((found) => ({
  name: found[1] ?? '',
  change: found[2] ?? '',
  says: (found[3] ?? '').trimEnd(),
}))

/** A text with the line changed of which the page speaks: a heading, a line to leave out, or a key of YC-2. */
const changed = (text: string, change: string): string => {
  const written = /`([^`]+)`/.exec(change)?.[1] ?? ''
  if (written.startsWith('#')) {
    const title = written.replace(/^#+ /, '')
    return text.replace(new RegExp(`^### \\S+ ${title}$`, 'm'), written)
  }
  const [key = ''] = written.split(':')
  const from = Math.max(text.indexOf('### YC-2'), text.indexOf('rule: first-visit'))
  const line = new RegExp(`\\b${key}: [^\\n}]*?(?=$|\\n| })\\n?`)
  const rest = text.slice(from)
  const lost = change.includes('missing')
  return (
    text.slice(0, from) +
    rest.replace(line, (found) => (lost ? '' : `${written}${found.endsWith('\n') ? '\n' : ''}`))
  )
}

describe('the page on writing a first procedure', () => {
  it('prints what it says, command by command', () => {
    for (const block of blocks) {
      const file = fileOf(block)
      if (file !== undefined) save(file, block.text)
      else for (const { args, out } of commandsIn(block.text)) assert.equal(alongside(args).trimEnd(), out)
    }
    assert.equal(blocks.flatMap(({ text }) => commandsIn(text)).length, 4)
  })

  for (const { name, change, says } of slips)
    it(`says of a slip what the check says: ${name}`, () => {
      const file = change.includes('scenario') ? scenarios : document
      const sound = load(file)
      const broken = changed(sound, change)
      assert.notEqual(broken, sound)
      save(file, broken)
      const printed = alongside(['check', pack])
      save(file, sound)
      assert.ok(printed.startsWith(says), printed)
    })

  it('shows five slips', () => {
    assert.equal(slips.length, 5)
  })
})
