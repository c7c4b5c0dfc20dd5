import type { Stood } from '#engine/assess.ts'
import { becauseOf } from '#engine/because.ts'
import { groupsOf } from '#engine/standing-groups.ts'
import type { GroupName } from '#engine/standing-groups.ts'
import { standingDateInWords } from '#engine/standing-in-words.ts'
import { metMatches } from '#procedure/clock-matches.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { details } from '../../components/details.ts'
import { dueItem, dueList } from '../../family/due-item.ts'
import type { Urgency } from '../../family/due-item.ts'
import { paths } from '../../paths.ts'
import type { Overview } from './overview.ts'

const urgencies: Partial<Readonly<Record<Stood['standing'], Urgency>>> = {
  overdue: 'overdue',
  'due-soon': 'soon',
  open: 'open',
}

/** What a thing is called, with what was agreed where it is an action of a plan. */
export const titleOf = ({ obligation: { clock, startEntry } }: Stood): string => {
  const what = startEntry?.data['what']
  return typeof what === 'string' ? `${clock.title}: ${what}` : clock.title
}

const item = (stood: Stood, all: Overview): Html => {
  const { obligation, standing } = stood
  const { record, procedure, calendar, names, recordAt } = all
  const { clock, subject, undecided } = obligation
  const type = metMatches(clock)[0]?.events[0]
  const isPlanned = standing === 'planned'
  return dueItem({
    what: titleOf(stood),
    href:
      type === undefined || isPlanned ? null : recordAt(type, subject.kind === 'event' ? subject.id : null),
    whom: subject.kind === 'person' ? names.person(subject.id) : null,
    urgency: urgencies[standing] ?? 'waits',
    when:
      undecided === null || isPlanned
        ? standingDateInWords(stood, { asOf: all.now, calendar })
        : `has no date yet: ${undecided}`,
    who: names.role(clock.owner),
    why: becauseOf(obligation, procedure, calendar),
    clause: { id: clock.clause, href: paths.caseClause(record.id, clock.clause) },
    move: obligation.due === null || standing === 'paused' ? null : all.moveAt(clock.id),
  })
}

const titles: Partial<Readonly<Record<GroupName, string>>> = {
  overdue: 'Overdue',
  'to decide': 'Needs a date from somebody',
  'due soon': 'Due soon',
  due: 'Due',
  'no limit': 'Open, without a limit',
}

const folded: Partial<Readonly<Record<GroupName, string>>> = {
  planned: 'Planned: opens later',
  paused: 'On hold',
  explained: 'Explained',
}

/** What is to be done now, the most urgent first; what opens later folded away. */
export const duePart = (all: Overview): Html => {
  const groups = groupsOf(all.standing)
  const listOf = (name: string): readonly Html[] =>
    (groups.get(name as GroupName) ?? []).map((stood) => item(stood, all))
  const open = Object.entries(titles).map(([name, title]): Part => {
    const items = listOf(name)
    return (
      items.length > 0 &&
      html`<h3 class="govuk-heading-s">${title} <span class="app-count">${items.length}</span></h3>${dueList(items)}`
    )
  })
  const later = Object.entries(folded).map(([name, title]): Part => {
    const items = listOf(name)
    return items.length > 0 && details({ summary: `${title} (${items.length})`, text: dueList(items) })
  })
  const isEmpty = Object.keys(titles).every((name) => !groups.has(name as GroupName))
  return html`<section aria-labelledby="due"><h2 class="govuk-heading-m" id="due">What is due</h2>${
    isEmpty &&
    html`<p class="govuk-body">${all.standing.closed ? 'Nothing more is due: the case is closed.' : 'Nothing is due now.'}</p>`
  }${open}${later}</section>`
}
