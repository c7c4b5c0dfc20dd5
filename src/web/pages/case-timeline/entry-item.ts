import { formatInstant } from '#calendar/instant.ts'
import type { CaseTimeline, TimelineEntry } from '#casework/case-timeline.ts'
import type { StoredEvent } from '#casework/case-record.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'
import { factsOf } from '../../family/event-facts.ts'
import type { Fact } from '../../family/event-facts.ts'
import { happened } from '../../family/happened.ts'
import type { Names } from '../../family/names.ts'
import { timeInWords } from '../../time-in-words.ts'

const fact = ({ field, label, words }: Fact): Html =>
  html`<div${field === 'voice' && html` class="app-voice"`}><dt>${label}</dt><dd class="app-lines">${words}</dd></div>`

const who = ({ by, writtenBy }: StoredEvent, names: Names): string => {
  const name = names.user(writtenBy) ?? names.user(by?.id ?? null)
  const role = by?.role == null ? null : names.role(by.role)
  return [name, role].filter((one) => one !== null).join(', ') || 'the service'
}

/** More than a minute apart: then the moment of writing is worth its own words. */
const isLater = ({ at, recorded }: StoredEvent): boolean => recorded - at > 60_000

const written = (event: StoredEvent, names: Names): string =>
  `Written down by ${who(event, names)}${isLater(event) ? ` on ${timeInWords(event.recorded)}` : ''}`

const reasonOf = ({ data }: StoredEvent): string =>
  typeof data['reason'] === 'string' ? `: ${data['reason']}` : ''

const changeItem = (change: StoredEvent, names: Names): Html => {
  const what = change.type === 'event.withdrawn' ? 'Taken back' : 'Corrected'
  return html`<li>${what} by ${who(change, names)} on ${timeInWords(change.recorded)}${reasonOf(change)}</li>`
}

const changesPart = ({ changes }: TimelineEntry, names: Names): Part =>
  changes.length > 0 &&
  html`<ul class="govuk-list app-happened__changes">${changes.map((change) => changeItem(change, names))}</ul>`

/** One entry: what happened and when, what it says, who wrote it down, and what was corrected in it since. */
export const entryItem = (
  entry: TimelineEntry,
  { procedure }: Pick<CaseTimeline, 'procedure'>,
  names: Names,
): Html => {
  const { event, withdrawn } = entry
  const facts = factsOf(event, procedure, names)
  const override =
    event.override !== null &&
    html`<p class="app-happened__note">Went ahead before everything was on record. Reason: ${event.override.reason}</p>`
  const marks = [
    event.data['significant'] === true &&
      html` ${tag({ text: 'Significant', classes: 'govuk-tag--purple' })}`,
    withdrawn && html` ${tag({ text: 'Taken back', classes: 'govuk-tag--grey' })}`,
  ]
  return html`<li class="app-happened${withdrawn && ' app-happened--gone'}" id="${event.id}"><h3 class="app-happened__title">${happened(event.type, procedure)}${marks}</h3><p class="app-happened__when"><time datetime="${formatInstant(event.at)}">${timeInWords(event.at)}</time></p>${facts.length > 0 && html`<dl class="app-facts">${facts.map(fact)}</dl>`}${override}${changesPart(entry, names)}<p class="app-happened__by">${written(event, names)}</p></li>`
}
