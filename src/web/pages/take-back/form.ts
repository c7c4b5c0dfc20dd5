import type { TimelineEntry } from '#casework/timeline-entry.ts'
import { entryWith } from '#casework/change-entry.ts'
import type { EntryAsked } from '#casework/change-entry.ts'
import type { StoredEvent } from '#casework/case-record.ts'
import type { LookedAt } from '#casework/look-at-case.ts'
import { textOf } from '../../forms/field.ts'
import { text } from '../../forms/fields.ts'
import { readFields } from '../../forms/read-fields.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Sent } from '../../forms/typed.ts'

/** What is to be taken back: an entry, a correction of it, or the taking back itself. */
export type TakeBackFacts = {
  readonly looked: LookedAt
  readonly entry: TimelineEntry
  readonly event: StoredEvent
  readonly what: 'entry' | 'correction' | 'taking-back'
  /** It has been taken back already. */
  readonly isGone: boolean
}

/** Null where there is no such thing. */
export const takeBackFacts = (looked: LookedAt, id: string): TakeBackFacts | null => {
  const entry = entryWith(looked.record, id, looked.now)
  if (entry === null) return null
  if (entry.event.id === id)
    return { looked, entry, event: entry.event, what: 'entry', isGone: entry.withdrawn }
  const change = entry.changes.find(({ event }) => event.id === id)
  if (change === undefined) return null
  const what = change.event.type === 'event.withdrawn' ? 'taking-back' : 'correction'
  return { looked, entry, event: change.event, what, isGone: !change.holds }
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
