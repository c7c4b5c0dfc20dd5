import { statSync } from 'node:fs'
import { Command, Option } from 'commander'
import { formatDay, parseDay } from '#calendar/day.ts'
import { didYouMean } from '#procedure/reading/nearest.ts'
import type { Pack, Version } from '#procedure/pack.ts'
import { readPack } from '#procedure/reading/read-pack.ts'
import { comparePage } from '../compare/compare-page.ts'
import { compareVersions } from '../compare/compare-versions.ts'
import { packShelf } from '../find-pack.ts'
import { listed } from '#procedure/in-words.ts'
import { packFoldersIn, readPackFolder } from '../read-pack-folder.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'

type Asked = { readonly format: 'text' | 'json'; readonly packs?: string }

const examples = `
Examples:
  alongside compare nine-steps 2026-01-01 2027-04-01
  alongside compare packs/nine-steps 2026-01-01 2027-04-01 --format json`

const folderOf = (named: string, packs: string | undefined): string => {
  if (statSync(named, { throwIfNoEntry: false })?.isDirectory()) {
    const [only, another] = packFoldersIn([named])
    if (only !== undefined && another === undefined) return only
    throw new WrongCall(`${named} holds several packs. Name the folder of one.`)
  }
  const { folders, place } = packShelf(packs)
  const folder = folders.get(named)
  if (folder !== undefined) return folder
  const known = [...folders.keys()]
  throw new WrongCall(
    `There is no pack "${named}" in ${place}.${didYouMean(named, known)} There are ${listed(known)}.`,
  )
}

const versionOf = (pack: Pack, text: string): Version => {
  const day = parseDay(text)
  const version = pack.versions.find(({ procedure }) => procedure.version === day)
  if (version !== undefined) return version
  const known = pack.versions.map(({ procedure }) => formatDay(procedure.version))
  const there =
    known.length === 0
      ? `No version of it can be read: alongside check says why.`
      : `Name two of these by their first day in force: ${listed(known)}.`
  throw new WrongCall(`${pack.id} has no version ${text}. ${there}`)
}

/** `alongside compare`: what changed between two versions of a procedure, clause by clause. */
export const compareCommand = (terminal: Terminal): Command =>
  new Command('compare')
    .description('say what changed between two versions of a written procedure, clause by clause')
    .argument('<pack>', 'the id of a pack, or its folder')
    .argument('<from>', 'the version to compare from, by its first day in force')
    .argument('<to>', 'the version to compare with')
    .addOption(
      new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'),
    )
    .option('--packs <folder>', 'where the pack is looked for by its id')
    .addHelpText('after', examples)
    .action((named: string, from: string, to: string, { format, packs }: Asked) => {
      const { id, files } = readPackFolder(folderOf(named, packs))
      const documents = files.filter(({ path }) => path.endsWith('/procedure.md'))
      const { pack } = readPack(id, documents)
      const [before, after] = [versionOf(pack, from), versionOf(pack, to)]
      const comparison = compareVersions(before, after, files)
      terminal.write(
        format === 'json'
          ? `${JSON.stringify(comparison, null, 2)}\n`
          : comparePage(comparison, before, after, terminal),
      )
    })
