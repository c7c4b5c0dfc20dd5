import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { asCalled, packShelf } from '../find-pack.ts'
import type { Terminal } from '../terminal.ts'
import { firstRuleShown, samplePage } from '../standing/sample-page.ts'
import { WrongCall } from '../wrong-call.ts'
import { complainOf, openFrom } from './assess.ts'

const examples = `
Example:
  alongside samples`

const whatToTry = (path: string, rule: string): string =>
  [
    'What to try next',
    '',
    `  npm run -s alongside -- assess ${path}`,
    `  npm run -s alongside -- explain ${path} ${rule}`,
    '  npm run -s alongside -- check',
    '',
  ].join('\n')

const samplesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => /^sample.*\.yaml$/.test(name))
    .toSorted()
    .map((name) => asCalled(join(folder, name)))

/** `alongside samples`: how the sample case of each procedure stands. */
export const samplesCommand = (terminal: Terminal): Command =>
  new Command('samples')
    .description('show the sample case of each written procedure, and what to try next')
    .option(
      '--packs <folder>',
      'where the written procedures are, if not in the packs that came with this program',
    )
    .addHelpText('after', examples)
    .action(({ packs }: { readonly packs?: string }) => {
      const { folders, place } = packShelf(packs)
      const paths = [...folders.values()].flatMap(samplesIn)
      if (paths.length === 0)
        throw new WrongCall(`There is no sample in ${place}. Write a case as sample.yaml beside a procedure.`)
      let toTry = ''
      for (const path of paths) {
        const { opened, problems } = openFrom(path, 'either', packs === undefined ? {} : { packs }, terminal)
        if (opened === undefined) {
          complainOf(problems, terminal)
          continue
        }
        terminal.write(`${samplePage(opened, path, terminal)}\n`)
        const rule = firstRuleShown(opened)
        if (toTry === '' && rule !== undefined) toTry = whatToTry(path, rule)
      }
      terminal.write(toTry)
    })
