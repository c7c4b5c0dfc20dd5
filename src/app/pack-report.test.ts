import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { clauseTable } from './clause-table.ts'
import { reportInJson, reportInText } from './pack-report-words.ts'
import { reportOn } from './pack-report.ts'
import { packFoldersIn, readPackFolder } from './read-pack-folder.ts'
import { WrongCall } from './wrong-call.ts'

const sound = `# Demo

\`\`\`yaml procedure
procedure: demo
title: Demo
in-force: 2026-01-01
roles: { practitioner: Worker }
lanes: { practice: Practice }
steps: [{ id: referral, title: Referral, lane: practice }]
exits: {}
\`\`\`

### X-1 First visit

\`\`\`yaml
clock: first-visit
title: First visit
owner: practitioner
start: contact.made
met: visit.made
within: 7 working days
\`\`\`

### X-2 A word on forms

\`\`\`yaml
no-rule: It describes the form.
\`\`\`
`

const scenario = `scenarios:
  - scenario: A contact on a Friday gives until the Tuesday after the next.
    events: [{ id: e1, type: contact.made, at: 2026-03-06T15:00 }]
    as-of: 2026-03-10T09:00
    then: { obligations: [{ rule: first-visit, due: 2026-03-17 }] }
`

let root = ''
/** A pack called demo, in a folder of its own. */
const pack = (name: string, files: Readonly<Record<string, string | Uint8Array>>): string => {
  const all = { '2026-01-01/scenarios/first-visit.yaml': scenario, ...files }
  for (const [path, content] of Object.entries(all)) {
    const full = join(root, name, 'demo', path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, content)
  }
  return join(root, name, 'demo')
}
const reports = (name: string) =>
  packFoldersIn([join(root, name)]).map((folder) => reportOn(readPackFolder(folder)))
const problems = (name: string) =>
  reports(name).flatMap((report) => report.problems.map(({ code, file, line }) => ({ code, file, line })))

before(() => {
  root = mkdtempSync(join(tmpdir(), 'alongside-packs-'))
})
after(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('the report on a pack', () => {
  it('says every problem at once, by file and line', () => {
    const folder = pack('broken', {
      '2026-01-01/procedure.md': sound
        .replace('visit.made', 'visit.mad')
        .replace('owner: practitioner', 'owner: worker'),
      '2026-01-01/letters/told.md': 'Dear all\n',
    })
    assert.equal(
      reports('broken')
        .map((report) => reportInText(report, (_, text) => text))
        .join('\n'),
      `${folder}/2026-01-01/letters/told.md
  line 1  The letter does not say what it is and for whom.
      Begin the letter with a line ---, then title:, to: and by:, then a line ---. [no-letter-head]

${folder}/2026-01-01/procedure.md
  line 18  X-1: there is no role "worker". Known here: practitioner.
      Use one of the roles at the head of the procedure, or add this one there. [unknown-role]
  line 20  X-1: there is no event "visit.mad". Did you mean "visit.made"?
      Use one of the standard events, or add this one under "events:" at the head of the procedure. [unknown-event]

demo 2026-01-01: 2 clauses, 1 with rules, 1 with none and why, 0 unclear; 3 problems`,
    )
  })

  it('says that clauses are waiting for a head that can be read', () => {
    pack('headless', { '2026-01-01/procedure.md': sound.replace('exits: {}', 'exit: {}') })
    assert.match(
      reports('headless')
        .map((report) => reportInText(report, (_, text) => text))
        .join(''),
      /\ndemo: nothing else is looked at before the head of the document can be read; 1 problem$/,
    )
  })

  it('says the same to programs', () => {
    pack('json', { '2026-01-01/procedure.md': sound.replace('visit.made', 'visit.mad') })
    const [report] = JSON.parse(reportInJson(reports('json'))) as [
      { pack: string; problems: { code: string }[] },
    ]
    assert.equal(report.pack, 'demo')
    assert.deepEqual(
      report.problems.map(({ code }) => code),
      ['unknown-event'],
    )
  })

  it('names the rules that no scenario shows', () => {
    pack('bare', {
      '2026-01-01/procedure.md': sound,
      '2026-01-01/scenarios/first-visit.yaml': scenario.replace('first-visit', 'no-such'),
    })
    assert.deepEqual(problems('bare'), [
      { code: 'rule-without-scenario', file: '2026-01-01/procedure.md', line: 16 },
      { code: 'scenario-fails', file: '2026-01-01/scenarios/first-visit.yaml', line: 5 },
    ])
  })

  it('is a table of the clauses and what they give when that is asked for', () => {
    pack('table', { '2026-01-01/procedure.md': sound })
    assert.equal(
      clauseTable(reports('table')),
      `| procedure | in force from | clauses | with rules | none, and why | unclear | clock |
| --- | --- | --: | --: | --: | --: | --: |
| Demo | 2026-01-01 | 2 | 1 | 1 | 0 | 1 |`,
    )
  })
})

describe('a folder of packs', () => {
  it('is read although one of its files is not text', () => {
    pack('binary', {
      '2026-01-01/procedure.md': sound,
      '2026-01-01/letters/told.md': new Uint8Array([0xff, 0xfe, 0x00, 0xc3, 0x28]),
    })
    assert.deepEqual(problems('binary'), [{ code: 'not-text', file: '2026-01-01/letters/told.md', line: 0 }])
  })

  it('is read although one of its files cannot be opened', () => {
    const folder = pack('closed', { '2026-01-01/procedure.md': sound })
    symlinkSync(join(root, 'nowhere'), join(folder, 'register.yaml'))
    symlinkSync('.', join(folder, '2026-01-01', 'forms'))
    assert.deepEqual(problems('closed'), [
      { code: 'not-readable', file: '2026-01-01/forms', line: 0 },
      { code: 'not-readable', file: 'register.yaml', line: 0 },
    ])
  })

  it('may be named itself or pack by pack, with the documents between them', () => {
    const folder = pack('mixed', { '2026-01-01/procedure.md': sound })
    writeFileSync(join(root, 'mixed', 'README.md'), '# Packs\n')
    assert.deepEqual(packFoldersIn([join(root, 'mixed')]), [folder])
    assert.deepEqual(packFoldersIn([join(root, 'mixed', 'README.md'), folder]), [folder])
  })

  it('that is the folder of one version leads to that of the pack', () => {
    const folder = pack('dated', { '2026-01-01/procedure.md': sound })
    assert.throws(() => packFoldersIn([join(folder, '2026-01-01')]), {
      message: `${join(folder, '2026-01-01')} is one version of a pack. Name the folder of the pack: "${folder}".`,
    })
  })

  it('that is not there, or is a file, is a wrong call', () => {
    assert.throws(() => packFoldersIn([join(root, 'nowhere')]), WrongCall)
    writeFileSync(join(root, 'notes.txt'), '')
    assert.throws(() => packFoldersIn([join(root, 'notes.txt')]), /is a file\. Name the folder of a pack/)
  })
})
