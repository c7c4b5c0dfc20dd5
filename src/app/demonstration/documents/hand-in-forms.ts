import type { WorkingCalendar } from '#calendar/working-calendar.ts'
import { addDays, formatDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { NewEvent } from '#casework/case/case-record.ts'
import { sectionsAsked, topFields } from '#casework/documents/asked.ts'
import { eventOfForm, kindOf } from '#casework/documents/event-of-form.ts'
import { formSays } from '#casework/documents/form-says.ts'
import type { Answers, FormContent, StoredDocument } from '#casework/documents/stored-document.ts'
import { isChild } from '#engine/case-event.ts'
import type { Data } from '#engine/case-event.ts'
import { inOffice } from '#engine/plausible/office-time.ts'
import type { Form } from '#procedure/rules/form.ts'
import type { FormRecord } from '#procedure/rules/form-record.ts'
import { addedWords, returnWords } from './answer-words.data.ts'
import { answersFor } from './answers-for.ts'
import type { Filling } from './answers-for.ts'

/** What was written down about a family, with the forms and letters that came with it. */
export type Papers = { readonly events: readonly NewEvent[]; readonly documents: readonly StoredDocument[] }

/** What a paper is made with, beside who fills it in. */
export type Around = Filling & {
  readonly calendar: WorkingCalendar
  /** The role in which the worker writes. */
  readonly leading: string | null
  /** Whoever gives forms back, and the role in which they do. */
  readonly returning: { readonly user: string; readonly role: string | null } | null
}

/** Recorded many times, or by forms that are for one case of it only. */
const notByForm: ReadonlySet<string> = new Set([
  'note.recorded',
  'supervision.held',
  'form.returned',
  'lead.preferred',
  'concern.raised',
])

/** What a worker tells at length: the forms that are read, returned and changed. */
const longForms: ReadonlySet<string> = new Set(['assessment.completed', 'plan.agreed', 'taf.held'])

const idOf = (index: number): string => `e${index + 1}`

/** The last entry that a form records, as its rules have it; undefined where there is none that a user wrote. */
const entryFor = (form: Form, events: readonly NewEvent[]) => {
  const changed = new Set(
    events.filter(({ type }) => type.startsWith('event.')).map(({ data }) => data['of']),
  )
  const fits = ({ event, says }: FormRecord, { type, data }: NewEvent): boolean =>
    event === type && Object.entries(says).every(([field, value]) => data[field] === value)
  for (let i = events.length - 1; i >= 0; i -= 1) {
    const event = events[i]
    if (event === undefined || event.writtenBy === null || changed.has(idOf(i))) continue
    const record = form.records.find((one) => fits(one, event))
    if (record !== undefined && !notByForm.has(event.type) && event.data['document'] === undefined)
      return { index: i, event, record, writtenBy: event.writtenBy }
  }
  return undefined
}

const contentOf = (form: Form, answers: Answers, { people, procedure }: Filling): FormContent => ({
  kind: 'form',
  formVersion: form.version,
  procedureVersion: formatDay(procedure.version),
  sections: sectionsAsked(form),
  answers,
  children: people
    .filter((person) => isChild(person) && person.until === null)
    .map(({ id, name, born }) => ({ id, name, born: born === null ? null : formatDay(born) })),
})

/** Texts, actions and what was answered with no are the form's own words: the entry has them from there. */
const ownWords: ReadonlySet<unknown> = new Set(['text', 'texts', 'actions'])

const told = (form: Form, record: FormRecord, answers: Answers, event: NewEvent, filling: Filling): Data => {
  const { data } = eventOfForm(form, record, answers, filling)
  return Object.fromEntries(
    Object.entries(data).filter(
      ([field, value]) => value === false || ownWords.has(kindOf(filling.procedure, event.type, field)),
    ),
  )
}

/** With something added to one of its longer answers, which no entry is made from. */
const added = (form: Form, answers: Answers, { chance }: Filling): Answers | null => {
  const field = topFields(form).find(
    ({ id, kind, from }) => kind === 'narrative' && from.length === 0 && typeof answers[id] === 'string',
  )
  if (field === undefined) return null
  return { ...answers, [field.id]: `${answers[field.id] as string}\n${chance.one(addedWords)}` }
}

type Later = { readonly events: readonly NewEvent[]; readonly version: Answers | null }

/** What becomes of a form afterwards: given back, changed, or nothing. */
const afterwards = (
  form: Form,
  answers: Answers,
  { event, id }: { readonly event: NewEvent; readonly id: string },
  around: Around,
  until: Instant,
): Later => {
  const { chance, calendar, returning } = around
  const nothing: Later = { events: [], version: null }
  const kind = longForms.has(event.type) ? chance.whole(1, 10) : 10
  const version = added(form, answers, around)
  if (kind > 4 || version === null) return nothing
  const first = inOffice(calendar, addDays(dayOf(event.recorded), 1), chance)
  const second = inOffice(calendar, addDays(dayOf(first), 1), chance)
  const said = (type: string, at: Instant, by: NewEvent['by'], user: string, reason: string): NewEvent => {
    const data = { document: id, reason }
    return { type, at, recorded: at, by, data, override: null, writtenBy: user }
  }
  const back =
    returning === null || kind > 3
      ? []
      : [
          said(
            'document.returned',
            first,
            { role: returning.role, id: returning.user },
            returning.user,
            chance.one(returnWords),
          ),
        ]
  const changed = said('document.revised', second, event.by, event.writtenBy ?? '', 'Put right and added to')
  const isOpen = kind === 1 && back.length > 0
  const events = isOpen ? back : [...back, changed]
  return events.every(({ at }) => at < until) ? { events, version: isOpen ? null : version } : nothing
}

/**
 * Hands in the forms that belong to what was recorded: of each form the last one, some of them changed since.
 *
 * @param until when nothing more happens
 */
export const handInForms = (
  told_: readonly NewEvent[],
  forms: readonly Form[],
  around: Around,
  until: Instant,
): Papers => {
  const events = [...told_]
  const documents: StoredDocument[] = []
  const entries = forms
    .flatMap((form) => {
      const found = entryFor(form, told_)
      return found === undefined ? [] : [{ form, ...found }]
    })
    .toSorted((a, b) => a.event.at - b.event.at)
  for (const { form, index, record, writtenBy } of entries) {
    const event = events[index]
    if (event === undefined || event.data['document'] !== undefined) continue
    const id = `d${new Set(documents.map((one) => one.id)).size + 1}`
    const answers = answersFor(form, record, event, around)
    const data = { ...event.data, ...told(form, record, answers, event, around), document: id }
    const content = contentOf(form, answers, around)
    if (formSays({ ...event, data }, form, content, around) !== null) continue
    events[index] = { ...event, data }
    const line = { kind: 'form' as const, template: form.id, title: form.title, id, writtenBy }
    documents.push({ ...line, version: 1, event: idOf(index), writtenAt: event.recorded, content })
    const later = afterwards(form, answers, { event, id }, around, until)
    events.push(...later.events)
    const last = events.at(-1)
    if (later.version !== null && last !== undefined)
      documents.push({
        ...line,
        version: 2,
        event: idOf(events.length - 1),
        writtenAt: last.recorded,
        content: contentOf(form, later.version, around),
      })
  }
  return { events, documents }
}
