import { ruleSchemas } from '#procedure/rules/rule-block.ts'
import type { PackReport } from './pack-report.ts'

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

/** A Markdown table of how many clauses each procedure has and what they give, the version in force last. */
export const clauseTable = (reports: readonly PackReport[]): string => {
  const versions = reports.flatMap(({ versions: all }) => all)
  const kinds = Object.keys(ruleSchemas).filter((kind) => versions.some(({ count }) => count.kinds[kind]))
  const head = ['procedure', 'in force from', 'clauses', 'with rules', 'none, and why', 'unclear', ...kinds]
  return [
    row(head),
    row(head.map((_, index) => (index < 2 ? '---' : '--:'))),
    ...versions.map(({ title, version, count }) =>
      row([
        title,
        version,
        count.clauses,
        count.withRules,
        count.withNone,
        count.unclear,
        ...kinds.map((kind) => count.kinds[kind] ?? 0),
      ]),
    ),
  ].join('\n')
}
