import type { CaseOverview } from '#casework/case/case-overview.ts'
import { dayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import { eventsUsed } from '#casework/asking/events-used.ts'
import { everyday } from '#casework/asking/everyday.ts'
import { expectedNext } from '#casework/asking/expected-next.ts'
import type { Expected } from '#casework/asking/expected-next.ts'
import { possibleNow } from '#casework/asking/possible-now.ts'
import { changesLimits } from '#casework/access/may.ts'
import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { link } from '../../components/link.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { dueInWords, standingTag } from '../../recording/beside-form.ts'
import { eventTitle, groupsOf, isRecordable } from '../../recording/event-title.ts'
import type { EventGroup } from '../../recording/event-title.ts'
import { elsewhere } from '../../recording/event-titles.data.ts'

/** Where an event is recorded: on the page that is made for it, or on one of its own. Null: nowhere by hand. */
const pathFor = (
  id: string,
  { type, subject, startedBy }: Expected,
  overview: CaseOverview,
): string | null => {
  if (type === 'case.allocated' || type === 'case.transferred')
    return overview.may.allocate
      ? type === 'case.allocated'
        ? paths.allocate(id)
        : paths.transfer(id)
      : null
  // A visit says of each child whether they were seen.
  if (type === 'child.seen') return paths.record(id, 'visit.made')
  if (elsewhere.has(type) || !isRecordable(type, overview.procedure)) return null
  return withQuery(paths.record(id, type), {
    // All the open actions stand on one page.
    of: subject.kind === 'event' && type !== 'action.completed' ? (startedBy ?? undefined) : undefined,
  })
}

type Next = { readonly path: string; readonly type: string; readonly all: readonly Expected[] }

const isSame = (a: Expected, b: Expected): boolean =>
  a.title === b.title && JSON.stringify(a.subject) === JSON.stringify(b.subject)

/** What is expected, one line for each page, in the order of what is late. */
const nextLines = (overview: CaseOverview): readonly Next[] => {
  const lines = new Map<string, { path: string; type: string; all: Expected[] }>()
  for (const one of expectedNext(overview.standing)) {
    const path = pathFor(overview.record.id, one, overview)
    if (path === null) continue
    const line = lines.get(path)
    const type = one.type === 'child.seen' ? 'visit.made' : one.type
    if (line === undefined) lines.set(path, { path, type, all: [one] })
    else if (!line.all.some((other) => isSame(other, one))) line.all.push(one)
  }
  return [...lines.values()]
}

/** Of several that are called the same, the entry with which each began. */
const beganWith = (startedBy: string | null, { record, procedure }: CaseOverview): string => {
  const entry = record.events.find(({ id }) => id === startedBy)
  return entry === undefined
    ? ''
    : `, after: ${eventTitle(entry.type, procedure)}, ${dayInWords(dayOf(entry.at))}`
}

const nextLine = ({ path, type, all }: Next, alike: ReadonlySet<string>, overview: CaseOverview): Html => {
  const { record, procedure } = overview
  const why = all.map(({ title, clause, due, standing, subject, startedBy }) => {
    const by = dueInWords(due)
    const whom =
      subject.kind === 'person' ? record.people.find(({ id }) => id === subject.id)?.name : undefined
    const after = alike.has(title) && whom === undefined ? beganWith(startedBy, overview) : ''
    return html`<li>${standingTag(standing)} ${title}${whom !== undefined && `: ${whom}`}${by !== '' && `, by ${by}`}${after} <span class="app-quiet">(${clause})</span></li>`
  })
  const text = eventTitle(type, procedure)
  return html`<li class="app-entry"><p class="govuk-body app-entry__title">${link({ href: path, text })}</p><ul class="govuk-list app-small">${why}</ul></li>`
}

/** For those who allocate: who works with the family. */
const workerGroup = ({ record }: CaseOverview): Html => {
  const to =
    record.worker === null
      ? link({ href: paths.allocate(record.id), text: 'Give the family to a worker' })
      : link({ href: paths.transfer(record.id), text: 'Pass the family to another worker' })
  return html`<div class="app-group"><h3 class="govuk-heading-s">Who works with the family</h3><ul class="govuk-list"><li>${to}</li></ul></div>`
}

const correcting = ({ record }: CaseOverview): Html =>
  html`<div class="app-group"><h3 class="govuk-heading-s">Something on record is wrong</h3><ul class="govuk-list"><li>${link({ href: paths.timeline(record.id), text: 'Find it on the timeline to correct it or take it back' })}</li></ul></div>`

/** The groups with those of their events that are chosen; none that is left empty. */
const choose = (groups: readonly EventGroup[], isChosen: (type: string) => boolean): readonly EventGroup[] =>
  groups
    .map(({ title, events }) => ({ title, events: events.filter(({ type }) => isChosen(type)) }))
    .filter(({ events }) => events.length > 0)

const groupPart = ({ title, events }: EventGroup, { record: { id } }: CaseOverview): Html =>
  html`<div class="app-group"><h3 class="govuk-heading-s">${title}</h3><ul class="govuk-list">${events.map(
    ({ type, title: text }) => html`<li>${link({ href: paths.record(id, type), text })}</li>`,
  )}</ul></div>`

/** What the procedure never names, folded away: it can be recorded, and nothing follows from it. */
const restPart = (rest: readonly EventGroup[], overview: CaseOverview): Part =>
  rest.length > 0 &&
  details({
    summary: 'What this procedure does not use',
    text: html`<p class="govuk-body">You can record it. No date follows from it.</p><div class="app-groups">${rest.map((group) => groupPart(group, overview))}</div>`,
  })

/** How much of what is expected stands here, what is late first: of some families there are hundreds. */
const mostNext = 30

const restOfNext = (count: number, { record }: CaseOverview): Part =>
  count > mostNext &&
  html`<p class="govuk-body">${link({ href: withQuery(paths.caseProcedure(record.id), { show: 'open' }), text: `And ${count - mostNext} more: all that is open, clause by clause` })}</p>`

/** Everything that can be recorded about a family: what the procedure expects next, then all by group. */
export const recordListView = (overview: CaseOverview): Page => {
  const { record, procedure } = overview
  const next = nextLines(overview)
  const titles = next.flatMap(({ all }) => all.map(({ title }) => title))
  const alike = new Set(titles.filter((title, i) => titles.indexOf(title) !== i))
  const groups = choose(
    groupsOf(procedure),
    (type) => possibleNow(type, overview.standing) && (overview.may.goPast || !changesLimits(type)),
  )
  const used = eventsUsed(procedure)
  const isUsual = (type: string): boolean => used.has(type) || everyday.has(type)
  return {
    title: 'What do you want to record?',
    section: 'families',
    wide: true,
    back: { href: paths.family(record.id), text: 'Back to the family' },
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">What do you want to record?</h1><section aria-labelledby="next"><h2 class="govuk-heading-m" id="next">Expected next</h2>${
      next.length === 0
        ? html`<p class="govuk-body">The procedure waits for nothing at the moment. You can record anything below.</p>`
        : html`<ul class="govuk-list app-entries">${next.slice(0, mostNext).map((line) => nextLine(line, alike, overview))}</ul>${restOfNext(next.length, overview)}`
    }</section><section aria-labelledby="all"><h2 class="govuk-heading-m" id="all">Everything else</h2><div class="app-groups">${choose(groups, isUsual).map((group) => groupPart(group, overview))}${correcting(overview)}${overview.may.allocate && workerGroup(overview)}</div>${restPart(
      choose(groups, (type) => !isUsual(type)),
      overview,
    )}</section>`,
  }
}
