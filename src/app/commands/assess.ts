import { Command, Option } from 'commander'
import { assessmentJson } from '#engine/assessment-json.ts'
import type { Problem } from '#procedure/problem.ts'
import { packShelf } from '../find-pack.ts'
import type { About, Opening } from '../open-case.ts'
import { momentAsked, openCase } from '../open-case.ts'
import { publicCalendar } from '../public-calendar.ts'
import { nameOfInput, readInput } from '../read-input.ts'
import { problemLines } from '../standing/problem-lines.ts'
import { standingPage } from '../standing/standing-page.ts'
import type { Terminal } from '../terminal.ts'

/** What is asked of a case by any command that opens one. */
export type CaseOptions = { readonly asOf?: string; readonly packs?: string }

type Asked = CaseOptions & { readonly format: 'text' | 'json'; readonly all?: true }

const examples = `
Examples:
  alongside assess packs/nine-steps/sample.yaml
  alongside assess case.yaml --as-of 2026-03-10T09:00
  alongside assess case.json --format json
  cat case.yaml | alongside assess -

How a case is written down: packs/README.md, under "A case".`

const workerExamples = `
Examples:
  alongside assess-worker worker.yaml
  alongside assess-worker worker.yaml --as-of 2026-03-10T09:00 --format json

How the file of a worker is written: packs/README.md, under "A case".`

/**
 * Opens the case in a file as a call asks for it.
 *
 * @throws WrongCall when the call names no such file, moment or folder of packs
 */
export const openFrom = (
  path: string,
  about: About,
  { asOf, packs }: CaseOptions,
  terminal: Terminal,
): Opening =>
  openCase({
    name: nameOfInput(path),
    text: readInput(path, terminal),
    about,
    asOf: momentAsked(asOf),
    now: terminal.now(),
    shelf: packShelf(packs),
    calendar: publicCalendar(),
  })

/** Says what leaves nothing to assess. Exit status 1. */
export const complainOf = (problems: readonly Problem[], terminal: Terminal): void => {
  terminal.complain(`${problemLines(problems, terminal).join('\n')}\n`)
  terminal.leaveWith(1)
}

const inJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const show = (path: string, about: 'case' | 'worker', asked: Asked, terminal: Terminal): void => {
  const { opened, problems } = openFrom(path, about, asked, terminal)
  const asJson = asked.format === 'json'
  if (opened === undefined) {
    if (!asJson) return complainOf(problems, terminal)
    terminal.write(inJson({ problems }))
    return terminal.leaveWith(1)
  }
  if (opened.warning !== null) terminal.complain(`${opened.warning}\n`)
  terminal.write(
    asJson ? inJson(assessmentJson(opened.assessment)) : standingPage(opened, asked.all === true, terminal),
  )
}

/** Adds the options of every command that opens a case. */
export const withCaseOptions = (command: Command): Command =>
  command
    .option(
      '--as-of <moment>',
      "the moment to look at, 2026-03-10T09:00; the file's own as-of, or now, unless said",
    )
    .option(
      '--packs <folder>',
      'where the written procedures are, if not in the packs that came with this program',
    )

const assessing = (name: string, about: 'case' | 'worker', terminal: Terminal): Command =>
  withCaseOptions(new Command(name).argument('<file>', `the ${about}, as YAML or JSON; - for standard input`))
    .addOption(
      new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'),
    )
    .option('--all', 'show what is done or no longer asked as well')
    .action((file: string, asked: Asked) => show(file, about, asked, terminal))

/** `alongside assess`: how a case stands. Exit status 1 when its file leaves nothing to assess. */
export const assessCommand = (terminal: Terminal): Command =>
  assessing('assess', 'case', terminal)
    .description('say what is due in a case, by whom, by when, why, and what may happen next')
    .addHelpText('after', examples)

/** `alongside assess-worker`: how a worker's own obligations stand, such as supervision. */
export const assessWorkerCommand = (terminal: Terminal): Command =>
  assessing('assess-worker', 'worker', terminal)
    .description('say what is due for a worker, such as supervision')
    .addHelpText('after', workerExamples)
