import type { CaseRecord, StoredEvent } from '../case/case-record.ts'
import { eventNumber } from '../schedule/keep-schedule.ts'

/** The events that were recorded since somebody saw the first `known` of them, without those that they recorded. */
export const meanwhile = (
  { events }: Pick<CaseRecord, 'events'>,
  known: number,
  own: readonly string[] = [],
): readonly StoredEvent[] => events.filter(({ id }) => eventNumber(id) > known && !own.includes(id))
