import { Command } from 'commander'
import { didYouMean } from '#procedure/reading/nearest.ts'
import { chosenObligations, subjectIds } from '../explain/chosen-obligations.ts'
import { clauseLines, clockLines, explanation, othersLines } from '../explain/explain-page.ts'
import { noSuchRule, ruleMeant } from '../explain/rule-meant.ts'
import type { OpenedCase } from '../open-case.ts'
import { listed } from '#procedure/in-words.ts'
import { wrapped } from '../page.ts'
import type { Terminal } from '../terminal.ts'
import { WrongCall } from '../wrong-call.ts'
import type { CaseOptions } from './assess.ts'
import { complainOf, openFrom, withCaseOptions } from './assess.ts'

type Asked = CaseOptions & { readonly subject?: string }

const examples = `
Examples:
  alongside explain packs/nine-steps/sample.yaml first-home-visit
  alongside explain packs/nine-steps/sample.yaml NS-5.2
  alongside explain case.yaml child-seen-within-four-weeks --subject ada
  alongside explain case.yaml first-home-visit --as-of 2026-03-10T09:00

The rules of a case and their ids: alongside assess case.yaml --format json`

/** A rule that is no clock: its clause, and what it is. */
const withoutDate = (
  rule: string,
  { assessment: { procedure } }: OpenedCase,
  terminal: Terminal,
): readonly string[] => {
  const clause = procedure.clauses.find(({ rules }) => rules.some(({ id }) => id === rule))
  const found = clause?.rules.find(({ id }) => id === rule)
  if (clause === undefined || found === undefined) throw noSuchRule(rule, procedure)
  return [
    ...clauseLines(clause.id, procedure, terminal),
    '',
    ...wrapped(
      `"${rule}" is a ${found.kind}. It sets no date; alongside assess shows how it stands.`,
      terminal.width,
    ),
  ]
}

const lines = (named: string, opened: OpenedCase, subject: string | undefined, terminal: Terminal) => {
  const { procedure, obligations } = opened.assessment
  const rule = ruleMeant(named, procedure)
  const clock = procedure.clocks.find(({ id }) => id === rule)
  if (clock === undefined) return withoutDate(rule, opened, terminal)
  const all = obligations.filter(({ obligation }) => obligation.clock.id === rule)
  const head = clockLines(clock, opened, terminal)
  if (all.length === 0)
    return [
      ...head,
      '',
      ...wrapped('It has not started in this history up to this moment.', terminal.width, '  '),
    ]
  const { explained, others } = chosenObligations(all, subject)
  if (explained.length === 0) {
    const known = subjectIds(all)
    throw new WrongCall(
      `"${rule}" is about nothing called "${subject ?? ''}" here.${didYouMean(subject ?? '', known)} There are ${listed(known)}.`,
    )
  }
  return [
    ...head,
    ...explained.flatMap((stood) => explanation(stood, opened, terminal)),
    ...othersLines(others, opened, terminal),
  ]
}

/** `alongside explain`: the arithmetic of a date in full. Exit status 1 when the file leaves nothing to assess. */
export const explainCommand = (terminal: Terminal): Command =>
  withCaseOptions(
    new Command('explain')
      .description('show how a date came about, day by day, with the clause that sets it')
      .argument('<file>', 'the case or the worker, as YAML or JSON; - for standard input')
      .argument('<rule>', 'the id of the rule, or of its clause, such as NS-5.1')
      .option('--subject <id>', 'the person, meeting or event whose date it is'),
  )
    .addHelpText('after', examples)
    .action((file: string, rule: string, asked: Asked) => {
      const { opened, problems } = openFrom(file, 'either', asked, terminal)
      if (opened === undefined) return complainOf(problems, terminal)
      if (opened.warning !== null) terminal.complain(`${opened.warning}\n`)
      terminal.write(`${lines(rule, opened, asked.subject, terminal).join('\n')}\n`)
    })
