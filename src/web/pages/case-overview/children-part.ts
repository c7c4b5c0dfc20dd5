import { dayInWords } from '#calendar/day-in-words.ts'
import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import { isChild } from '#engine/case-event.ts'
import type { WatchStanding } from '#engine/watches-now.ts'
import { counted } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { ageInWords } from '../../family/age-in-words.ts'
import type { Overview } from './overview.ts'

const ago = (day: Day, today: Day): string =>
  day === today ? 'today' : day === today - 1 ? 'yesterday' : `${counted(today - day, 'day')} ago`

const lastSeen = (entry: WatchStanding['last'], today: Day): Html =>
  entry === null
    ? html`<strong class="app-not-yet">not yet</strong>`
    : html`${dayInWords(entry.day)}, ${ago(entry.day, today)}`

const fact = (name: string, value: Part): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

/** Whether a watch is about the child being seen; others keep something else in view. */
const isSeeing = ({ watch: { of } }: WatchStanding): boolean =>
  of.kind === 'last' && of.any.some(({ events }) => events.includes('child.seen'))

const lines = (watches: readonly WatchStanding[], today: Day): readonly Html[] =>
  watches.flatMap((one) => {
    if (one.watch.of.kind !== 'last') return []
    if (isSeeing(one))
      return [
        fact('Last seen', lastSeen(one.last, today)),
        fact('Seen alone', lastSeen(one.lastAlone, today)),
      ]
    return one.last === null ? [] : [fact(one.watch.title, lastSeen(one.last, today))]
  })

const child = (person: CasePerson, { standing, now }: Overview): Html => {
  const today = dayOf(now)
  const own = standing.watches.filter(({ subject }) => subject.kind === 'person' && subject.id === person.id)
  const left = person.until !== null && person.until < today ? ', no longer part of the case' : ''
  return html`<li class="app-kid"><h3 class="app-kid__name">${person.name}</h3><p class="app-kid__age">${ageInWords(person, today)}${left}</p>${own.length > 0 && html`<dl class="app-facts">${lines(own, today)}</dl>`}</li>`
}

/** Each child, with age and when the child was last seen, and seen alone. */
export const childrenPart = (all: Overview): Html => {
  const children = all.record.people.filter(isChild)
  return html`<section aria-labelledby="children"><h2 class="govuk-heading-m" id="children">Children</h2>${
    children.length === 0
      ? html`<p class="govuk-body">No child is on record in this case.</p>`
      : html`<ul class="app-kids">${children.map((person) => child(person, all))}</ul>`
  }</section>`
}
