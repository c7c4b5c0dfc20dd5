import { formatInstant } from '#calendar/instant.ts'
import type { CaseTimeline } from '#casework/case/case-timeline.ts'
import type { TimelineEntry } from '#casework/case/timeline-entry.ts'
import type { EntryChange, EntryChangeKind } from '#casework/changes/entry-changes.ts'
import type { StoredEvent } from '#casework/case/case-record.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'
import { differences, differencesPart, entryFacts } from '../../family/entry-facts.ts'
import { factsOf } from '../../family/event-facts.ts'
import { happened } from '../../family/happened.ts'
import type { Names } from '../../family/names.ts'
import { otherwisePart } from '../../family/otherwise-part.ts'
import { paths } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'

const who = ({ by, writtenBy }: StoredEvent, names: Names): string => {
  const name = names.user(writtenBy) ?? names.user(by?.id ?? null)
  const role = by?.role == null ? null : names.role(by.role)
  return [name, role].filter((one) => one !== null).join(', ') || 'the service'
}

/** More than a minute apart: then the moment of writing is worth its own words. */
const isLater = ({ at, recorded }: StoredEvent): boolean => recorded - at > 60_000

/** Who decided, where another wrote it down: by name, or by their role where they are no user here. */
const decidedBy = ({ by, writtenBy }: StoredEvent, names: Names): string | null => {
  if (by === null || writtenBy === null || by.id === writtenBy) return null
  const role = by.role === null ? null : names.role(by.role)
  return [names.user(by.id), role].filter((one) => one !== null).join(', ') || null
}

const written = (event: StoredEvent, { procedure }: Shown, names: Names): string => {
  const when = isLater(event) ? ` on ${timeInWords(event.recorded)}` : ''
  const decided = decidedBy(event, names)
  if (decided === null) return `Written down by ${who(event, names)}${when}`
  const isDecision = procedure.decisions.some(({ on }) => on.events.includes(event.type))
  return `${isDecision ? 'Decided' : 'Done'} by ${decided}. Written down by ${names.user(event.writtenBy) ?? 'somebody else'}${when}`
}

const reasonOf = ({ data }: StoredEvent): string =>
  typeof data['reason'] === 'string' ? `: ${data['reason']}` : ''

type Shown = Pick<CaseTimeline, 'record' | 'procedure' | 'changeable' | 'otherwise'>

const way = (href: string, text: string, what: string): Html =>
  html`<a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden">: ${what}</span></a>`

/** What is said of a change, of one that has been undone since, and how it can be undone; null where the entry's own way is it. */
const changeWords: Readonly<
  Record<EntryChangeKind, { readonly did: string; readonly gone: string; readonly undo: string | null }>
> = {
  correction: {
    did: 'Corrected',
    gone: ' The correction was taken back since.',
    undo: 'Take the correction back',
  },
  'taking-back': { did: 'Taken back', gone: ' It has been put back since.', undo: 'Put it back' },
  'putting-back': { did: 'Put back', gone: ' It was taken back again since.', undo: null },
  'taking-correction-back': {
    did: 'Correction taken back',
    gone: ' The correction has been put back since.',
    undo: 'Put the correction back',
  },
  'putting-correction-back': {
    did: 'Correction put back',
    gone: ' It was taken back again since.',
    undo: null,
  },
}

const changeItem = (
  { event: { id, type }, withdrawn }: TimelineEntry,
  { event, kind, holds, before, after }: EntryChange,
  { record, procedure, changeable }: Shown,
  names: Names,
): Html => {
  const { did, gone, undo } = changeWords[kind]
  const mayUndo = holds && changeable.has(id) && (kind === 'taking-back' || !withdrawn)
  const undoing =
    mayUndo &&
    undo !== null &&
    html` ${way(paths.takeBack(record.id, event.id), undo, happened(type, procedure))}`
  return html`<li>${did} by ${who(event, names)} on ${timeInWords(event.recorded)}${reasonOf(event)}${!holds && gone}${undoing}${
    holds && differencesPart(differences(type, before, after, procedure, names))
  }</li>`
}

const changesPart = (entry: TimelineEntry, shown: Shown, names: Names): Part =>
  entry.changes.length > 0 &&
  html`<ul class="govuk-list app-happened__changes">${entry.changes.map((change) => changeItem(entry, change, shown, names))}</ul>`

const ways = ({ event, withdrawn }: TimelineEntry, { record, procedure, changeable }: Shown): Part => {
  if (withdrawn || !changeable.has(event.id)) return null
  const what = `${happened(event.type, procedure)}, ${timeInWords(event.at)}`
  return html`<span class="app-happened__ways">${way(paths.correct(record.id, event.id), 'Correct', what)} ${way(paths.takeBack(record.id, event.id), 'Take back', what)}</span>`
}

const documentPart = ({ data }: StoredEvent, caseId: string): Part =>
  typeof data['document'] === 'string' &&
  html`<p class="app-happened__document"><a class="govuk-link" href="${paths.document(caseId, data['document'])}">Read the document</a></p>`

const otherwise = ({ event }: TimelineEntry, { otherwise: all, procedure }: Shown, names: Names): Part => {
  const says = all.get(event.id)
  return (
    says !== undefined &&
    html`<p class="app-happened__note">The form that came with this says something else.</p>${otherwisePart(says, event, procedure, names)}`
  )
}

/** One entry: what happened and when, what it says, who wrote it down, and what was corrected in it since. */
export const entryItem = (entry: TimelineEntry, shown: Shown, names: Names): Html => {
  const { event, withdrawn } = entry
  const { procedure, record } = shown
  const facts = factsOf(event, procedure, names)
  const override =
    event.override !== null &&
    html`<p class="app-happened__note">Went ahead before everything was on record. Reason: ${event.override.reason}</p>`
  const marks = [
    event.data['significant'] === true &&
      html` ${tag({ text: 'Significant', classes: 'govuk-tag--purple' })}`,
    withdrawn && html` ${tag({ text: 'Taken back', classes: 'govuk-tag--grey' })}`,
  ]
  return html`<li class="app-happened${withdrawn && ' app-happened--gone'}" id="${event.id}"><h3 class="app-happened__title">${happened(event.type, procedure)}${marks}</h3><p class="app-happened__when"><time datetime="${formatInstant(event.at)}">${timeInWords(event.at)}</time></p>${entryFacts(facts)}${otherwise(entry, shown, names)}${documentPart(event, record.id)}${override}${changesPart(entry, shown, names)}<p class="app-happened__by">${written(event, shown, names)} ${ways(entry, shown)}</p></li>`
}
