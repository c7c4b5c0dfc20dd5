import type { Procedure } from '#procedure/procedure.ts'
import { eventTitle } from '../recording/event-title.ts'

/** Where the title of the recording page asks for something to be done, and on record it has been. */
const done: Readonly<Record<string, string>> = {
  'case.allocated': 'Given to a worker',
  'case.transferred': 'Passed to another worker',
  'case.closed': 'Case closed',
  'case.reopened': 'Case reopened',
  'clock.moved': 'Date moved',
  'clock.paused': 'Time limit paused',
  'clock.resumed': 'Time limit goes on',
  'procedure.changed': 'Moved to another version of the procedure',
  'event.corrected': 'Corrected',
  'event.withdrawn': 'Taken back',
}

/** What happened, as the heading of an entry. */
export const happened = (type: string, procedure: Pick<Procedure, 'words'>): string =>
  (procedure.words[type] === undefined ? done[type] : undefined) ?? eventTitle(type, procedure)
