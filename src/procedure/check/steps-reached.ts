import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { headLine, problemOf } from './speaker.ts'

/** Steps after the first that no event begins and nothing leads to. */
export const stepsNeverReached = (version: Version): readonly Problem[] => {
  const { steps, routes, decisions } = version.procedure
  const led = new Set([
    ...steps.flatMap((step) => step.next.map((next) => next.to)),
    ...routes.map((route) => route.to),
    ...decisions.flatMap((decision) => decision.outcomes.map((outcome) => outcome.to)),
  ])
  return steps
    .slice(1)
    .filter((step) => step.begins.length === 0 && !led.has(step.id))
    .map((step) =>
      problemOf(
        version,
        { name: '', line: headLine(version) },
        'step-never-reached',
        `id: ${step.id}`,
        `No case ever reaches the step "${step.id}".`,
      ),
    )
}
