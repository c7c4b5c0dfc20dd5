import type { CasePerson, CaseRecord, NewEvent, StoredEvent } from './case-record.ts'
import type { KeptForLists, ObligationRow, ScheduleStamp } from '../schedule/obligation-row.ts'

/** What can be changed of a case itself, its events, and what is kept of them for lists. */
export type ChangingCases = {
  /** The case, kept from all others until the transaction ends. */
  readonly lockCase: (id: string) => Promise<CaseRecord | null>
  readonly openCase: (
    opening: Pick<CaseRecord, 'family' | 'procedure' | 'version' | 'team' | 'opened'> & {
      readonly people: readonly Omit<CasePerson, 'personId'>[]
    },
  ) => Promise<CaseRecord>
  readonly append: (caseId: string, events: readonly NewEvent[]) => Promise<readonly StoredEvent[]>
  /**
   * Appends to a case that is held, and sets all that is kept of it for lists because of all its events. Fails where it has
   * not as many events as known.
   */
  readonly recordIn: (
    caseId: string,
    known: number,
    events: readonly NewEvent[],
    lists: KeptForLists,
  ) => Promise<void>
  /** Sets what lists show of a case, and makes its revision one more, as append and setPeople do. */
  readonly setCase: (
    caseId: string,
    set: Partial<Pick<CaseRecord, 'team' | 'worker' | 'closed' | 'version' | 'restrictedTo' | 'family'>> & {
      readonly step?: string | null
    },
  ) => Promise<void>
  readonly writeSchedule: (
    caseId: string,
    rows: readonly ObligationRow[],
    stamp: ScheduleStamp,
  ) => Promise<void>
}
