import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clauseTable } from '../clause-table.ts'
import { callAlongside } from '../commands/call-alongside.ts'
import { eventTable, fieldTable, roleTable, termTable } from '../event-tables.ts'
import { reportOn } from '../pack-report.ts'
import { packFoldersIn, readPackFolder } from '../read-pack-folder.ts'
import { root } from './root.ts'

type Make = () => Promise<string> | string

/** The parts of documents that are made from what the programs know and print, so that they cannot say otherwise. */
const parts: Readonly<Record<string, Make>> = {
  clauses: () =>
    clauseTable(packFoldersIn([join(root, 'packs')]).map((folder) => reportOn(readPackFolder(folder)))),
  sample: async () => {
    const { stdout } = await callAlongside(['assess', join(root, 'packs', 'nine-steps', 'sample.yaml')])
    const [head, ...sections] = stdout.trimEnd().split(/\n\n(?=\S)/)
    return ['```text', [head, ...sections.slice(0, 2)].join('\n\n'), '...', '```'].join('\n')
  },
  events: eventTable,
  fields: fieldTable,
  roles: roleTable,
  terms: termTable,
}

const made = /(<!-- made: (\w+) -->\n)[^]*?(<!-- end -->)/g

/** A document with each part between its marks (`<!-- made: clauses -->` to `<!-- end -->`) made anew. */
export const withMadeParts = async (text: string): Promise<string> => {
  const names = [...text.matchAll(made)].map((found) => found[2] ?? '')
  const texts = new Map<string, string>()
  for (const name of names) texts.set(name, (await parts[name]?.()) ?? '')
  return text.replace(
    made,
    (_, begin: string, name: string, end: string) => `${begin}${texts.get(name)}\n${end}`,
  )
}

const drawn =
  (pack: string): Make =>
  async () =>
    (await callAlongside(['map', join(root, 'packs', pack)])).stdout

/** The files made whole. */
const whole: Readonly<Record<string, Make>> = { 'docs/nine-steps.svg': drawn('nine-steps') }

/** Every file that is made, or that has parts that are made; counted from the root. */
export const madeFiles: readonly string[] = ['README.md', 'docs/events.md', ...Object.keys(whole)]

export const pathOf = (file: string): string => join(root, file)

/** A made file as it should be now. */
export const madeAnew = async (file: string): Promise<string> =>
  (await whole[file]?.()) ?? withMadeParts(readFileSync(pathOf(file), 'utf8'))
