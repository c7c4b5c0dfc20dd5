import type { Instant } from '#calendar/instant.ts'
import type { Decision } from '#procedure/rules/flow.ts'
import type { Checklist, Notice, Option, Prompt } from '#procedure/rules/guidance.ts'
import type { Step } from '#procedure/header.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { Entry } from './history/entry.ts'
import { entriesNow, isClosed, stepOf, stillHolds } from './history/episode.ts'
import { sought } from './history/find.ts'
import { appliesNow, situationAt } from './situation-now.ts'
import type { Timeline } from './history/timeline.ts'
import { wayOutOf } from './way-out.ts'
import type { Decided } from './way-out.ts'

/** Who was told, or has to be told, because of an event. */
export type Told = { readonly notice: Notice; readonly entry: Entry }

/** What may happen next, and what goes with it. */
export type Next = {
  readonly prompts: readonly Prompt[]
  readonly decisions: readonly Decision[]
  /** The way out that was decided on, where all that remains is to close the case. */
  readonly wayOut: Decided | null
  readonly options: readonly Option[]
  readonly checklists: readonly Checklist[]
  readonly notices: readonly Told[]
}

/**
 * A decision is open while the case stands at its step, or at one from which an arrow leads to it, and nothing
 * has been decided since the case came to stand there.
 */
const isPending = (decision: Decision, step: Step | undefined, timeline: Timeline): boolean => {
  if (step === undefined) return false
  if (step.id !== decision.step && !step.next.some(({ to }) => to === decision.step)) return false
  const begun = entriesNow(timeline, step.begins.flat()).at(-1)
  const decided = entriesNow(timeline, [decision.on]).at(-1)
  return decided === undefined || (begun !== undefined && begun.seq > decided.seq)
}

/** The decisions that a case waits for at a moment, the first to be made first; none of a case that is closed or on its way out. */
export const pendingDecisions = (
  procedure: Procedure,
  timeline: Timeline,
  asOf: Instant,
): readonly Decision[] => {
  if (isClosed(timeline) || wayOutOf(procedure, timeline) !== null) return []
  const situation = situationAt(timeline, asOf)
  const at = stepOf(procedure, timeline)
  const step = procedure.steps.find(({ id }) => id === at)
  return procedure.decisions.filter(
    (one) => appliesNow(one.when, procedure, situation) && isPending(one, step, timeline),
  )
}

/** What the procedure asks, offers and announces at a moment. */
export const nextOf = (procedure: Procedure, timeline: Timeline, asOf: Instant): Next => {
  const situation = situationAt(timeline, asOf)
  const open = !isClosed(timeline)
  const applies = (rule: { readonly when: Prompt['when'] }): boolean =>
    appliesNow(rule.when, procedure, situation)
  const prompts = procedure.prompts.filter(
    (prompt) => open && stillHolds(timeline, prompt.from, prompt.until) !== null && applies(prompt),
  )
  return {
    prompts,
    decisions: pendingDecisions(procedure, timeline, asOf),
    wayOut: open ? wayOutOf(procedure, timeline) : null,
    options: procedure.options.filter((option) => open && applies(option)),
    checklists: open ? procedure.checklists : [],
    notices: procedure.notices.flatMap((notice) =>
      sought(notice.on)(timeline.history)
        .filter((entry) =>
          appliesNow(notice.when, procedure, {
            ...situation,
            before: entry.seq + 0.25,
            event: entry,
            day: entry.day,
          }),
        )
        .map((entry) => ({ notice, entry })),
    ),
  }
}
