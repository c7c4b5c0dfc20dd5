import { addDays, formatDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CaseRecord, NewEvent } from '#casework/case/case-record.ts'
import { fillLetter, gapsIn } from '#casework/documents/fill-letter.ts'
import { fillings } from '#casework/documents/fillings.ts'
import type { FillingFacts } from '#casework/documents/fillings.ts'
import { isChild } from '#engine/case-event.ts'
import { inOffice } from '#engine/plausible/office-time.ts'
import type { Letter } from '#procedure/rules/letter.ts'
import type { Around, Papers } from './hand-in-forms.ts'

/** What a worker would type where the record has nothing. */
const typed: Readonly<Record<string, string>> = {
  address: '',
  'meeting time': '10 in the morning',
  'meeting place': 'the family hub',
  'meeting people': 'the family and everybody who helps',
  'meeting number': '1',
  'meeting date': 'the day that we agreed',
  'decision date': 'the day of our talk',
  'referrer name': 'the school',
  'review date': 'the day that we agreed',
  actions: 'What each of us does stands in the plan.',
}

/** The letters of the procedures that go out soon after something has happened. */
const after: Readonly<Record<string, string>> = {
  'first-contact': 'case.allocated',
  'taf-invitation': 'taf.agreed',
  'taf-minutes': 'taf.held',
  plan: 'plan.agreed',
  'step-down-agreed': 'case.allocated',
}

/** What letters are filled in from, beside the family’s own record. */
export type LetterFacts = Omit<FillingFacts, 'record' | 'now' | 'recipient'>

type Posting = {
  readonly letter: Letter
  /** The first entry that the letter does not know of yet. */
  readonly before: number
  readonly at: Instant
}

const written = (
  { letter, before, at }: Posting,
  record: CaseRecord,
  facts: LetterFacts,
  { procedure }: Around,
): { readonly to: string; readonly body: string } | null => {
  const [kind] = letter.to
  const parent = record.people.find((person) => person.member && !isChild(person))
  const recipient = kind === 'family' ? (parent ?? null) : null
  if (recipient === null) return null
  const events = record.events.slice(0, before)
  const known = { ...facts, record: { ...record, events }, now: at, recipient }
  const body = fillLetter(letter, fillings(known), procedure)
  if (gapsIn(body).some((gap) => typed[gap] === undefined)) return null
  const filled = gapsIn(body).reduce((text, gap) => text.replaceAll(`[[${gap}]]`, typed[gap] ?? ''), body)
  return { to: recipient.name, body: filled.trim() }
}

/** Keeps the letters that a worker would have written, as sent. */
export const keepLetters = (
  { events: known, documents: forms }: Papers,
  letters: readonly Letter[],
  record: CaseRecord,
  facts: LetterFacts,
  around: Around,
  until: Instant,
): Papers => {
  const events = [...known]
  const documents = [...forms]
  for (const letter of letters) {
    const index = known.findIndex(({ type, writtenBy }) => type === after[letter.id] && writtenBy !== null)
    const cause = known[index]
    if (cause === undefined || record.worker === null) continue
    const at = inOffice(around.calendar, addDays(dayOf(cause.recorded), 1), around.chance)
    const words = at < until ? written({ letter, before: index + 1, at }, record, facts, around) : null
    if (words === null) continue
    const id = `d${new Set(documents.map((one) => one.id)).size + 1}`
    const by: NewEvent['by'] = { role: around.leading, id: record.worker }
    const data = { letter: letter.id, with: ['family'], method: letter.by, document: id }
    events.push({ type: 'letter.sent', at, recorded: at, by, data, override: null, writtenBy: record.worker })
    documents.push({
      id,
      version: 1,
      kind: 'letter',
      template: letter.id,
      title: letter.title,
      event: `e${events.length}`,
      writtenBy: record.worker,
      writtenAt: at,
      content: { kind: 'letter', by: letter.by, date: formatDay(dayOf(at)), ...words },
    })
  }
  return { events, documents }
}
