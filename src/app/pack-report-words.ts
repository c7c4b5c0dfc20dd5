import { join } from 'node:path'
import type { Problem } from '#procedure/problem.ts'
import type { PackReport } from './pack-report.ts'
import type { Paint } from './paint.ts'

const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

const problemLines = ({ line, what, remedy, code }: Problem, paint: Paint): string =>
  [
    `  ${line > 0 ? paint('bold', `line ${line}`) : paint('bold', 'file')}  ${what}`,
    `      ${remedy} ${paint('dim', `[${code}]`)}`,
  ].join('\n')

const summary = ({ pack, versions, problems }: PackReport, paint: Paint): string => {
  const found =
    problems.length === 0 ? paint('green', '0 problems') : paint('red', many(problems.length, 'problem'))
  const counted = versions.map(
    ({ version, count }) =>
      `${version}: ${many(count.clauses, 'clause')}, ${count.withRules} with rules, ` +
      `${count.withNone} with none and why, ${count.unclear} unclear`,
  )
  const hasDocument = problems.some(({ file }) => file.endsWith('/procedure.md'))
  const nothing = hasDocument
    ? ': nothing else is looked at before the head of the document can be read'
    : ' holds nothing that can be read'
  return `${pack.id}${counted.length === 0 ? nothing : ` ${counted.join('; ')}`}; ${found}`
}

/** The problems of a pack by file and line, and a line on how much of it runs. */
export const reportInText = (report: PackReport, paint: Paint): string => {
  const files = Map.groupBy(report.problems, ({ file }) => file)
  const groups = [...files].map(
    ([file, problems]) =>
      `${paint('underline', join(report.folder, file))}\n${problems.map((problem) => problemLines(problem, paint)).join('\n')}\n`,
  )
  return [...groups, summary(report, paint)].join('\n')
}

/** The same for programs. */
export const reportInJson = (reports: readonly PackReport[]): string =>
  JSON.stringify(
    reports.map(({ pack, folder, versions, problems }) => ({ pack: pack.id, folder, versions, problems })),
    null,
    2,
  )
