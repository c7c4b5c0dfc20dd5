import type { Actor } from '#casework/access/actor.ts'
import { besideRecording } from '#casework/asking/beside-recording.ts'
import type { Deps } from '#casework/deps.ts'
import { topFields } from '#casework/documents/asked.ts'
import { fieldsGiven } from '#casework/documents/event-of-form.ts'
import type { FormDesk } from '#casework/documents/form-desk.ts'
import { isLookedAt } from '#casework/asking/values-asked.ts'
import type { Deciding } from '#casework/recording/who-decides.ts'
import { countsFor, countsNotAs, rolesOutside, whoDecides } from '#casework/recording/who-decides.ts'
import { decidesAlways } from '../recording/deciding.ts'
import type { NotAs } from '../recording/deciding.ts'
import type { Question } from '../recording/question.ts'
import { questionsOf } from '../recording/questions-of.ts'

/** What is asked beside the form for one of the events that it may record. */
export type RecordAsked = NotAs & {
  readonly event: string
  readonly questions: readonly Question[]
  /** How whoever fills it in stands to what the event decides; null where it decides nothing or they may. */
  readonly deciding: Deciding | null
}

const told: ReadonlySet<string> = new Set(['account', 'voice', 'opinion'])

/** What the form does not ask and the procedure looks at. */
const isLeft = (
  { form, overview: { procedure } }: FormDesk,
  event: string,
  { field, kind, needed }: Question,
): boolean => {
  if (told.has(field) || fieldsGiven(form, event).has(field)) return false
  if (form.records.some((one) => one.event === event && field in one.says)) return false
  if (field === 'children') return !topFields(form).some((one) => one.kind === 'per child')
  return needed !== null || field === 'of' || kind === 'seen' || isLookedAt(procedure, event, field)
}

/** What handing in a form still has to ask, for each event that it may record. */
export const askedBeside = (shelf: Deps['shelf'], actor: Actor, desk: FormDesk): readonly RecordAsked[] => {
  const { record, procedure, standing, users } = desk.overview
  const everybody = [...users.values()]
  const events = [...new Set(desk.form.records.map(({ event }) => event))]
  return events.map((event) => {
    const { expected } = besideRecording(shelf, record, standing, event)
    const waited = expected.map(({ clause }) => clause)
    // Whose it is where that is a role outside, a form asks in its own words.
    const notAs = countsNotAs(actor, record, procedure, event, waited).filter(
      (rule) => rolesOutside([rule], procedure).length === 0,
    )
    const questions = questionsOf(event, {
      procedure,
      people: record.people.filter(({ until }) => until === null),
      events: record.events,
      workers: everybody.filter(({ active }) => active),
      expected,
    })
    return {
      event,
      questions: questions.filter((one) => isLeft(desk, event, one)),
      deciding: whoDecides(actor, record, procedure, event, everybody),
      notAs,
      forOthers: countsFor(actor, record, procedure, notAs, everybody),
    }
  })
}

/** Whether handing in a form decides something in any case: whatever it records says an outcome. */
export const decidesAnyway = (
  { form, without }: Pick<FormDesk, 'form' | 'without'>,
  asked: readonly RecordAsked[],
): boolean =>
  without.length === 0 &&
  asked.every(
    ({ event, deciding, questions }) =>
      deciding !== null &&
      (decidesAlways(deciding, questions) ||
        deciding.decisions.some(({ field }) =>
          topFields(form).some(
            ({ needed, shownWhen, from }) =>
              needed !== 'no' && shownWhen.length === 0 && from.includes(`${event}.${field}`),
          ),
        )),
  )

const onceEach = <T>(all: readonly T[], key: (one: T) => string): readonly T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
]

/** What a form may decide in all, whichever of its events it records; null where its reader may decide it. */
export const decidingOf = (asked: readonly RecordAsked[]): Deciding | null => {
  const all = asked.flatMap(({ deciding }) => deciding ?? [])
  const [first] = all
  if (first === undefined) return null
  const candidates = all.flatMap((one) => one.candidates)
  return {
    standing: first.standing,
    decisions: [...new Set(all.flatMap(({ decisions }) => decisions))],
    candidates: onceEach(candidates, ({ user }) => user),
  }
}

/** What a form does not count as in all when its reader hands it in, whichever of its events it records. */
export const notAsOf = (asked: readonly RecordAsked[]): NotAs => {
  const writes = asked.some(({ forOthers }) => forOthers !== null)
  return {
    notAs: onceEach(
      asked.flatMap(({ notAs }) => notAs),
      ({ id }) => id,
    ),
    forOthers: writes
      ? onceEach(
          asked.flatMap(({ forOthers }) => forOthers ?? []),
          ({ user }) => user,
        )
      : null,
  }
}
