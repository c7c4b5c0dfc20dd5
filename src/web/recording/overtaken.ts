import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { Overtaken } from '#casework/recording/recording.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import { timeInWords } from '../time-in-words.ts'
import { eventTitle } from './event-title.ts'

/** Says who was quicker and with what, leading to the question that it touches. */
export const overtakenProblem = (
  { event }: Overtaken,
  { users, procedure }: Pick<CaseOverview, 'users' | 'procedure'>,
  field: string,
): FieldProblem => {
  const who = (event.writtenBy === null ? undefined : users.get(event.writtenBy)?.name) ?? 'Somebody'
  const what = eventTitle(event.type, procedure)
  return {
    field,
    text: `${who} recorded this while you were writing: ${what}, ${timeInWords(event.recorded)}. Nothing of yours was recorded. Look at it again, and send it if it still holds`,
  }
}
