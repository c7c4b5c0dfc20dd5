import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import type { Version } from '#procedure/pack.ts'
import type { Problem } from '#procedure/problem.ts'
import { problemAt } from '#procedure/problem.ts'
import { runScenarioFile } from './run-scenarios.ts'
import type { ScenarioResult, ScenarioRun } from './run-scenarios.ts'

/** The kinds of rule that a scenario has to show at work; the others are shown by the document itself. */
const toBeShown: ReadonlySet<string> = new Set(['clock', 'gate', 'watch', 'prompt', 'notice', 'option'])

const namedIn = ({ scenario: { then } }: ScenarioResult): readonly string[] => [
  ...(then.obligations ?? []).map((one) => `clock ${one.rule}`),
  ...(then.gates ?? []).map((one) => `gate ${one.gate}`),
  ...(then.watches ?? []).map((one) => `watch ${one.watch}`),
  ...[...(then.prompts ?? []), ...(then['no-prompts'] ?? [])].map((id) => `prompt ${id}`),
  ...[...(then.notices ?? []), ...(then['no-notices'] ?? [])].map((id) => `notice ${id}`),
  ...[...(then.options ?? []), ...(then['no-options'] ?? [])].map((id) => `option ${id}`),
  ...[...(then.decisions ?? []), ...(then['no-decisions'] ?? [])].map((id) => `decision ${id}`),
]

const outcomesNotShown = (
  { procedure }: Version,
  results: readonly ScenarioResult[],
): readonly { id: string; what: string }[] => {
  const events = results.flatMap((result) => result.events)
  return procedure.decisions.flatMap(({ id, on, field, outcomes }) =>
    outcomes
      .filter(
        ({ value }) => !events.some((event) => on.events.includes(event.type) && event.data[field] === value),
      )
      .map(({ value }) => ({
        id,
        what: `No scenario shows the decision "${id}" with the outcome "${value}".`,
      })),
  )
}

/** Runs a version's scenarios, and finds the rules and the outcomes that none of them shows. */
export const checkScenarios = (version: Version, calendar: WorkingCalendar): ScenarioRun => {
  const runs = version.scenarioFiles.map((file) => runScenarioFile(file, version, calendar))
  const results = runs.flatMap((run) => run.results)
  const shown = new Set(results.flatMap(namedIn))
  const lineOf = (id: string): number => version.placed.find(({ rule }) => rule.id === id)?.line ?? 0
  const missing = version.procedure.clauses.flatMap((clause) =>
    clause.rules
      .filter(({ kind, id }) => toBeShown.has(kind) && !shown.has(`${kind} ${id}`))
      .map(({ kind, id }) => ({ id, what: `No scenario shows the ${kind} "${id}" (${clause.id}).` })),
  )
  const problems: readonly Problem[] = [...missing, ...outcomesNotShown(version, results)].map(
    ({ id, what }) =>
      problemAt('rule-without-scenario', { file: version.document.path, line: lineOf(id) }, what),
  )
  return { results, problems: [...runs.flatMap((run) => run.problems), ...problems] }
}
