import type { TimelineEntry } from '#casework/case/timeline-entry.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Sent } from '../forms/typed.ts'

/** What was typed, on a page that now shows the entry as somebody else has left it. */
export const changedMeanwhile = (sent: Sent, { changes }: Pick<TimelineEntry, 'changes'>): Sent => ({
  ...sent,
  typed: { ...sent.typed, 'changes-seen': String(changes.length) },
})

export const meanwhileProblem: FieldProblem = {
  field: 'entry',
  text: 'This entry has been changed since you opened it. Look at how it stands now. If you send this again, only what you changed yourself is recorded',
}
