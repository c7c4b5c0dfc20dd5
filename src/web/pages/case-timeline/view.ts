import type { CaseTimeline, TimelineFilter } from '#casework/case/case-timeline.ts'
import { counted } from '#procedure/in-words.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { pagination } from '../../components/pagination.ts'
import { select } from '../../components/select.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { casePage } from '../../family/case-frame.ts'
import { happened } from '../../family/happened.ts'
import { namesIn } from '../../family/names.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { entryItem } from './entry-item.ts'
import { isFiltered, periods } from './form.ts'

const filterForm = (facts: CaseTimeline, filter: TimelineFilter): Html => {
  const { record, kinds, procedure, writers } = facts
  const names = namesIn(facts)
  const inOrder = (all: readonly { readonly value: string; readonly text: string }[]) =>
    all.toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  const named = inOrder(kinds.map((type) => ({ value: type, text: happened(type, procedure) })))
  const people = record.people.map(({ personId, name }) => ({ value: personId, text: name }))
  const wrote = inOrder(
    writers.map((user) => ({ value: user, text: names.user(user) ?? 'Somebody who has left' })),
  )
  return html`<form class="app-filter" method="get" action="${paths.timeline(record.id)}">${select({
    name: 'kind',
    label: 'Show',
    value: filter.kind ?? '',
    items: [{ value: '', text: 'Everything' }, ...named],
  })}${select({
    name: 'about',
    label: 'About',
    value: filter.about ?? '',
    items: [{ value: '', text: 'Anybody' }, ...people],
  })}${select({
    name: 'by',
    label: 'Written down by',
    value: filter.by ?? '',
    items: [{ value: '', text: 'Anybody' }, ...wrote],
  })}${select({
    name: 'days',
    label: 'When',
    value: filter.days === null ? '' : String(filter.days),
    items: [{ value: '', text: 'At any time' }, ...periods],
  })}${checkboxes({
    name: 'significant',
    classes: 'govuk-checkboxes--small',
    values: filter.significantOnly ? ['yes'] : [],
    items: [{ value: 'yes', text: 'Only what was marked significant' }],
  })}${button({ text: 'Show', classes: 'govuk-button--secondary app-button--small' })}</form>`
}

const pages = ({ record, page, pages: last }: CaseTimeline, filter: TimelineFilter): Part => {
  if (last < 2) return null
  const to = (n: number): string =>
    withQuery(paths.timeline(record.id), {
      kind: filter.kind ?? undefined,
      significant: filter.significantOnly ? 'yes' : undefined,
      about: filter.about ?? undefined,
      by: filter.by ?? undefined,
      days: filter.days === null ? undefined : String(filter.days),
      page: String(n),
    })
  return pagination({
    previous:
      page > 1 ? { href: to(page - 1), text: 'Newer', labelText: `${page - 1} of ${last}` } : undefined,
    next:
      page < last ? { href: to(page + 1), text: 'Older', labelText: `${page + 1} of ${last}` } : undefined,
  })
}

const nothing = ({ record }: CaseTimeline, filter: TimelineFilter): Html =>
  isFiltered(filter)
    ? html`<p class="govuk-body">Nothing of this kind is on record. <a class="govuk-link" href="${paths.timeline(record.id)}">Show everything</a>.</p>`
    : html`<p class="govuk-body">Nothing is on record yet.</p>`

/** Everything that happened, the latest first. */
export const caseTimelineView = (facts: CaseTimeline, filter: TimelineFilter): Page => {
  const names = namesIn(facts)
  const count = `${counted(facts.found, 'entry', 'entries')}, the latest first`
  return casePage(
    facts,
    'timeline',
    'Timeline',
    html`${filterForm(facts, filter)}${
      facts.found === 0
        ? nothing(facts, filter)
        : html`<p class="govuk-body-s app-quiet">${count}</p><ol class="app-timeline">${facts.entries.map((entry) => entryItem(entry, facts, names))}</ol>`
    }${pages(facts, filter)}`,
  )
}
