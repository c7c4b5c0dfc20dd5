import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { clauseTable } from '../clause-table.ts'
import { callAlongside } from '../commands/call-alongside.ts'
import { reportOn } from '../pack-report.ts'
import { packFoldersIn, readPackFolder } from '../read-pack-folder.ts'
import { root } from './root.ts'

/** The parts of the root README that are made from what the programs print, so that it cannot say otherwise. */
const parts: Readonly<Record<string, () => Promise<string> | string>> = {
  clauses: () =>
    clauseTable(packFoldersIn([join(root, 'packs')]).map((folder) => reportOn(readPackFolder(folder)))),
  sample: async () => {
    const { stdout } = await callAlongside(['assess', join(root, 'packs', 'nine-steps', 'sample.yaml')])
    const [head, ...sections] = stdout.trimEnd().split(/\n\n(?=\S)/)
    return ['```text', [head, ...sections.slice(0, 2)].join('\n\n'), '...', '```'].join('\n')
  },
}

const made = /(<!-- made: (\w+) -->\n)[^]*?(<!-- end -->)/g

/** A README with each part between its marks (`<!-- made: clauses -->` to `<!-- end -->`) made anew. */
export const withMadeParts = async (readme: string): Promise<string> => {
  const names = [...readme.matchAll(made)].map((found) => found[2] ?? '')
  const texts = new Map<string, string>()
  for (const name of names) texts.set(name, (await parts[name]?.()) ?? '')
  return readme.replace(
    made,
    (_, begin: string, name: string, end: string) => `${begin}${texts.get(name)}\n${end}`,
  )
}

export const readmePath = join(root, 'README.md')

export const readReadme = (): string => readFileSync(readmePath, 'utf8')
