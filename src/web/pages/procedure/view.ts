import { longDayInWords } from '#calendar/day-in-words.ts'
import { mapGraph } from '#procedure/map/map-graph.ts'
import { mapInWords } from '#procedure/map/map-in-words.ts'
import type { Clause, Procedure } from '#procedure/procedure.ts'
import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'
import { clauseHeading, sectionsOf, unclearPart } from '../../family/clauses.ts'
import { prose } from '../../family/prose.ts'
import type { Page } from '../../layout.ts'
import { clauseAnchor, paths } from '../../paths.ts'

const clausePart = (clause: Clause): Html =>
  html`<section class="app-clause-text" id="${clauseAnchor(clause.id)}">${clauseHeading(clause)}${prose(clause.prose)}${unclearPart(clause)}</section>`

const contents = (sections: ReturnType<typeof sectionsOf>): Html =>
  html`<nav aria-labelledby="contents"><h2 class="govuk-heading-m" id="contents">Contents</h2><ol class="govuk-list app-contents">${sections.map(
    ({ title, id, clauses }) =>
      html`<li><a class="govuk-link" href="#${id}">${title}</a><ul class="govuk-list app-contents__clauses">${clauses.map((clause) => html`<li><a class="govuk-link" href="#${clauseAnchor(clause.id)}">${clause.id} ${clause.title}</a></li>`)}</ul></li>`,
  )}</ol></nav>`

const map = (procedure: Procedure): Html =>
  html`<h2 class="govuk-heading-m" id="map">The map</h2><div class="app-map" role="region" aria-labelledby="map" tabindex="0"><img src="${paths.procedureMap}" alt="The steps of the procedure in their lanes. The same in words stands below."></div><p class="govuk-body"><a class="govuk-link" href="${paths.procedureMap}">Open the map on its own</a></p>${details({ summary: 'The map in words', text: html`<p class="app-lines">${mapInWords(mapGraph(procedure))}</p>` })}`

/** The written procedure: contents, map and every clause. */
export const procedureView = (procedure: Procedure): Page => {
  const sections = sectionsOf(procedure)
  return {
    title: 'The written procedure',
    section: 'procedure',
    wide: true,
    body: html`<span class="govuk-caption-l">In force since ${longDayInWords(procedure.version)}</span><h1 class="govuk-heading-l">${procedure.title}</h1>${
      procedure.about !== '' && html`<p class="govuk-body-l">${procedure.about}</p>`
    }${contents(sections)}${map(procedure)}${prose(procedure.preface)}${sections.map(
      ({ title, id, clauses }) =>
        html`<h2 class="govuk-heading-m app-section" id="${id}">${title}</h2>${clauses.map(clausePart)}`,
    )}`,
  }
}
