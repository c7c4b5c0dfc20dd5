import { happenedBy } from '#engine/history/effective-events.ts'
import { isBorn, isChild } from '#engine/case-event.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Form } from '#procedure/rules/form.ts'
import type { Actor } from '../access/actor.ts'
import { caseOverview } from '../case/case-overview.ts'
import type { CaseOverview } from '../case/case-overview.ts'
import type { CasePerson, StoredEvent } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { versionOf } from '../deps.ts'
import type { Looking } from '../ports.ts'
import { asRecorded } from './as-recorded.ts'
import { topFields } from './asked.ts'
import { carriedOver } from './carry-over.ts'
import { contactOf } from './fillings.ts'
import { documentStories } from './document-story.ts'
import type { Answers, DocumentLine, StoredDocument } from './stored-document.ts'

/** Everything that the page of a form is made from. */
export type FormDesk = {
  readonly overview: CaseOverview
  readonly form: Form
  readonly children: readonly CasePerson[]
  /** What stands in the form when it is begun: from the record, or from the version that is to be changed. */
  readonly begun: Answers
  /** The document that is to be changed; null for a new one. */
  readonly of: DocumentLine | null
  /** With what it was given back to be changed; null where it was not, or has been handed in again since. */
  readonly returned: StoredEvent | null
  /** What has been recorded of the kind that the form records and has no form yet, the latest first. */
  readonly without: readonly StoredEvent[]
}

const mostWithout = 12

const withoutForm = (
  { record, now }: CaseOverview,
  form: Form,
  lines: readonly DocumentLine[],
): readonly StoredEvent[] => {
  const types = new Set(form.records.map(({ event }) => event))
  const stories = documentStories(record, lines, now)
  const taken = new Set(stories.flatMap(({ event, belongsTo }) => [event?.id, belongsTo?.id]))
  const holding = new Map(happenedBy(record.events, now).map((event) => [event.id, event.at]))
  return record.events
    .filter(
      ({ id, type, data }) =>
        types.has(type) && holding.has(id) && !taken.has(id) && data['document'] === undefined,
    )
    .map((event) => ({ ...event, at: holding.get(event.id) ?? event.at }))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, mostWithout)
}

type Asked = {
  readonly caseId: string
  readonly form: string
}

/** Whether a form asks of each child whether it was seen: it asks that of nobody who was not born. */
const asksWhoWasSeen = (form: Form): boolean =>
  topFields(form).some(({ fields }) => fields.some(({ from }) => from.some((one) => one.endsWith('.seen'))))

/** The children of whom a form asks: those who are in the case today; in one that is changed also whom it asked about. */
const childrenAsked = (
  form: Form,
  { record, now }: CaseOverview,
  of: StoredDocument | null,
): readonly CasePerson[] => {
  const before = of?.content.kind === 'form' ? of.content.children : []
  const day = dayOf(of?.writtenAt ?? now)
  return record.people
    .filter((person) => isChild(person) && person.until === null)
    .filter(
      (child) => !asksWhoWasSeen(form) || isBorn(child, day) || before.some(({ id }) => id === child.id),
    )
}

/** The answers of a form with what its entry says by now. */
const answersOnRecord = async (
  store: Looking,
  { record, procedure, users, now }: CaseOverview,
  form: Form,
  { id, content }: StoredDocument,
): Promise<Answers> => {
  const answers = content.kind === 'form' ? content.answers : {}
  const story = documentStories(record, await store.documentsOf(record.id), now).find((one) => one.id === id)
  return story?.event == null ? answers : asRecorded(form, story.event, answers, { record, users, procedure })
}

const deskFor = async (
  deps: Deps,
  actor: Actor,
  overview: CaseOverview,
  form: Form,
  document: { readonly id: string; readonly asRecord: boolean } | null,
): Promise<FormDesk | null> =>
  deps.store.look(actor.authority, async (store): Promise<FormDesk | null> => {
    const { record, procedure, now, users, team } = overview
    const { forms } = versionOf(deps.shelf, record)
    const lines = await store.documentsOf(record.id)
    const children = childrenAsked(form, overview, null)
    const shared = { overview, form, children }
    if (document !== null) {
      const found = await store.document(record.id, document.id)
      if (found?.content.kind !== 'form') return null
      const { content, ...line } = found
      const begun = document.asRecord ? await answersOnRecord(store, overview, form, found) : content.answers
      const story = documentStories(record, lines, now).find(({ id }) => id === document.id)
      const returned = story?.returned ?? null
      return {
        ...shared,
        children: childrenAsked(form, overview, found),
        begun,
        of: line,
        returned,
        without: [],
      }
    }
    const latest = await store.latestOf(
      record.id,
      forms.map(({ id }) => id),
    )
    const authority = await store.authority()
    const contact = await contactOf(store, record.team)
    const facts = { record, now, users, authority, team, contact, recipient: null, procedure, forms, latest }
    const ids = children.map(({ id }) => id)
    return {
      ...shared,
      begun: carriedOver(form, facts, ids),
      of: null,
      returned: null,
      without: withoutForm(overview, form, lines),
    }
  })

/** A form to be filled in for a family. Null where there is no such form or case, or the reader may not see it. */
export const formDesk = async (
  deps: Deps,
  actor: Actor,
  { caseId, form }: Asked,
): Promise<FormDesk | null> => {
  const overview = await caseOverview(deps, actor, caseId, 'form')
  if (overview === null) return null
  const found = versionOf(deps.shelf, overview.record).forms.find(({ id }) => id === form)
  return found === undefined ? null : deskFor(deps, actor, overview, found, null)
}

type ChangeAsked = {
  readonly caseId: string
  readonly document: string
  /** Whether what is on record by now stands in it where the form says otherwise. */
  readonly asRecord: boolean
}

/** A form that was handed in, to be changed; with the questions of today. Null as above. */
export const changeDesk = async (
  deps: Deps,
  actor: Actor,
  { caseId, document, asRecord }: ChangeAsked,
): Promise<FormDesk | null> => {
  const overview = await caseOverview(deps, actor, caseId, 'form')
  if (overview === null) return null
  const line = await deps.store.look(actor.authority, (store) => store.document(caseId, document))
  const form = versionOf(deps.shelf, overview.record).forms.find(({ id }) => id === line?.template)
  return line?.kind !== 'form' || form === undefined
    ? null
    : deskFor(deps, actor, overview, form, { id: document, asRecord })
}
