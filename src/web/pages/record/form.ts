import { besideRecording, expectedOf } from '#casework/asking/beside-recording.ts'
import type { Beside } from '#casework/asking/beside-recording.ts'
import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { Deps } from '#casework/deps.ts'
import type { LookedAt } from '#casework/case/look-at-case.ts'
import type { Assessment } from '#engine/assess.ts'
import type { Actor } from '#casework/access/actor.ts'
import type { Deciding } from '#casework/recording/who-decides.ts'
import { countsFor, countsNotAs, whoDecides } from '#casework/recording/who-decides.ts'
import type { Typed } from '../../forms/typed.ts'
import type { NotAs } from '../../recording/deciding.ts'
import { actionNamed } from '../../recording/done-actions.ts'
import type { Question } from '../../recording/question.ts'
import { controlName } from '../../recording/question.ts'
import { questionsOf } from '../../recording/questions-of.ts'
import { typedNow } from '../../recording/when-it-happened.ts'

/** By what one event is asked for and read. */
export type AskedFacts = NotAs & {
  readonly looked: LookedAt
  readonly type: string
  readonly questions: readonly Question[]
  /** How the reader stands to what it decides; null where it decides nothing or they may. */
  readonly deciding: Deciding | null
}

/** @param standing how the case stands, where what is asked or offered rests on it */
export const askedFacts = (
  actor: Actor,
  looked: LookedAt,
  type: string,
  standing: Assessment | null,
): AskedFacts => {
  const expected = standing === null ? [] : expectedOf(standing, type)
  const { record, procedure, users } = looked
  const questions = questionsOf(type, {
    procedure,
    people: record.people.filter(({ until }) => until === null),
    events: record.events,
    workers: [...users.values()].filter(({ active }) => active),
    expected,
    standing,
  })
  const everybody = [...users.values()]
  const waited = expected.map(({ clause }) => clause)
  const notAs = countsNotAs(actor, record, procedure, type, waited)
  return {
    looked,
    type,
    questions,
    deciding: whoDecides(actor, record, procedure, type, everybody),
    notAs,
    forOthers: countsFor(actor, record, procedure, notAs, everybody),
  }
}

/** Everything that a recording page is made from. */
export type RecordFacts = AskedFacts & {
  readonly overview: CaseOverview
  readonly beside: Beside
}

export const recordFacts = (
  shelf: Deps['shelf'],
  actor: Actor,
  overview: CaseOverview,
  type: string,
): RecordFacts => {
  const beside = besideRecording(shelf, overview.record, overview.standing, type)
  return { ...askedFacts(actor, overview, type, overview.standing), overview, beside }
}

/** The name of a page's draft. A draft's name has no dots. */
export const draftName = (caseId: string, type: string): string =>
  `record:${caseId}:${type.replace('.', '_')}`

type Query = Readonly<Record<string, unknown>>

const asked = (query: Query, name: string): string | undefined => {
  const value = query[name]
  return typeof value === 'string' ? value : undefined
}

/** The form that what is recorded is about, such as the assessment that is authorised. */
export const documentNamed = (said: string | undefined): { readonly document?: string } =>
  said !== undefined && /^d\d{1,6}$/.test(said) ? { document: said } : {}

/** The action that a link says was completed. */
const doneIn = (questions: readonly Question[], named: string | undefined): string | undefined =>
  named === undefined
    ? undefined
    : actionNamed(
        questions.flatMap(({ actions = [] }) => actions),
        named,
      )

/**
 * What stands in the form when it is opened: the present moment, and the earlier event that it belongs to, where the link
 * that led here says one or the procedure waits for one.
 */
export const opening = ({ overview, questions, beside }: RecordFacts, query: Query): Typed => {
  const { record, now } = overview
  const waiting = beside.expected.find(({ subject }) => subject.kind === 'event')
  const belongs = asked(query, 'of') ?? waiting?.startedBy ?? undefined
  const filled = (field: string, value: string | undefined): Typed =>
    value !== undefined && questions.some((one) => one.field === field) ? { [controlName(field)]: value } : {}
  return {
    ...typedNow(now),
    known: String(record.events.length),
    ...documentNamed(asked(query, 'document')),
    ...filled('of', belongs),
    ...filled('what', doneIn(questions, asked(query, 'of'))),
  }
}
