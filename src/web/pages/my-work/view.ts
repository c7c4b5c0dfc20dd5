import type { MyWork } from '#casework/lists/my-work.ts'
import { titleWith } from '#casework/case/obligation-title.ts'
import { rowBelongsTo } from '#casework/schedule/schedule-rows.ts'
import type { WorklistRow } from '#casework/ports.ts'
import { counted } from '#procedure/in-words.ts'
import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { pagination } from '../../components/pagination.ts'
import { dueItem, dueList } from '../../family/due-item.ts'
import type { WayToRecord } from '../../family/ways-to-record.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { draftsPart } from './drafts-part.ts'
import { noTeamPart } from './no-team-part.ts'
import { urgencyOf, whenInWords } from './row-words.ts'

export type MyWorkAsked = {
  readonly user: string
  readonly way: WayToRecord
  readonly page: number
  /** Whether there is a page of families to lead to. */
  readonly hasFamilies: boolean
  /** Whether there is a page of those that have no worker yet, and it is for this reader. */
  readonly hasReferrals: boolean
}

const perPage = 40

type Group = { readonly id: string; readonly title: string; readonly rows: readonly WorklistRow[] }

const groupsIn = ({ overdue, today, week, later }: MyWork): readonly Group[] => [
  { id: 'overdue', title: 'Overdue', rows: overdue },
  { id: 'today', title: 'Due today', rows: today },
  { id: 'week', title: 'Due in the next 7 days', rows: week },
  { id: 'later', title: 'Later, or without a limit', rows: later },
]

const when = (row: WorklistRow, facts: MyWork): string => {
  const other = facts.outside.get(row.owner)
  return `${whenInWords(row, facts)}${other === undefined ? '' : `; for you to see to, ${other} to do`}`
}

const rowItem = (row: WorklistRow, facts: MyWork, { way }: MyWorkAsked): Html =>
  dueItem({
    what: titleWith(row.title, row.deed),
    href: row.does === null ? null : way(row.caseId, row.does, rowBelongsTo(row)),
    whom: row.subjectName,
    urgency: urgencyOf(row, facts),
    when: when(row, facts),
    who: null,
    why: row.because,
    clause: { id: row.clause, href: paths.caseClause(row.caseId, row.clause) },
  })

const familyPart = (rows: readonly WorklistRow[], facts: MyWork, asked: MyWorkAsked): Part => {
  const [first] = rows
  if (first === undefined) return null
  return html`<div class="app-of-family"><h3 class="govuk-heading-s"><a class="govuk-link" href="${paths.family(first.caseId)}">${first.family}</a> <span class="app-quiet app-reference">${first.reference}${first.team === null && ', no team'}</span></h3>${dueList(rows.map((row) => rowItem(row, facts, asked)))}</div>`
}

type Shown = Group & {
  /** How many there are on all pages. */
  readonly all: number
  /** What can wait is folded away where something cannot. */
  readonly folded: boolean
}

const groupPart = ({ id, title, rows, all, folded }: Shown, facts: MyWork, asked: MyWorkAsked): Part => {
  if (rows.length === 0) return null
  const families = [...Map.groupBy(rows, ({ caseId }) => caseId).values()]
  const list = families.map((ofOne) => familyPart(ofOne, facts, asked))
  const heading = html`<h2 class="govuk-heading-m" id="${id}">${title} <span class="app-count">${all}</span></h2>`
  return html`<section class="app-due-group" aria-labelledby="${id}">${heading}${
    folded
      ? details({ summary: html`Show them<span class="govuk-visually-hidden">: ${title}</span>`, text: list })
      : list
  }</section>`
}

/** The rows of one page, group by group in their order. */
const onPage = (groups: readonly Group[], page: number): readonly Group[] => {
  const all = groups.flatMap((group) => group.rows.map((row) => ({ group, row })))
  const shown = all.slice((page - 1) * perPage, page * perPage)
  return groups.map((group) => ({
    ...group,
    rows: shown.filter((one) => one.group === group).map(({ row }) => row),
  }))
}

const lead = (groups: readonly Group[], inNoTeam: number): Html => {
  const [overdue = 0, today = 0, week = 0] = groups.map(({ rows }) => rows.length)
  const said = [
    overdue > 0 && html`<a class="govuk-link" href="#overdue">${overdue} overdue</a>`,
    today > 0 && html`${today} due today`,
    week > 0 && html`${week} due in the next 7 days`,
    inNoTeam > 0 && html`<a class="govuk-link" href="#no-team">${inNoTeam} in no team</a>`,
  ].filter((one) => one !== false)
  const words = said.map((one, i) => html`${i > 0 && ', '}${one}`)
  return said.length === 0
    ? html`<p class="govuk-body-l">Nothing is due in the next 7 days.</p>`
    : html`<p class="govuk-body-l">${words}.</p>`
}

const nothing = ({
  hasFamilies,
  hasReferrals,
}: MyWorkAsked): Html => html`<p class="govuk-body-l">Nothing is due from you.</p>
<p class="govuk-body">What the written procedure asks of you stands here as soon as a family is given to you and something is recorded: a contact, a visit, a meeting.</p>${hasFamilies && html`<p class="govuk-body">To record something that has happened, <a class="govuk-link" href="${paths.families}">find the family</a>.</p>`}${hasReferrals && html`<p class="govuk-body">A family that waits for a decision or a worker stands under <a class="govuk-link" href="${paths.referrals}">Referrals</a>.</p>`}`

const rest = html`<p class="govuk-body">A family for whom nothing is due is not listed here. <a class="govuk-link" href="${paths.families}">See all your families</a></p>`

const pages = (total: number, page: number): Part => {
  const last = Math.ceil(total / perPage)
  if (last < 2) return null
  const to = (n: number): string => withQuery(paths.myWork, { page: String(n) })
  return pagination({
    previous: page > 1 ? { href: to(page - 1), labelText: `${page - 1} of ${last}` } : undefined,
    next: page < last ? { href: to(page + 1), labelText: `${page + 1} of ${last}` } : undefined,
  })
}

export const myWorkView = (facts: MyWork, asked: MyWorkAsked): Page => {
  const groups = groupsIn(facts)
  const families = new Map(groups.flatMap(({ rows }) => rows).map(({ caseId, family }) => [caseId, family]))
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / perPage)))
  const shown = onPage(groups, page)
  const waiting = facts.inNoTeam?.referrals.length ?? 0
  const urgent = shown.some(({ id, rows }) => id !== 'later' && rows.length > 0)
  const list = shown.map((group, i) => {
    const all = groups[i]?.rows.length ?? 0
    return groupPart({ ...group, all, folded: group.id === 'later' && urgent }, facts, asked)
  })
  const more =
    facts.more &&
    html`<p class="govuk-body">There is more than this list shows. The ${counted(total, 'thing')} with the earliest dates stand here; the rest follow as these are done.</p>`
  return {
    title: 'My work',
    section: 'my-work',
    wide: true,
    body: html`<h1 class="govuk-heading-l">My work</h1>${total + waiting === 0 ? nothing(asked) : lead(groups, waiting)}${page === 1 && noTeamPart(facts.inNoTeam, asked.user, facts.now)}${draftsPart(facts, families)}${list}${more}${pages(total, page)}${total > 0 && asked.hasFamilies && rest}`,
  }
}
