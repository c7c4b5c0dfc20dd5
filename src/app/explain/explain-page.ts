import { dayInWords } from '#calendar/day-in-words.ts'
import { dayOf, instantInWords } from '#calendar/instant.ts'
import type { Stood } from '#engine/assess.ts'
import { becauseOf } from '#engine/because/because.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import { fieldOf } from '#engine/history/entry.ts'
import type { Clock } from '#procedure/rules/clock.ts'
import { eventInWords } from '#procedure/event-words.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { OpenedCase } from '../open-case.ts'
import type { Page } from '../page.ts'
import { capital } from '#procedure/in-words.ts'
import { partHeading, wrapped } from '../page.ts'
import { standingDateInWords } from '#engine/standing/standing-in-words.ts'
import { nameOf, roleInWords } from '../standing/obligation-lines.ts'
import { arithmeticLines } from './arithmetic-lines.ts'
import { otherSourceLines } from './other-sources.ts'
import { metRuleInWords, startRuleInWords } from './start-in-words.ts'

/** Prose as it was written, wrapped paragraph by paragraph and item by item. */
const proseLines = (prose: string, { width }: Page): readonly string[] =>
  prose
    .split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )/)
    .flatMap((part, i) => [
      ...(i === 0 || /^\s*(?:[-*]|\d+\.) /.test(part) ? [] : ['']),
      ...wrapped(part, width, '  '),
    ])

/** The clause that a rule stands under: its text with its source, and what the source leaves open. */
export const clauseLines = (id: string, procedure: Procedure, page: Page): readonly string[] => {
  const clause = procedure.clauses.find((one) => one.id === id)
  if (clause === undefined) return []
  return [
    ...partHeading(`What the procedure says: ${clause.id} ${clause.title}`, page).slice(1),
    ...proseLines(clause.prose, page),
    ...clause.unclear.flatMap((doubt) => ['', ...wrapped(`Left open there: ${doubt}`, page.width, '  ')]),
  ]
}

const eventLine = (event: CaseEvent, procedure: Procedure): string =>
  `event ${event.id} (${event.type}): ${eventInWords(event.type, procedure.words)} on ${instantInWords(event.at)}`

/** What an event said in the fields that the rule asks about: `outcome: accepted`. */
const matchedFields = ({ obligation: { clock, startEntry } }: Stood): string => {
  const { start } = clock
  const entry = startEntry
  if (entry === null || start.kind !== 'events') return ''
  const paths = start.any
    .filter(({ events }) => events.includes(entry.type))
    .flatMap(({ where }) => where.map(({ path }) => path))
  const said = paths.map(
    (path) => `${path.join('.')}: ${JSON.stringify(fieldOf(entry.data, path) ?? 'not said')}`,
  )
  return said.length === 0 ? '' : `, with ${[...new Set(said)].join(', ')}`
}

const ruleLines = (clock: Clock, procedure: Procedure, page: Page): readonly string[] =>
  [
    startRuleInWords(clock, procedure),
    ...(clock.when === null ? [] : ['Only where the condition of the clause holds at that moment']),
    metRuleInWords(clock, procedure),
  ].flatMap((sentence) => wrapped(sentence, page.width, '  ', '    '))

const historyLines = (stood: Stood, { events, assessment }: OpenedCase): readonly string[] => {
  const { obligation } = stood
  const { procedure, asOf } = assessment
  const byId = (id: string | undefined): string => {
    const event = events.find((one) => one.id === id)
    return event === undefined ? (id ?? '') : eventLine(event, procedure)
  }
  const { met, moved, explained, lapsed, startedBy, follows, clock } = obligation
  const startedWith =
    follows === null || clock.start.kind !== 'limit-of'
      ? `Started by ${byId(startedBy)}${matchedFields(stood)}.`
      : `Started when "${follows.clock.title}" passed its limit; that followed from ${byId(startedBy)}.`
  return [
    startedWith,
    ...(moved === null ? [] : [`Moved by ${byId(moved.by)}.`]),
    ...(explained === null ? [] : [`Explained by ${byId(explained.by)}.`]),
    ...(met === null || met.at > asOf ? [] : [`Done with ${byId(met.by)}.`]),
    ...(lapsed === null || lapsed.at > asOf
      ? []
      : [`No longer asked since ${lapsed.by === null ? dayInWords(dayOf(lapsed.at)) : byId(lapsed.by)}.`]),
  ]
}

const subjectInWords = ({ obligation: { subject } }: Stood, { names }: OpenedCase): string =>
  subject.kind === 'case'
    ? 'the case'
    : subject.kind === 'person'
      ? nameOf(subject.id, names)
      : `${subject.kind} ${subject.id}`

/** How it stands, in a word where the date does not say it already. */
const standingInWords = (stood: Stood, { assessment }: OpenedCase): string => {
  const date = standingDateInWords(stood, assessment)
  const word = stood.standing.replace('-', ' ')
  return ['met', 'met-late', 'lapsed', 'explained'].includes(stood.standing) ? date : `${word}, ${date}`
}

/** One obligation in full: how it started, the arithmetic of its date, and how it stands. */
export const explanation = (stood: Stood, opened: OpenedCase, page: Page): readonly string[] => {
  const { assessment } = opened
  const { obligation } = stood
  const { procedure, calendar, asOf } = assessment
  const indented = (text: string): readonly string[] => wrapped(text, page.width, '  ')
  const sameRule = assessment.obligations.filter((one) => one.obligation.clock === obligation.clock)
  const sums = [
    ...arithmeticLines({ obligation, procedure, calendar, asOf }, page),
    ...otherSourceLines(stood, sameRule, procedure).flatMap(indented),
  ]
  return [
    ...partHeading(`For ${subjectInWords(stood, opened)}`, page),
    ...historyLines(stood, opened).flatMap(indented),
    '',
    ...sums,
    ...(sums.length === 0 ? [] : ['']),
    ...indented(becauseOf(obligation, procedure, calendar)),
    '',
    ...wrapped(`At ${instantInWords(asOf)}: ${standingInWords(stood, opened)}.`, page.width, '  ').map(
      (line) => page.paint('bold', line),
    ),
  ]
}

/** Heading, clause and rule of a clock, before its obligations. */
export const clockLines = (
  clock: Clock,
  { assessment: { procedure } }: OpenedCase,
  page: Page,
): readonly string[] => [
  ...wrapped(`${clock.title} (${clock.id})`, page.width).map((line) => page.paint('bold', line)),
  capital(roleInWords(clock.owner, procedure)),
  '',
  ...clauseLines(clock.clause, procedure, page),
  ...partHeading('How it runs', page),
  ...ruleLines(clock, procedure, page),
]

/** The id by which an obligation is asked for. */
const askedBy = ({ obligation: { subject, startedBy } }: Stood): string =>
  subject.kind === 'person' ? subject.id : startedBy

/** The others of the same rule, a line each, with how to have them explained. */
export const othersLines = (others: readonly Stood[], opened: OpenedCase, page: Page): readonly string[] =>
  others.length === 0
    ? []
    : [
        ...partHeading('The same rule elsewhere in this history', page),
        ...others.flatMap((stood) =>
          wrapped(
            `- ${subjectInWords(stood, opened)}: ${standingDateInWords(stood, opened.assessment)} (--subject ${askedBy(stood)})`,
            page.width,
            '  ',
            '    ',
          ),
        ),
      ]
