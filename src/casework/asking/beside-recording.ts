import type { Assessment } from '#engine/assess.ts'
import type { GateStanding } from '#engine/gates/gates-now.ts'
import { metMatches, startMatches } from '#procedure/rules/clock-matches.ts'
import type { Form } from '#procedure/rules/form.ts'
import type { Checklist, Prompt } from '#procedure/rules/guidance.ts'
import type { Letter } from '#procedure/rules/letter.ts'
import type { Match } from '#procedure/rules/match.ts'
import type { Version } from '#procedure/pack.ts'
import type { Clause, Procedure } from '#procedure/procedure.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { countsFrom } from '../recording/counts-from.ts'
import { versionOf } from '../deps.ts'
import { everyday } from './everyday.ts'
import { eventsIn } from './events-used.ts'
import type { Expected } from './expected-next.ts'
import { expectedNext } from './expected-next.ts'

/** What the procedure says beside the recording of one event. */
export type Beside = {
  readonly expected: readonly Expected[]
  /** The clauses that wait for this event, else those whose rules it carries out, else those whose rules rest on it. */
  readonly clauses: readonly Clause[]
  readonly prompts: readonly Prompt[]
  readonly checklists: readonly Checklist[]
  readonly forms: readonly Form[]
  /** The letters with which somebody is told of the event; every letter where one is what is recorded. */
  readonly letters: readonly Letter[]
  /** What still stands before it, whatever it says. */
  readonly shut: readonly GateStanding[]
}

/** What the recording of an event says to the rules: a visit says of each child that they were seen. */
const saysOf = (type: string): readonly string[] =>
  type === 'visit.made' ? [type, 'child.seen', 'not-seen.explained'] : [type]

const clausesFor = (type: string, procedure: Procedure): readonly string[] => {
  const { clocks, decisions, gates, prompts, checklists, watches } = procedure
  const is = ({ events }: Match): boolean => events.some((one) => saysOf(type).includes(one))
  return [
    ...clocks.filter((clock) => metMatches(clock).some(is)),
    ...decisions.filter(({ on }) => is(on)),
    ...gates.filter(({ before }) => is(before)),
    ...prompts.filter(({ before }) => before === type),
    ...checklists.filter(({ before }) => before.includes(type)),
    ...watches.filter(({ of }) => of.kind === 'last' && of.any.some(is)),
    ...(everyday.has(type) ? [] : countsFrom(type, procedure).rules),
  ].map(({ clause }) => clause)
}

/** The clauses with a rule that rests on the event: that begins with it, needs it first or has somebody told of it. */
const clausesRestingOn = (type: string, { clocks, gates, notices }: Procedure): readonly string[] =>
  [
    ...gates.filter(({ needs }) => eventsIn(needs).has(type)),
    ...clocks.filter((clock) => eventsIn(startMatches(clock)).has(type)),
    ...notices.filter(({ on }) => on.events.includes(type)),
  ].map(({ clause }) => clause)

/** The forms that record the event, then those that its clauses use. */
const formsFor = (
  type: string,
  { forms, procedure }: Version,
  clauses: readonly string[],
): readonly Form[] => {
  const used = procedure.formUses.filter(({ clause }) => clauses.includes(clause))
  return [
    ...forms.filter((form) => recordsEvent(form, type)),
    ...forms.filter((form) => !recordsEvent(form, type) && used.some((use) => use.form === form.id)),
  ]
}

const lettersFor = (type: string, { letters, procedure }: Version): readonly Letter[] => {
  if (type === 'letter.sent') return letters
  const told = procedure.notices.filter(({ on }) => on.events.includes(type)).map(({ letter }) => letter)
  return letters.filter(({ id }) => told.includes(id))
}

/** Whether handing in a form may record this event. */
export const recordsEvent = ({ records }: Pick<Form, 'records'>, type: string): boolean =>
  records.some(({ event }) => event === type)

/** Of what may be recorded next, what an event would carry out. */
export const expectedOf = (standing: Assessment, type: string): readonly Expected[] =>
  expectedNext(standing).filter((one) => saysOf(type).includes(one.type))

/** What stands beside the page that records an event: clauses, questions, quality points, forms, shut gates. */
export const besideRecording = (
  shelf: Deps['shelf'],
  record: Pick<CaseRecord, 'procedure' | 'version'>,
  standing: Assessment,
  type: string,
): Beside => {
  const { procedure } = standing
  const expected = expectedOf(standing, type)
  const waiting = [...new Set(expected.map(({ clause }) => clause))]
  const all = [...new Set([...waiting, ...clausesFor(type, procedure)])]
  const shown = [waiting, all, [...new Set(clausesRestingOn(type, procedure))]].find((one) => one.length > 0)
  const clauseOf = (id: string): readonly Clause[] => procedure.clauses.filter((clause) => clause.id === id)
  return {
    expected,
    clauses: (shown ?? []).flatMap(clauseOf),
    prompts: standing.next.prompts.filter(({ before }) => before === type),
    checklists: procedure.checklists.filter(({ before }) => before.includes(type)),
    forms: formsFor(type, versionOf(shelf, record), all),
    letters: lettersFor(type, versionOf(shelf, record)),
    shut: standing.gates.filter(({ before, where, open }) => before === type && where.length === 0 && !open),
  }
}
