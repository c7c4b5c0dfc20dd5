import { titleOf } from '#casework/case/obligation-title.ts'
import { belongsTo } from '#casework/asking/open-actions.ts'
import type { Stood } from '#engine/assess.ts'
import { groupsOf } from '#engine/standing/standing-groups.ts'
import type { GroupName } from '#engine/standing/standing-groups.ts'
import { metMatches } from '#procedure/rules/clock-matches.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { details } from '../../components/details.ts'
import { dueItem, dueList } from '../../family/due-item.ts'
import type { Urgency } from '../../family/due-item.ts'
import { stoodLines } from '../../family/stood-lines.ts'
import type { StoodLine } from '../../family/stood-lines.ts'
import { paths, withQuery } from '../../paths.ts'
import type { Overview } from './overview.ts'

const urgencies: Partial<Readonly<Record<Stood['standing'], Urgency>>> = {
  overdue: 'overdue',
  'due-soon': 'soon',
  open: 'open',
}

const item = ({ stands: [stood], whom, when, why }: StoodLine, all: Overview): Html => {
  const { obligation, standing } = stood
  const { record, names, recordAt } = all
  const { clock } = obligation
  const type = metMatches(clock)[0]?.events[0]
  const isPlanned = standing === 'planned'
  return dueItem({
    what: titleOf(obligation),
    href: type === undefined || isPlanned ? null : recordAt(type, belongsTo(obligation, all.standing)),
    whom,
    urgency: urgencies[standing] ?? 'waits',
    when,
    who: names.role(clock.owner),
    isOwn: all.isOwn(clock.owner),
    why,
    clause: { id: clock.clause, href: paths.caseClause(record.id, clock.clause) },
    move: obligation.due === null || standing === 'paused' ? null : all.moveAt(clock.id),
  })
}

/** What a group is called, and how many of its lines stand here: a page that one looks at first is never a long one. */
const titles = {
  overdue: ['Overdue', 12],
  'to decide': ['Needs a date from somebody', 4],
  'due soon': ['Due soon', 6],
  due: ['Due', 6],
  'no limit': ['Open, without a limit', 4],
} as const satisfies Partial<Record<GroupName, readonly [string, number]>>

const folded = {
  planned: ['Planned: opens later', 3],
  paused: ['On hold', 3],
  explained: ['Explained', 3],
} as const satisfies Partial<Record<GroupName, readonly [string, number]>>

const list = (stands: readonly Stood[], most: number, all: Overview): Part => {
  const lines = stoodLines(stands, all)
  const shown = lines.slice(0, most)
  const left = stands.length - shown.reduce((sum, line) => sum + line.stands.length, 0)
  const open = withQuery(paths.caseProcedure(all.record.id), { show: 'open' })
  return [
    dueList(shown.map((line) => item(line, all))),
    left > 0 &&
      html`<p class="govuk-body-s"><a class="govuk-link" href="${open}">And ${left} more: all of it, clause by clause</a></p>`,
  ]
}

/** What is to be done now, the most urgent first; what opens later folded away. */
export const duePart = (all: Overview): Html => {
  const groups = groupsOf(all.standing)
  const drawn = (
    of: Partial<Record<GroupName, readonly [string, number]>>,
    draw: (title: string, count: number, items: Part) => Part,
  ): readonly Part[] =>
    Object.entries(of).map(([name, [title, most]]): Part => {
      const stands = groups.get(name as GroupName) ?? []
      return stands.length > 0 && draw(title, stands.length, list(stands, most, all))
    })
  const open = drawn(
    titles,
    (title, count, items) =>
      html`<h3 class="govuk-heading-s">${title} <span class="app-count">${count}</span></h3>${items}`,
  )
  const later = drawn(folded, (title, count, items) =>
    details({ summary: `${title} (${count})`, text: items }),
  )
  const isEmpty = Object.keys(titles).every((name) => !groups.has(name as GroupName))
  return html`<section aria-labelledby="due"><h2 class="govuk-heading-m" id="due">What is due</h2>${
    isEmpty &&
    html`<p class="govuk-body">${all.standing.closed ? 'Nothing more is due: the case is closed.' : 'Nothing is due now.'}</p>`
  }${open}${later}</section>`
}
