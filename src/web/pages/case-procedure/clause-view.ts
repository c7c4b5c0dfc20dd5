import { dayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import type { StoredEvent } from '#casework/case/case-record.ts'
import type { CaseOverview } from '#casework/case/case-overview.ts'
import type { Stood } from '#engine/assess.ts'
import type { Clause } from '#procedure/procedure.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { pagination } from '../../components/pagination.ts'
import { casePage } from '../../family/case-frame.ts'
import { clauseHeading, unclearPart } from '../../family/clauses.ts'
import { happened } from '../../family/happened.ts'
import { namesIn } from '../../family/names.ts'
import { prose } from '../../family/prose.ts'
import { stoodLines } from '../../family/stood-lines.ts'
import type { StoodLine } from '../../family/stood-lines.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'
import { isDone, standsItem } from './stands-part.ts'

const perPage = 20

/** The entries from which something began and with which it was met, of everybody whom the line names. */
const entriesPart = ({ stands }: StoodLine, { record, procedure }: CaseOverview): Part => {
  const links = (title: string, ids: readonly (string | undefined)[]): Part => {
    const events = record.events.filter(({ id }) => ids.includes(id))
    const when = ({ at }: StoredEvent): string =>
      events.length > 1 ? timeInWords(at) : dayInWords(dayOf(at))
    return (
      events.length > 0 &&
      html`${title} ${events.map(
        (event, i) =>
          html`${i > 0 && '; '}<a class="govuk-link" href="${paths.entry(record.id, event.id)}">${happened(event.type, procedure)}, ${when(event)}</a>`,
      )}. `
    )
  }
  const all = stands.map(({ obligation }) => obligation)
  return html`<div class="app-quiet">${links(
    'Began with:',
    all.map(({ startedBy }) => startedBy),
  )}${links(
    'Met by:',
    all.map(({ met }) => met?.by),
  )}</div>`
}

/** One clause of the procedure: what it says, and how everything stands that it has asked for in this case. */
export const caseClauseView = (overview: CaseOverview, clause: Clause, asked: number): Page => {
  const { record, procedure, standing } = overview
  const names = namesIn(overview)
  const own = standing.obligations.filter(({ obligation }) => obligation.clock.clause === clause.id)
  const linesOf = (stands: readonly Stood[]) => stoodLines(stands, { ...overview, names })
  const open = own.filter((one) => !isDone(one))
  const lines = [...linesOf(open), ...linesOf(own.filter(isDone)).toReversed()]
  const last = Math.max(1, Math.ceil(lines.length / perPage))
  const page = Math.min(asked, last)
  const shown = lines.slice((page - 1) * perPage, page * perPage)
  const here = paths.caseClause(record.id, clause.id)
  const arrow = (n: number, text: string) =>
    n >= 1 && n <= last
      ? { href: withQuery(here, { page: String(n) }), text, labelText: `${n} of ${last}` }
      : undefined
  const at = procedure.clauses.findIndex(({ id }) => id === clause.id)
  const beside = (n: number, text: string) => {
    const other = procedure.clauses[n]
    return other === undefined
      ? undefined
      : {
          href: paths.caseClause(record.id, other.id),
          text,
          labelText: `${other.id} ${other.title}`,
        }
  }
  const isTimed = clause.rules.some(({ kind }) => kind === 'clock')
  const whole = casePage(
    overview,
    'procedure',
    'Procedure',
    html`<p class="govuk-body app-ways"><a class="govuk-link" href="${paths.caseProcedure(record.id)}">Every clause</a> <a class="govuk-link" href="${withQuery(paths.caseProcedure(record.id), { show: 'open' })}">Only what is open</a></p><section class="app-clause-text">${clause.section !== '' && html`<p class="govuk-body-s app-quiet">${clause.section}</p>`}${clauseHeading(clause)}${prose(clause.prose)}${unclearPart(clause)}${
      lines.length > 0 &&
      html`<h4 class="govuk-heading-s">How it stands for this family</h4><ul class="app-stands-list">${shown.map((line) => standsItem(line, names, entriesPart(line, overview)))}</ul>`
    }${isTimed && lines.length === 0 && html`<p class="govuk-body-s app-quiet">Nothing has started this yet.</p>`}</section>${
      last > 1 &&
      pagination({
        previous: arrow(page - 1, 'More recent'),
        next: arrow(page + 1, 'Further back'),
        landmarkLabel: 'What this clause has asked for',
      })
    }${pagination({ previous: beside(at - 1, 'Previous clause'), next: beside(at + 1, 'Next clause'), landmarkLabel: 'Clauses', classes: 'app-noprint' })}`,
  )
  return { ...whole, title: `Clause ${clause.id}: ${record.reference}` }
}
