import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { Stood } from '#engine/assess.ts'
import type { Clause } from '#procedure/procedure.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { casePage } from '../../family/case-frame.ts'
import { sectionsOf } from '../../family/clauses.ts'
import { namesIn } from '../../family/names.ts'
import type { Names } from '../../family/names.ts'
import { stoodLines } from '../../family/stood-lines.ts'
import type { Page } from '../../layout.ts'
import { clauseAnchor, paths, withQuery } from '../../paths.ts'
import { linesShown } from './lines-shown.ts'
import type { ClauseLines } from './lines-shown.ts'
import { isDone, standsItem } from './stands-part.ts'

export type Shown = 'all' | 'open'

type Facts = CaseOverview & { readonly names: Names; readonly shown: Shown }

const listed = ({ moreOpen, moreOverdue, moreDone }: ClauseLines, hasLines: boolean): string =>
  [
    moreOpen > 0 ? `${moreOpen} more open${moreOverdue > 0 ? ` (${moreOverdue} overdue)` : ''}` : '',
    moreDone > 0 ? `${moreDone} done or no longer asked` : '',
  ]
    .filter((part) => part !== '')
    .map((part, i) => (hasLines && i === 0 ? `and ${part}` : part))
    .join(', ')

const clausePart = (clause: Clause, own: ClauseLines, { record, names }: Facts): Html => {
  const href = paths.caseClause(record.id, clause.id)
  const hasLines = own.lines.length > 0
  const more = listed(own, hasLines)
  const isTimed = clause.rules.some(({ kind }) => kind === 'clock')
  return html`<li class="app-clause-line" id="${clauseAnchor(clause.id)}"><h4 class="govuk-heading-s app-clause-heading"><a class="govuk-link" href="${href}"><span class="app-clause-id">${clause.id}</span> ${clause.title}</a></h4>${
    hasLines && html`<ul class="app-stands-list">${own.lines.map((line) => standsItem(line, names))}</ul>`
  }${more !== '' && html`<p class="govuk-body-s app-quiet">${more}</p>`}${
    isTimed &&
    !hasLines &&
    more === '' &&
    html`<p class="govuk-body-s app-quiet">Nothing has started this yet.</p>`
  }</li>`
}

const filter = ({ record, shown }: Facts): Html => {
  const own = paths.caseProcedure(record.id)
  const way = (to: Shown, text: string, href: string): Part =>
    shown === to
      ? html`<strong aria-current="true">${text}</strong>`
      : html`<a class="govuk-link" href="${href}">${text}</a>`
  return html`<p class="govuk-body app-ways">Show: ${way('all', 'every clause', own)} ${way('open', 'only what is open', withQuery(own, { show: 'open' }))}</p>`
}

/** The procedure clause by clause, and under each how what it asks for stands in this case. */
export const caseProcedureView = (overview: CaseOverview, shown: Shown): Page => {
  const facts: Facts = { ...overview, names: namesIn(overview), shown }
  const under = Map.groupBy(overview.standing.obligations, ({ obligation }) => obligation.clock.clause)
  const standsOf = ({ id }: Clause): readonly Stood[] => under.get(id) ?? []
  const sections = sectionsOf(overview.procedure)
    .map((section) => ({
      ...section,
      clauses: section.clauses.filter(
        (clause) => shown === 'all' || standsOf(clause).some((one) => !isDone(one)),
      ),
    }))
    .filter(({ clauses }) => clauses.length > 0)
  const lines = linesShown(
    sections.flatMap(({ clauses }) => clauses).map((clause) => [clause, standsOf(clause)]),
    shown === 'all',
    (stands) => stoodLines(stands, facts),
  )
  const nothing: ClauseLines = { lines: [], moreOpen: 0, moreOverdue: 0, moreDone: 0 }
  const body = sections.map(
    ({ title, id, clauses }) =>
      html`<h3 class="govuk-heading-m app-section" id="${id}">${title}</h3><ul class="app-clause-lines">${clauses.map((clause) => clausePart(clause, lines.get(clause) ?? nothing, facts))}</ul>`,
  )
  return casePage(
    overview,
    'procedure',
    'Procedure',
    html`<p class="govuk-body">${overview.procedure.title}, clause by clause, with how each stands for this family. Choose a clause to read it, with everything that it has asked for so far.</p>${filter(facts)}${
      sections.length === 0 ? html`<p class="govuk-body">Nothing is open in this case.</p>` : body
    }`,
  )
}
