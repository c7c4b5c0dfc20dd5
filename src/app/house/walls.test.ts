import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { root } from './root.ts'
import { filesUnder } from './source-files.ts'
import { checkWalls } from './walls.ts'

/** A small checkout in a temporary folder, with the packages of this one. */
function plant(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'))
  after(() => rmSync(folder, { recursive: true }))
  const all = {
    'package.json': '{ "type": "module", "imports": { "#*": "./src/*" } }',
    'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext", "allowImportingTsExtensions": true } }',
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

describe('the walls between rooms', () => {
  it('let a room use the rooms to its left', async () => {
    const { broken, seen } = await checkWalls(
      plant({
        'src/calendar/day.ts': 'export type Day = number\n',
        'src/engine/derive.ts': "import type { Day } from '#calendar/day.ts'\nexport const day: Day = 1\n",
        'src/app/program.ts': "import { day } from '../engine/derive.ts'\nexport const program = day\n",
      }),
    )
    assert.deepEqual(broken, [])
    assert.equal(seen, 3)
  })

  it('refuse each planted import that goes through one', async () => {
    const { broken } = await checkWalls(
      plant({
        'src/engine/derive.ts': "import { program } from '#app/program.ts'\nexport const derived = program\n",
        'src/app/program.ts': 'export const program = 1\n',
        'src/calendar/day.ts': "import type { Form } from '../procedure/form.ts'\nexport type Day = Form\n",
        'src/procedure/form.ts': 'export type Form = string\n',
        'src/web/page.ts': "import { table } from '#storage/table.ts'\nexport const page = table\n",
        'src/storage/table.ts': "import '#post/mail.ts'\nexport const table = 1\n",
        'src/post/mail.ts': 'export const mail = async () => import("../paper/letter.ts")\n',
        'src/paper/letter.ts': 'export const letter = 1\n',
        'src/casework/open.ts': "import { close } from './close.ts'\nexport const open = () => close\n",
        'src/casework/close.ts': "import { open } from './open.ts'\nexport const close = () => open\n",
        'src/casework/gone.ts': "import './not-there.ts'\n",
      }),
    )
    const expected = [
      'src/engine/derive.ts -> src/app/program.ts  (engine-uses-a-room-to-its-right)',
      'src/calendar/day.ts -> src/procedure/form.ts  (calendar-uses-a-room-to-its-right)',
      'src/web/page.ts -> src/storage/table.ts  (web-uses-a-stranger)',
      'src/storage/table.ts -> src/post/mail.ts  (storage-uses-a-stranger)',
      'src/post/mail.ts -> src/paper/letter.ts  (post-uses-a-stranger)',
      'src/casework/gone.ts -> ./not-there.ts  (leads-nowhere)',
    ]
    for (const line of expected) assert.ok(broken.includes(line), `${line}\nis not in\n${broken.join('\n')}`)
    assert.ok(
      broken.some((line) => line.endsWith('(in-a-circle)')),
      'the circle is not seen',
    )
  })

  it('are held against every module there is', async () => {
    const { seen, there } = await checkWalls(root)
    const onDisk = filesUnder(root, ['src'], '*').filter((path) => /[.](ts|mjs)$/.test(path)).length
    assert.equal(seen, onDisk)
    assert.equal(there, onDisk)
    assert.ok(onDisk > 10, `only ${onDisk} modules under src`)
  })
})
