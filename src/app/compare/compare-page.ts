import { stringify } from 'yaml'
import type { Version } from '#procedure/pack.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import type { Page } from '../page.ts'
import { partHeading, wrapped } from '../page.ts'
import type { FileChange } from './compare-files.ts'
import type { ClauseChange, Comparison, RuleChange } from './compare-versions.ts'
import type { Rewording } from './rewording.ts'
import type { ValueChange } from './value-changes.ts'

/** A value on one line, as it might be written in a procedure. */
const written = (value: unknown): string =>
  typeof value === 'string'
    ? value.trim().replace(/\s+/g, ' ')
    : stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim()

const isListOfWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** What a list of words has more, or less, than before; nothing when only their order differs. */
const listInWords = (from: readonly string[], to: readonly string[]): readonly string[] => [
  ...to.filter((one) => !from.includes(one)).map((one) => `${one} (new)`),
  ...from.filter((one) => !to.includes(one)).map((one) => `${one} (gone)`),
]

const valueInWords = ({ key, from, to }: ValueChange): string => {
  if (from === undefined) return `${key}: ${written(to)} (new)`
  if (to === undefined) return `${key}: ${written(from)} (gone)`
  const inList = isListOfWords(from) && isListOfWords(to) ? listInWords(from, to) : []
  return `${key}: ${inList.length > 0 ? inList.join(', ') : `${written(from)} -> ${written(to)}`}`
}

const valueLines = (values: readonly ValueChange[], indent: string, { width }: Page): readonly string[] =>
  values.flatMap((value) => wrapped(valueInWords(value), width, indent, `${indent}  `))

const rewordingLines = ({ gone, added }: Rewording, { width, paint }: Page): readonly string[] => [
  ...gone.flatMap((one) => wrapped(one, width, '  - ', '    ').map((line) => paint('red', line))),
  ...added.flatMap((one) => wrapped(one, width, '  + ', '    ').map((line) => paint('green', line))),
]

const ruleWords = { added: 'is new', gone: 'is gone', changed: 'has changed' } as const

const ruleLines = ({ kind, id, change, values }: RuleChange, page: Page): readonly string[] => {
  const heading = wrapped(`${kind} ${id} ${ruleWords[change]}`, page.width, '  ', '    ')
  if (change === 'changed') return [...heading, ...valueLines(values, '    ', page)]
  const said = values.map(({ key, from, to }) => `${key}: ${written(change === 'added' ? to : from)}`)
  return [...heading, ...said.flatMap((line) => wrapped(line, page.width, '    ', '      '))]
}

const clauseWords = { added: 'new', gone: 'gone', changed: '' } as const

const clauseLines = (
  { clause, title, change, reworded, rules }: ClauseChange,
  page: Page,
): readonly string[] => [
  ...partHeading(`${clause} ${title}${change === 'changed' ? '' : ` (${clauseWords[change]})`}`, page),
  ...rewordingLines(reworded, page),
  ...rules.flatMap((rule) => ruleLines(rule, page)),
]

const fileLines = ({ file, change, values, reworded }: FileChange, page: Page): readonly string[] => [
  ...wrapped(`${file} ${ruleWords[change]}`, page.width, '  ', '    '),
  ...valueLines(values, '    ', page),
  ...rewordingLines(reworded, { ...page, width: page.width - 2 }).map((line) => `  ${line}`),
]

/** What changed between two versions, as text for people. */
export const comparePage = (comparison: Comparison, from: Version, to: Version, page: Page): string => {
  const { head, preface, clauses, files } = comparison
  const words = preface.gone.length + preface.added.length
  const nothing = head.length + words + clauses.length + files.length === 0
  return [
    ...wrapped(to.procedure.title, page.width).map((line) => page.paint('bold', line)),
    ...wrapped(
      `From the version of ${dayInWords(from.procedure.version)} to that of ${dayInWords(to.procedure.version)}`,
      page.width,
    ),
    ...(nothing
      ? ['', 'Nothing that this procedure says has changed.']
      : ['Sentences marked - are no longer said, those marked + are new.']),
    ...(head.length === 0 ? [] : [...partHeading('At the head', page), ...valueLines(head, '  ', page)]),
    ...(words === 0 ? [] : [...partHeading('Before the clauses', page), ...rewordingLines(preface, page)]),
    ...clauses.flatMap((clause) => clauseLines(clause, page)),
    ...(files.length === 0
      ? []
      : [...partHeading('Forms and letters', page), ...files.flatMap((file) => fileLines(file, page))]),
    '',
  ].join('\n')
}
