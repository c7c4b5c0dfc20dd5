import type { Decision } from '../rules/flow.ts'
import type { Step } from '../header.ts'
import type { Procedure } from '../procedure.ts'
import type { Repeat } from './periods.ts'
import { mainLimit, repeatsAt, repeatsBeside } from './periods.ts'

/** A step or a decision of the map; each has a row of its own, in this order. */
export type MapNode = {
  readonly id: string
  readonly kind: 'step' | 'decision'
  readonly number: string | null
  readonly title: string
  /** The lane's place, from 0. */
  readonly lane: number
  readonly stage: string | null
  readonly limit: string | null
  /** The words on the loop of a step that comes round again; none, no loop. */
  readonly loop: readonly string[]
}

/** An arrow between two steps or decisions, with its words, one paragraph for each outcome. */
export type MapArrow = { readonly from: string; readonly to: string; readonly words: readonly string[] }

/** An arrow to an exit. */
export type MapLeaving = {
  readonly from: string
  readonly exit: string
  readonly title: string
  readonly words: readonly string[]
}

export type MapEntry = { readonly route: string; readonly title: string; readonly to: string }

/** What a workflow map shows, before any of it has a place on the page. */
export type MapGraph = {
  readonly title: string
  readonly inForce: Procedure['version']
  readonly lanes: readonly string[]
  readonly nodes: readonly MapNode[]
  readonly arrows: readonly MapArrow[]
  readonly leavings: readonly MapLeaving[]
  readonly entries: readonly MapEntry[]
  readonly beside: readonly Repeat[]
}

type Way = { readonly from: string; readonly to: string; readonly words: string | null }

const decisionNode = (decision: string): string => `decision:${decision}`

/** Steps of one stage stand together, in the order in which the stages first appear. */
const byStage = (steps: readonly Step[]): readonly Step[] =>
  [...Map.groupBy(steps, ({ stage }) => stage).values()].flat()

/** The words after a number with which a title begins: `7 Assessment`, `7. Assessment`. */
const numbered = /^(\d+[a-z]?)[.:)]?\s+(.+)$/

const loopWords = (step: Step, procedure: Procedure): readonly string[] => {
  const own = step.next.flatMap((n) => (n.to === step.id ? [n.if ?? 'again'] : []))
  const repeats = repeatsAt(step.id, procedure)
  const found = repeats.filter((r) => own.every((words) => !words.includes(r.period)))
  const [only, second] = found
  if (only !== undefined && second === undefined && own.length === 1 && repeats.length === 1) {
    return [`${own[0]}, ${only.period}`]
  }
  const several = found.length + own.length > 1
  const derived = found.map(({ title, period }) => (several ? `${title}: ${period}` : period))
  return [...own, ...new Set(derived)]
}

const stepNode = (step: Step, place: number, procedure: Procedure): MapNode => {
  const [, number = null, words = step.title] = numbered.exec(step.title) ?? []
  const someNumbered = procedure.steps.some(({ title }) => numbered.test(title))
  const decided = procedure.decisions.some(
    (d) => d.step === step.id && d.outcomes.some((o) => o.to === step.id),
  )
  return {
    id: step.id,
    kind: 'step',
    number: someNumbered ? number : String(place + 1),
    title: words,
    lane: Math.max(0, Object.keys(procedure.lanes).indexOf(step.lane)),
    stage: step.stage,
    limit: mainLimit(step.id, procedure),
    loop: decided ? loopWords({ ...step, next: [] }, procedure) : loopWords(step, procedure),
  }
}

/** From a step to its decisions; an outcome that stays at the step leads to the decision after it. */
const waysOfDecisions = (step: Step, decisions: readonly Decision[]): readonly Way[] => {
  const leadOn = decisions.map((d) => d.outcomes.some(({ to }) => to === step.id))
  return decisions.flatMap((decision, i) => {
    const id = decisionNode(decision.id)
    const after = decisions[i + 1]
    const reached = i > 0 && leadOn[i - 1] === true
    return [
      ...(reached ? [] : [{ from: step.id, to: id, words: null }]),
      ...decision.outcomes.map(({ title, to }) => ({
        from: id,
        to: to === step.id && after !== undefined ? decisionNode(after.id) : to,
        words: title,
      })),
    ]
  })
}

const waysFrom = (step: Step, { decisions }: Procedure): readonly Way[] => {
  const here = decisions.filter((d) => d.step === step.id)
  const decided = new Set(here.flatMap((d) => d.outcomes.map(({ to }) => to)))
  const undecided = step.next.filter(({ to }) => to !== step.id && !decided.has(to))
  return [...waysOfDecisions(step, here), ...undecided.map((n) => ({ from: step.id, to: n.to, words: n.if }))]
}

/** One arrow for all the ways from one place to another, each different words once. */
const merged = (ways: readonly Way[]): readonly MapArrow[] =>
  [...Map.groupBy(ways, ({ from, to }) => `${from}\n${to}`).values()].flatMap((same) => {
    const [first] = same
    const words = new Set(same.flatMap((way) => way.words ?? []))
    return first === undefined ? [] : [{ from: first.from, to: first.to, words: [...words] }]
  })

/** What the map of a procedure shows. Arrows to a step or exit that the head does not have are left out. */
export const mapGraph = (procedure: Procedure): MapGraph => {
  const steps = byStage(procedure.steps)
  const ids = new Set(steps.map(({ id }) => id))
  const nodes = steps.flatMap((step, place): readonly MapNode[] => {
    const node = stepNode(step, place, procedure)
    const here = procedure.decisions.filter((d) => d.step === step.id)
    const asked = here.map((d) => ({
      ...node,
      id: decisionNode(d.id),
      kind: 'decision' as const,
      title: d.title,
    }))
    return [node, ...asked.map((d) => ({ ...d, number: null, limit: null, loop: [] }))]
  })
  const ways = merged(steps.flatMap((step) => waysFrom(step, procedure)))
  const shown = new Set(nodes.map(({ id }) => id))
  return {
    title: procedure.title,
    inForce: procedure.version,
    lanes: Object.values(procedure.lanes),
    nodes,
    arrows: ways.filter(({ to }) => shown.has(to)),
    leavings: ways.flatMap(({ from, to, words }) => {
      const title = procedure.exits[to]
      return title === undefined
        ? []
        : [{ from, exit: to, title, words: words.filter((w) => !sameWords(w, title)) }]
    }),
    entries: procedure.routes
      .filter(({ to }) => ids.has(to))
      .map(({ id, title, to }) => ({ route: id, title, to })),
    beside: repeatsBeside(procedure),
  }
}

const sameWords = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
