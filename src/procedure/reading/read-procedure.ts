import { parseDay } from '#calendar/day.ts'
import { eventsOf } from '../event-vocabulary.ts'
import { headerSchema } from '../header.ts'
import type { Header } from '../header.ts'
import { keptOnce } from './kept-once.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import type { Clause, Procedure } from '../procedure.ts'
import type { RawClause, RawDocument } from './read-document.ts'
import { readDocument } from './read-document.ts'
import type { PlacedRule, Rule } from '../rules/rule-block.ts'
import { readRuleBlock } from '../rules/rule-block.ts'
import { schemaProblems } from './schema-problems.ts'
import { readYaml } from './yaml-source.ts'

/** A procedure as read, with the line of each rule for whoever reports on it. */
export type ReadProcedure = {
  readonly procedure: Procedure | undefined
  readonly placed: readonly PlacedRule[]
  readonly problems: readonly Problem[]
}

const readHeader = (raw: RawDocument, file: string): { header?: Header; problems: readonly Problem[] } => {
  if (raw.header === undefined)
    return {
      problems: [
        problemAt('no-header', { file, line: 1 }, 'The document does not say which procedure it is.'),
      ],
    }
  const unmarked =
    raw.unmarked === null
      ? []
      : [
          problemAt(
            'no-header',
            { file, line: raw.unmarked },
            'The block that begins here is the head, and does not say so.',
            'Write ```yaml procedure in this line.',
          ),
        ]
  const { source, problems } = readYaml(raw.header.text, file, raw.header.line)
  if (problems.length > 0) return { problems: [...unmarked, ...problems] }
  const read = headerSchema.safeParse(source.value)
  return read.success
    ? { header: keptOnce(read.data), problems: unmarked }
    : { problems: [...unmarked, ...schemaProblems(source, read.error, { schema: headerSchema })] }
}

const readClause = (
  raw: RawClause,
  file: string,
): { clause: Clause; placed: readonly PlacedRule[]; problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const placed: PlacedRule[] = []
  const noRule: string[] = []
  const unclear: string[] = []
  for (const block of raw.blocks) {
    const { source, problems: wrong } = readYaml(block.text, file, block.line)
    problems.push(...wrong)
    if (wrong.length > 0) continue
    const read = readRuleBlock(source, raw.id)
    problems.push(...read.problems)
    placed.push(...read.content.rules.map((one) => ({ ...one, rule: keptOnce(one.rule) })))
    noRule.push(...read.content.noRule)
    unclear.push(...read.content.unclear)
  }
  if (placed.length + noRule.length + unclear.length + problems.length === 0)
    problems.push(
      problemAt(
        'clause-without-rule',
        { file, line: raw.line },
        `${raw.id} gives no rule and does not say why.`,
      ),
    )
  const rules = placed.map(({ rule }) => ({ kind: rule.kind, id: rule.id }))
  const { id, title, section, line, prose } = raw
  return { clause: { id, title, section, line, prose, rules, noRule, unclear }, placed, problems }
}

const ofKind = <K extends Rule['kind']>(
  rules: readonly Rule[],
  kind: K,
): readonly Extract<Rule, { kind: K }>[] =>
  rules.filter((rule): rule is Extract<Rule, { kind: K }> => rule.kind === kind)

/**
 * Reads one version of a procedure from its Markdown. What can be read is read even when something is wrong;
 * only a document without a sound header gives no procedure. Whether the rules fit together is for the check.
 */
export const readProcedure = (markdown: string, file: string): ReadProcedure => {
  const raw = readDocument(markdown)
  const { header, problems: headerProblems } = readHeader(raw, file)
  const clauses = raw.clauses.map((clause) => readClause(clause, file))
  const placed = clauses.flatMap((clause) => clause.placed)
  const strays = raw.strays.map((line) =>
    problemAt(
      'block-outside-clause',
      { file, line },
      'This block stands under no clause, so nothing reads it.',
    ),
  )
  const unclosed = raw.unclosed.map((line) =>
    problemAt('block-not-closed', { file, line }, 'The block that begins here does not end.'),
  )
  const problems = [
    ...headerProblems,
    ...unclosed,
    ...strays,
    ...clauses.flatMap((clause) => clause.problems),
  ]
  const version = header === undefined ? undefined : parseDay(header.inForce)
  if (header === undefined || version === undefined) return { procedure: undefined, placed, problems }

  const rules = placed.map(({ rule }) => rule)
  const { inForce: _, events, ...rest } = header
  const procedure: Procedure = Object.freeze({
    ...rest,
    version,
    preface: raw.preface,
    events: eventsOf(events),
    clauses: clauses.map(({ clause }) => clause),
    clocks: ofKind(rules, 'clock'),
    gates: ofKind(rules, 'gate'),
    decisions: ofKind(rules, 'decision'),
    notices: ofKind(rules, 'notice'),
    prompts: ofKind(rules, 'prompt'),
    checklists: ofKind(rules, 'checklist'),
    watches: ofKind(rules, 'watch'),
    formUses: ofKind(rules, 'form'),
    routes: ofKind(rules, 'route'),
    options: ofKind(rules, 'option'),
  })
  return { procedure, placed, problems }
}
