import type { Day } from '#calendar/day.ts'
import { formatDay } from '#calendar/day.ts'
import type { Instant } from '#calendar/instant.ts'
import { formatInstant, formatLocal } from '#calendar/instant.ts'
import type { Assessment, Stood } from './assess.ts'
import { becauseOf } from './because/because.ts'
import type { GateStanding } from './gates/gates-now.ts'
import type { Obligation } from './obligation.ts'
import type { WatchStanding } from './watches-now.ts'

/** A date of an obligation as the contract writes it: a day, or for hour clocks an instant with its offset. */
export const momentText = (moment: number | null, counts: Obligation['counts']): string | null =>
  moment === null ? null : counts === 'hours' ? formatInstant(moment as Instant) : formatDay(moment as Day)

const obligationJson = ({ obligation: o, standing }: Stood, { procedure, calendar, asOf }: Assessment) => {
  const text = (moment: number | null) => momentText(moment, o.counts)
  const met = o.met !== null && o.met.at <= asOf ? o.met : null
  const what = o.startEntry?.data['what']
  return {
    rule: o.clock.id,
    title: o.clock.title,
    clauses: [o.clock.clause],
    step: o.clock.step,
    owner: o.clock.owner,
    subject: o.subject,
    ...(typeof what === 'string' ? { about: what } : {}),
    startedBy: o.startedBy,
    opens: text(o.opens),
    earliest: text(o.earliest),
    aim: text(o.aim),
    due: text(o.due),
    firstDue: text(o.firstDue),
    advisory: o.clock.due.about !== null,
    provisional: o.provisional,
    priority: o.clock.priority,
    undecided: o.undecided,
    standing,
    metBy: met?.by ?? null,
    metOn: met === null ? null : text(met.on),
    explainedBy: o.explained?.by ?? null,
    movedBy: o.moved?.by ?? null,
    lapsedBy: o.lapsed?.by ?? null,
    because: becauseOf(o, procedure, calendar),
  }
}

const gateJson = ({ before, where, gates, open, hard, lacks }: GateStanding) => ({
  before,
  ...(where.length === 0
    ? {}
    : { where: Object.fromEntries(where.map((test) => [test.path.join('.'), whereJson(test)])) }),
  gates,
  subject: { kind: 'case' },
  open,
  hard,
  lacks: lacks.map(({ clause, what, person }) => ({ clause, what, ...(person === null ? {} : { person }) })),
})

const whereJson = (test: GateStanding['where'][number]): unknown => {
  if (test.kind === 'in') return test.values.length === 1 ? test.values[0] : test.values
  if (test.kind === 'not-in') return { not: test.values }
  if (test.kind === 'beyond') return { beyond: test.values }
  if (test.kind === 'present') return { present: test.present }
  return { atLeast: test.atLeast, atMost: test.atMost }
}

const watchJson = ({ watch, subject, last, lastAlone, since, days, count, reached }: WatchStanding) => ({
  watch: watch.id,
  title: watch.title,
  clauses: [watch.clause],
  subject,
  ...(watch.of.kind === 'last'
    ? {
        last: last === null ? null : formatDay(last.day),
        lastAlone: lastAlone === null ? null : formatDay(lastAlone.day),
        lastBy: last === null ? null : last.id,
      }
    : {}),
  ...(watch.of.kind === 'length' ? { since: since === null ? null : formatDay(since), days, reached } : {}),
  ...(watch.of.kind === 'count' ? { count, reached } : {}),
})

/** An assessment in the shape that other programs read (procedure.md, section 4). Names there never change. */
export const assessmentJson = (assessment: Assessment) => {
  const { procedure, next, problems, worker } = assessment
  return {
    procedure: procedure.id,
    version: formatDay(procedure.version),
    ...(worker === null ? {} : { worker }),
    asOf: formatLocal(assessment.asOf),
    step: assessment.step,
    closed: assessment.closed,
    obligations: assessment.obligations.map((stood) => obligationJson(stood, assessment)),
    gates: assessment.gates.map(gateJson),
    watches: assessment.watches.map(watchJson),
    prompts: next.prompts.map(({ clause, id, question, before }) => ({
      clause,
      prompt: id,
      question,
      before,
    })),
    decisions: next.decisions.map(({ clause, id, title, by, outcomes }) => ({
      clause,
      decision: id,
      title,
      by,
      outcomes,
    })),
    options: next.options.map(({ clause, id, says, event }) => ({
      clause,
      option: id,
      says,
      events: event.events,
    })),
    notices: next.notices.map(({ notice, entry }) => ({
      clause: notice.clause,
      notice: notice.id,
      title: notice.title,
      event: entry.id,
      to: notice.to,
      copy: notice.copy,
      letter: notice.letter,
    })),
    problems: problems.map(({ code, file, line, what, remedy }) => ({ code, file, line, what, remedy })),
  }
}
