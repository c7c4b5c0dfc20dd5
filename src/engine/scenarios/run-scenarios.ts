import { parseInstant } from '#calendar/instant.ts'
import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { PackFile, Version } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { schemaProblems } from '#procedure/reading/schema-problems.ts'
import type { YamlSource } from '#procedure/reading/yaml-source.ts'
import { readYaml } from '#procedure/reading/yaml-source.ts'
import { assess, assessWorker } from '../assess.ts'
import type { Assessment } from '../assess.ts'
import type { CaseEvent } from '../case-event.ts'
import { caseFrom, workerFrom } from '../case-file/read-case-file.ts'
import { differences } from './scenario-differences.ts'
import { namesNotThere } from './scenario-names.ts'
import { placeOfEventIn, sourceOf } from './scenario-source.ts'
import type { Scenario, ScenarioFile } from './scenario.ts'
import { scenarioFileSchema } from './scenario.ts'
import { unknownRecorders } from '../case-file/unknown-recorders.ts'

/** How one scenario came out: what differs from what it says, each in words. */
export type ScenarioResult = {
  readonly scenario: Scenario
  readonly file: string
  readonly line: number
  readonly differs: readonly string[]
  /** What is wrong with the scenario itself, each at its own line; it is not tried before that is mended. */
  readonly problems: readonly Problem[]
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

const run = (source: YamlSource, asOfText: string, procedure: Procedure, calendar: WorkingCalendar): Ran => {
  const asOf = parseInstant(asOfText)
  const isWorker = 'worker' in (source.value as object)
  const read = isWorker ? workerFrom(source) : caseFrom(source)
  const events = read.file?.events ?? []
  if (read.file === undefined || asOf === undefined)
    return { assessment: undefined, events, problems: read.problems }
  const facts = { procedure, events, calendar, asOf, place: placeOfEventIn(source) }
  const assessment =
    'worker' in read.file
      ? assessWorker(facts, read.file.worker)
      : assess({ ...facts, people: read.file.people })
  return {
    assessment,
    events,
    problems: [...read.problems, ...unknownRecorders(facts), ...assessment.problems],
  }
}

/** The problems that a scenario does not expect, and the codes of those that it expects in vain. */
const againstExpected = (
  found: readonly Problem[],
  expected: readonly string[],
): { readonly unexpected: readonly Problem[]; readonly inVain: readonly string[] } => {
  const inVain = [...expected]
  const unexpected = found.filter(({ code }) => {
    const at = inVain.indexOf(code)
    if (at >= 0) inVain.splice(at, 1)
    return at < 0
  })
  return { unexpected, inVain }
}

type Trial = {
  readonly file: ScenarioFile
  readonly source: YamlSource
  readonly version: Version
  readonly calendar: WorkingCalendar
}

const tryOut = (scenario: Scenario, index: number, { file, source, version, calendar }: Trial) => {
  const place = (path: readonly PropertyKey[]) => ({
    file: source.file,
    line: source.lineOf(['scenarios', index, ...path]),
  })
  const { procedure } = version
  const ran = run(sourceOf(file, index, procedure.id, source), scenario['as-of'], procedure, calendar)
  const { unexpected, inVain } = againstExpected(ran.problems, scenario.then.problems ?? [])
  const badMoment =
    parseInstant(scenario['as-of']) === undefined
      ? [
          problemAt(
            'case-bad-date',
            place(['as-of']),
            `as-of: "${scenario['as-of']}" is not a moment that exists.`,
          ),
        ]
      : []
  const problems = [
    ...badMoment,
    ...unexpected,
    ...namesNotThere(scenario.then, version, (path) => place(['then', ...path])),
  ]
  const differs =
    ran.assessment === undefined || problems.length > 0
      ? []
      : [
          ...(inVain.length === 0 ? [] : [`expected the problems ${inVain.join(', ')}, found none of them`]),
          ...differences(scenario.then, ran.assessment),
        ]
  return { events: ran.events, problems, differs, ...place([]) }
}

/** What is wrong in the part that several scenarios share, or said alike of several, is said once. */
const once = (problems: readonly Problem[]): readonly Problem[] => {
  const said = new Map<string, Problem>()
  for (const problem of problems) {
    const key = problem.code === 'scenario-fails' ? problem.what : JSON.stringify(problem)
    if (!said.has(key)) said.set(key, problem)
  }
  return [...said.values()]
}

/** Runs the scenarios of one file under a version: each with what differs, and what is wrong with the file. */
export const runScenarioFile = (file: PackFile, version: Version, calendar: WorkingCalendar): ScenarioRun => {
  const { source, problems } = readYaml(file.text, file.path)
  if (problems.length > 0) return { results: [], problems }
  const read = scenarioFileSchema.safeParse(source.value)
  if (!read.success)
    return { results: [], problems: schemaProblems(source, read.error, { schema: scenarioFileSchema }) }
  const trial = { file: read.data, source, version, calendar }
  const results = read.data.scenarios.map((scenario, index): ScenarioResult => {
    const tried = tryOut(scenario, index, trial)
    return { scenario, ...tried, differs: [...tried.problems.map(({ what }) => what), ...tried.differs] }
  })
  const failed = results
    .filter(({ differs, problems: own }) => differs.length > own.length)
    .map(({ scenario, line, differs }) =>
      problemAt('scenario-fails', { file: file.path, line }, `"${scenario.scenario}" ${differs.join('; ')}.`),
    )
  return { results, problems: [...once(results.flatMap((result) => result.problems)), ...failed] }
}
