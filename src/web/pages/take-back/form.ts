import type { TimelineEntry } from '#casework/case/timeline-entry.ts'
import { entryWith } from '#casework/changes/change-entry.ts'
import type { EntryAsked } from '#casework/changes/change-entry.ts'
import type { EntryChangeKind } from '#casework/changes/entry-changes.ts'
import type { StoredEvent } from '#casework/case/case-record.ts'
import type { LookedAt } from '#casework/case/look-at-case.ts'
import { textOf } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent } from '../../forms/typed.ts'

/** What is to be taken back: an entry, a correction of it, or the taking back of either. */
type What = 'entry' | 'correction' | 'taking-back' | 'taking-correction-back'

export type TakeBackFacts = {
  readonly looked: LookedAt
  readonly entry: TimelineEntry
  readonly event: StoredEvent
  readonly what: What
  /** It has been taken back already. */
  readonly isGone: boolean
}

/** To undo that something was put back is to take it back. */
const undone: Readonly<Record<EntryChangeKind, What>> = {
  correction: 'correction',
  'taking-back': 'taking-back',
  'putting-back': 'entry',
  'taking-correction-back': 'taking-correction-back',
  'putting-correction-back': 'correction',
}

/** Null where there is no such thing. */
export const takeBackFacts = (looked: LookedAt, id: string): TakeBackFacts | null => {
  const entry = entryWith(looked.record, id, looked.now)
  if (entry === null) return null
  if (entry.event.id === id)
    return { looked, entry, event: entry.event, what: 'entry', isGone: entry.withdrawn }
  const change = entry.changes.find(({ event }) => event.id === id)
  if (change === undefined) return null
  return { looked, entry, event: change.event, what: undone[change.kind], isGone: !change.holds }
}

type TakeBackRead =
  | { readonly ok: true; readonly asked: EntryAsked & { readonly reason: string } }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

export const readTakeBack = ({ looked, entry, event }: TakeBackFacts, { typed, key }: Sent): TakeBackRead => {
  const read = readFields(typed, {
    why: text({ needed: 'Enter the reason', most: 2000, name: 'The reason' }),
  })
  if (!read.ok) return read
  const seen = Number(textOf(typed, 'changes-seen') || entry.changes.length)
  return {
    ok: true,
    asked: {
      caseId: looked.record.id,
      key,
      event: event.id,
      seen,
      knowing: textOf(typed, 'knowing') !== '',
      reason: read.values.why,
    },
  }
}
