import { parseInstant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { schemaProblems } from '#procedure/schema-problems.ts'
import type { PackFile } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { YamlSource } from '#procedure/yaml-source.ts'
import { readYaml } from '#procedure/yaml-source.ts'
import { assess, assessWorker } from './assess.ts'
import type { Assessment } from './assess.ts'
import type { CaseEvent } from './case-event.ts'
import { differences } from './scenario-differences.ts'
import type { Scenario, ScenarioFile } from './scenario.ts'
import { scenarioFileSchema } from './scenario.ts'
import { caseFrom, workerFrom } from './read-case-file.ts'

/** How one scenario came out: what differs from what it says, each in words. */
export type ScenarioResult = {
  readonly scenario: Scenario
  readonly file: string
  readonly line: number
  readonly differs: readonly string[]
  /** What happened in it, for telling which outcomes are shown. */
  readonly events: readonly CaseEvent[]
}

export type ScenarioRun = {
  readonly results: readonly ScenarioResult[]
  readonly problems: readonly Problem[]
}

type Ran = {
  readonly assessment: Assessment | undefined
  readonly events: readonly CaseEvent[]
  readonly problems: readonly Problem[]
}

/** The case that a scenario tells, as if it stood in a file of its own; its lines are those of the scenario. */
const sourceOf = (
  scenario: Scenario,
  given: ScenarioFile['given'],
  procedure: Procedure,
  file: string,
  line: number,
): YamlSource => {
  const base = scenario.given ?? given ?? {}
  const worker = scenario.worker ?? base.worker
  const events = [...(base.events ?? []), ...(scenario.events ?? [])]
  const people = [...(base.people ?? []), ...(scenario.people ?? [])]
  const value = { procedure: procedure.id, events, ...(worker === undefined ? { people } : { worker }) }
  return { file, value, lineOf: () => line }
}

const run = (
  source: YamlSource,
  scenario: Scenario,
  procedure: Procedure,
  calendar: WorkingCalendar,
): Ran => {
  const asOf = parseInstant(scenario['as-of'])
  const place = () => ({ file: source.file, line: source.lineOf([]) })
  if (asOf === undefined)
    return {
      assessment: undefined,
      events: [],
      problems: [
        problemAt('case-bad-date', place(), `as-of "${scenario['as-of']}" is not a moment that exists.`),
      ],
    }
  const isWorker = 'worker' in (source.value as object)
  const read = isWorker ? workerFrom(source) : caseFrom(source)
  if (read.file === undefined) return { assessment: undefined, events: [], problems: read.problems }
  const facts = { procedure, events: read.file.events, calendar, asOf, place }
  const assessment =
    'worker' in read.file
      ? assessWorker(facts, read.file.worker)
      : assess({ ...facts, people: read.file.people })
  return { assessment, events: read.file.events, problems: [...read.problems, ...assessment.problems] }
}

const resultOf = (
  source: YamlSource,
  scenario: Scenario,
  procedure: Procedure,
  calendar: WorkingCalendar,
): ScenarioResult => {
  const { assessment, events, problems } = run(source, scenario, procedure, calendar)
  const expected = [...(scenario.then.problems ?? [])].toSorted()
  const found = problems.map((problem) => problem.code).toSorted()
  const unexpected =
    expected.join() === found.join()
      ? []
      : [
          `expected ${expected.length === 0 ? 'no problems' : `the problems ${expected.join(', ')}`}, found ${
            problems.length === 0 ? 'none' : problems.map(({ what, code }) => `${what} [${code}]`).join(' ')
          }`,
        ]
  const differs = [...unexpected, ...(assessment === undefined ? [] : differences(scenario.then, assessment))]
  return { scenario, file: source.file, line: source.lineOf([]), differs, events }
}

/** Runs the scenarios of one file under a procedure: each with what differs, and what is wrong with the file. */
export const runScenarioFile = (
  file: PackFile,
  procedure: Procedure,
  calendar: WorkingCalendar,
): ScenarioRun => {
  const { source, problems } = readYaml(file.text, file.path)
  if (problems.length > 0) return { results: [], problems }
  const read = scenarioFileSchema.safeParse(source.value)
  if (!read.success)
    return { results: [], problems: schemaProblems(source, read.error, { schema: scenarioFileSchema }) }
  const results = read.data.scenarios.map((scenario, i) =>
    resultOf(
      sourceOf(scenario, read.data.given, procedure, file.path, source.lineOf(['scenarios', i])),
      scenario,
      procedure,
      calendar,
    ),
  )
  const failed = results.flatMap(({ scenario, line, differs }) =>
    differs.length === 0
      ? []
      : [
          problemAt(
            'scenario-fails',
            { file: file.path, line },
            `"${scenario.scenario}" ${differs.join('; ')}.`,
          ),
        ],
  )
  return { results, problems: failed }
}
