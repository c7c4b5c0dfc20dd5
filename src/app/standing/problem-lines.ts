import type { Problem } from '#procedure/problem.ts'
import type { Page } from '../page.ts'
import { wrapped } from '../page.ts'

/** Problems of a file: for each its place, what is wrong and what to do. */
export const problemLines = (problems: readonly Problem[], { width, paint }: Page): readonly string[] =>
  problems.flatMap(({ file, line, what, remedy, code }) => [
    ...wrapped(`${file}${line > 0 ? `, line ${line}` : ''}`, width, '  ').map((text) => paint('bold', text)),
    ...wrapped(what, width, '    '),
    ...wrapped(`${remedy} [${code}]`, width, '    ').map((text) => paint('dim', text)),
  ])
