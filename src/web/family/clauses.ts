import type { Clause, Procedure } from '#procedure/procedure.ts'
import { details } from '../components/details.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'

export type Section = {
  readonly title: string
  readonly id: string
  readonly clauses: readonly Clause[]
}

/** The clauses of a procedure under their headings, in the order of the document. */
export const sectionsOf = ({ clauses }: Pick<Procedure, 'clauses'>): readonly Section[] =>
  [...Map.groupBy(clauses, ({ section }) => section)].map(([title, members], i) => ({
    title: title === '' ? 'The procedure' : title,
    id: `part-${i + 1}`,
    clauses: members,
  }))

export const clauseHeading = ({ id, title }: Clause): Html =>
  html`<h3 class="govuk-heading-s app-clause-heading"><span class="app-clause-id">${id}</span> ${title}</h3>`

/** What the source leaves open, and how it is read meanwhile. */
export const unclearPart = (clause: Clause): Part =>
  clause.unclear.length > 0 &&
  details({
    summary: 'Left open here',
    text: clause.unclear.map((doubt) => html`<p>${doubt}</p>`),
    classes: 'app-why',
  })
