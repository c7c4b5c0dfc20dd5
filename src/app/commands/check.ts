import { Command, Option } from 'commander'
import { asCalled, ownPacks, packsNamed } from '../find-pack.ts'
import { clauseTable } from '../clause-table.ts'
import { reportInJson, reportInText } from '../pack-report-words.ts'
import { reportOn } from '../pack-report.ts'
import type { Terminal } from '../terminal.ts'
import { readPackFolder } from '../read-pack-folder.ts'

const examples = `
Examples:
  alongside check
  alongside check packs/nine-steps
  alongside check packs/nine-steps --format json
  alongside check packs --table`

type Asked = { readonly format: 'text' | 'json'; readonly table?: true }

/** `alongside check`: reports everything that is wrong with packs. Exit status 1 when anything is. */
export const checkCommand = ({ write, paint, leaveWith }: Terminal): Command =>
  new Command('check')
    .description('say everything that is wrong with written procedures, and what to do')
    .argument('[folders...]', 'folders of packs or their ids, or a folder that holds them', [
      asCalled(ownPacks),
    ])
    .addOption(
      new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'),
    )
    .option('--table', 'a Markdown table of the clauses and what they give, instead of the report')
    .addHelpText('after', examples)
    .action((folders: readonly string[], { format, table }: Asked) => {
      const reports = packsNamed(folders).map((folder) => reportOn(readPackFolder(folder)))
      const text =
        format === 'json'
          ? reportInJson(reports)
          : reports.map((report) => reportInText(report, paint)).join('\n')
      write(`${table ? clauseTable(reports) : text}\n`)
      if (reports.some(({ problems }) => problems.length > 0)) leaveWith(1)
    })
