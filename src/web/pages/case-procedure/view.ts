import type { CaseOverview } from '#casework/case-overview.ts'
import type { Stood } from '#engine/assess.ts'
import { becauseOf } from '#engine/because.ts'
import { standingDateInWords } from '#engine/standing-in-words.ts'
import type { Clause } from '#procedure/procedure.ts'
import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'
import { casePage } from '../../family/case-frame.ts'
import { clauseHeading, sectionsOf, unclearPart, unclearWithin } from '../../family/clauses.ts'
import { namesIn } from '../../family/names.ts'
import type { Names } from '../../family/names.ts'
import { prose } from '../../family/prose.ts'
import type { Page } from '../../layout.ts'
import { clauseAnchor, paths, withQuery } from '../../paths.ts'
import { standingWords } from './standing-words.ts'

export type Shown = 'all' | 'open'

type Facts = CaseOverview & { readonly names: Names; readonly shown: Shown }

const isDone = ({ standing }: Stood): boolean =>
  standing === 'met' || standing === 'met-late' || standing === 'lapsed'

const item = (stood: Stood, { procedure, calendar, now, names }: Facts): Html => {
  const { obligation, standing } = stood
  const { clock, subject, undecided } = obligation
  const whom = subject.kind === 'person' ? `, for ${names.person(subject.id)}` : ''
  const { text, colour } = standingWords[standing]
  const why = standing === 'lapsed' ? '' : `${becauseOf(obligation, procedure, calendar)} `
  const date =
    undecided === null || standing === 'planned'
      ? standingDateInWords(stood, { asOf: now, calendar })
      : `has no date yet: ${undecided}`
  return html`<li class="app-stands"><div>${tag({ text, classes: `govuk-tag--${colour}` })} <strong>${clock.title}${whom}</strong></div><div>${date}</div><div class="app-quiet">${why}${names.role(clock.owner)}.</div></li>`
}

/** Of what is done under one rule for one person, the latest is shown and the others are counted. */
const aboutOf = ({ obligation: { clock, subject } }: Stood): string =>
  `${clock.id} ${subject.kind === 'person' ? subject.id : ''}`

const standsPart = (stands: readonly Stood[], facts: Facts): Part => {
  const open = stands.filter((one) => !isDone(one))
  const done = facts.shown === 'open' ? [] : stands.filter(isDone)
  const latest = [...new Map(done.map((one) => [aboutOf(one), one])).values()]
  const older = done.length - latest.length
  if (open.length + done.length === 0) return null
  const items = [...open, ...latest].map((one) => item(one, facts))
  return html`<ul class="app-stands-list">${items}</ul>${older > 0 && html`<p class="govuk-body-s app-quiet">and ${older} before, done or no longer asked</p>`}`
}

const clausePart = (clause: Clause, stands: readonly Stood[], facts: Facts): Html => {
  const text = prose(clause.prose)
  const said =
    stands.length > 0
      ? details({
          summary: 'What the clause says',
          text: html`${text}${unclearWithin(clause)}`,
          classes: 'app-why',
        })
      : html`${text}${unclearPart(clause)}`
  const isTimed = clause.rules.some(({ kind }) => kind === 'clock')
  return html`<section class="app-clause-text" id="${clauseAnchor(clause.id)}">${clauseHeading(clause)}${said}${standsPart(stands, facts)}${
    isTimed &&
    stands.length === 0 &&
    html`<p class="govuk-body-s app-quiet">Nothing has started this yet.</p>`
  }</section>`
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
  const body = sections.map(
    ({ title, id, clauses }) =>
      html`<h3 class="govuk-heading-m app-section" id="${id}">${title}</h3>${clauses.map((clause) => clausePart(clause, standsOf(clause), facts))}`,
  )
  return casePage(
    overview,
    'procedure',
    'Procedure',
    html`<p class="govuk-body">${overview.procedure.title}, clause by clause, with how each stands for this family.</p>${filter(facts)}${
      sections.length === 0 ? html`<p class="govuk-body">Nothing is open in this case.</p>` : body
    }`,
  )
}
