import { join } from 'node:path'
import { Command, Option } from 'commander'
import type { Problem } from '#procedure/problem.ts'
import { clauseTable } from '../clause-table.ts'
import type { PackReport } from '../pack-report.ts'
import { reportOn } from '../pack-report.ts'
import { paint } from '../paint.ts'
import { packFoldersIn, readPackFolder } from '../read-pack-folder.ts'

type Asked = { readonly format: 'text' | 'json'; readonly table?: true }

const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const problemLines = ({ line, what, remedy, code }: Problem): string =>
  [
    `  ${line > 0 ? paint('bold', `line ${line}`) : paint('bold', 'file')}  ${what}`,
    `      ${remedy} ${paint('dim', `[${code}]`)}`,
  ].join('\n')

const summary = ({ pack, versions, problems }: PackReport): string => {
  const found =
    problems.length === 0 ? paint('green', '0 problems') : paint('red', many(problems.length, 'problem'))
  const counted = versions.map(
    ({ version, count }) =>
      `${version}: ${many(count.clauses, 'clause')}, ${count.withRules} with rules, ` +
      `${count.withNone} with none and why, ${count.unclear} unclear`,
  )
  return `${pack.id} ${counted.length === 0 ? 'holds nothing that can be read' : counted.join('; ')}; ${found}`
}

const inText = (report: PackReport): string => {
  const files = Map.groupBy(report.problems, ({ file }) => file)
  const groups = [...files].map(
    ([file, problems]) =>
      `${paint('underline', join(report.folder, file))}\n${problems.map(problemLines).join('\n')}\n`,
  )
  return [...groups, summary(report)].join('\n')
}

const inJson = (reports: readonly PackReport[]): string =>
  JSON.stringify(
    reports.map(({ pack, folder, versions, problems }) => ({ pack: pack.id, folder, versions, problems })),
    null,
    2,
  )

/** `alongside check`: reports everything that is wrong with packs. Exit status 1 when anything is. */
export const checkCommand = (): Command =>
  new Command('check')
    .description('say everything that is wrong with written procedures, and what to do')
    .argument('[folders...]', 'folders of packs, or one that holds them', ['packs'])
    .addOption(
      new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'),
    )
    .option('--table', 'a Markdown table of the clauses and what they give, instead of the report')
    .action((folders: readonly string[], { format, table }: Asked) => {
      const reports = packFoldersIn(folders).map((folder) => reportOn(readPackFolder(folder)))
      const text = format === 'json' ? inJson(reports) : reports.map(inText).join('\n')
      process.stdout.write(`${table ? clauseTable(reports) : text}\n`)
      if (reports.some(({ problems }) => problems.length > 0)) process.exitCode = 1
    })
