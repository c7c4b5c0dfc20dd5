import type { Instant } from '#calendar/instant.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import type { CaseEvent } from '#engine/case-event.ts'
import type { CaseRecord, StoredEvent } from '../case/case-record.ts'
import type { DocumentLine } from './stored-document.ts'

/** A document with its versions and what became of it, as far as is known now. */
export type DocumentStory = {
  readonly id: string
  /** In their order; the last is the one that holds. */
  readonly versions: readonly DocumentLine[]
  readonly latest: DocumentLine
  /** The event that it was first handed in with. */
  readonly event: StoredEvent | null
  /** An event recorded before to which it belongs. */
  readonly belongsTo: StoredEvent | null
  readonly authorised: StoredEvent | null
  /** Set while it waits to be changed. */
  readonly returned: StoredEvent | null
  /** Its event was taken back. */
  readonly withdrawn: boolean
}

const stem = (type: string): string => type.split('.')[0] ?? ''

const isReturn = ({ type }: CaseEvent): boolean => type !== 'form.returned' && type.endsWith('.returned')

/** The documents that were returned and not handed in again since, with what is to be changed in each. */
export const toBeChanged = (
  { events }: Pick<CaseRecord, 'events'>,
  now: Instant,
): readonly { readonly id: string; readonly reason: string }[] => {
  if (!events.some(isReturn)) return []
  const latest = new Map<string, CaseEvent>()
  for (const event of happenedBy(events, now).toSorted((a, b) => a.at - b.at)) {
    const { document } = event.data
    if (typeof document !== 'string') continue
    if (isReturn(event) || event.type === 'document.revised') latest.set(document, event)
  }
  return [...latest].flatMap(([id, event]) => {
    const { reason } = event.data
    return isReturn(event) ? [{ id, reason: typeof reason === 'string' ? reason : '' }] : []
  })
}

/** Recorded without saying of which document: then it is of the last one of its kind before it. */
const isOfLatest = (event: CaseEvent, own: CaseEvent, next: CaseEvent | undefined): boolean =>
  event.data['document'] === undefined &&
  stem(event.type) === stem(own.type) &&
  stem(own.type) !== 'document' &&
  event.at >= own.at &&
  (next === undefined || event.at < next.at)

/** What became of each document of a case. */
export const documentStories = (
  { events }: Pick<CaseRecord, 'events'>,
  lines: readonly DocumentLine[],
  now: Instant,
): readonly DocumentStory[] => {
  const holds = new Map(happenedBy(events, now).map((event) => [event.id, event]))
  const all = events.flatMap((first): readonly StoredEvent[] => {
    const known = holds.get(first.id)
    return known === undefined ? [] : [{ ...first, at: known.at, data: known.data }]
  })
  const inOrder = all.toSorted((a, b) => a.at - b.at)
  const groups = [...Map.groupBy(lines, ({ id }) => id)]
  return groups.flatMap(([id, versions]): readonly DocumentStory[] => {
    const [first] = versions
    const latest = versions.at(-1)
    if (first === undefined || latest === undefined) return []
    const event = all.find((one) => one.id === first.event) ?? null
    const next = inOrder.find(
      (one) => event !== null && one.at > event.at && one.type === event.type && one.data['document'] !== id,
    )
    const about = inOrder.filter(
      (one) => one.data['document'] === id || (event !== null && isOfLatest(one, event, next)),
    )
    const turns = about.filter((one) => isReturn(one) || versions.some((line) => line.event === one.id))
    const last = turns.at(-1)
    return [
      {
        id,
        versions,
        latest,
        event,
        belongsTo:
          all.find((one) => one.id === event?.data['of'] && event.type.startsWith('document.')) ?? null,
        authorised: about.findLast(({ type }) => type.endsWith('.authorised')) ?? null,
        returned: last !== undefined && isReturn(last) ? last : null,
        withdrawn: event === null,
      },
    ]
  })
}
