import { formatInstant, parseInstant } from '#calendar/instant.ts'
import type { CaseAudit } from '#casework/case/case-audit.ts'
import type { AuditEntry } from '#casework/ports.ts'
import { capital } from '#procedure/in-words.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { pagination } from '../../components/pagination.ts'
import { select } from '../../components/select.ts'
import { table } from '../../components/table.ts'
import { casePage } from '../../family/case-frame.ts'
import { happened } from '../../family/happened.ts'
import { namesIn } from '../../family/names.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'

/** A moment as people read it; all else as it was written. */
const inWords = (value: AuditEntry['detail'][string]): string => {
  const moment = typeof value === 'string' && value.includes('T') ? parseInstant(value) : undefined
  return moment === undefined ? String(value ?? 'none') : timeInWords(moment)
}

/** Who in the family an entry is about: named in the record by an id of their own. */
const aboutPeople: ReadonlySet<string> = new Set(['person', 'to'])

const detail = ({ detail: said }: AuditEntry, facts: CaseAudit): Part => {
  const { record, procedure } = facts
  const names = namesIn(facts)
  const { type, event, page, document, ...rest } = said
  if (typeof page === 'string' && typeof document === 'string')
    return html`<a class="govuk-link" href="${paths.document(record.id, document)}">a document</a>`
  if (typeof page === 'string') return page
  const more = Object.entries(rest).map(([name, value]) =>
    aboutPeople.has(name) && typeof value === 'string' ? names.inWords(value) : `${name}: ${inWords(value)}`,
  )
  const what = typeof type === 'string' ? happened(type, procedure) : null
  return [
    what !== null && typeof event === 'string' && !String(type).startsWith('event.')
      ? html`<a class="govuk-link" href="${paths.entry(record.id, event)}">${what}</a>`
      : what,
    more.length > 0 && `${what === null ? '' : '; '}${more.join('; ')}`,
  ]
}

const filterForm = ({ record, who, acts, asked }: CaseAudit): Html =>
  html`<form class="app-filter" method="get" action="${paths.caseAudit(record.id)}">${select({
    name: 'user',
    label: 'Who',
    value: asked.user ?? '',
    items: [{ value: '', text: 'Everybody' }, ...who.map(({ user, name }) => ({ value: user, text: name }))],
  })}${select({
    name: 'act',
    label: 'What they did',
    value: asked.act ?? '',
    items: [{ value: '', text: 'Everything' }, ...acts.map((act) => ({ value: act, text: capital(act) }))],
  })}${button({ text: 'Show', classes: 'govuk-button--secondary app-button--small' })}</form>`

const pages = ({ record, asked, more }: CaseAudit): Part => {
  const to = (page: number): string =>
    withQuery(paths.caseAudit(record.id), {
      user: asked.user ?? undefined,
      act: asked.act ?? undefined,
      page: String(page),
    })
  return (
    (asked.page > 1 || more) &&
    pagination({
      previous: asked.page > 1 ? { href: to(asked.page - 1), text: 'Newer' } : undefined,
      next: more ? { href: to(asked.page + 1), text: 'Older' } : undefined,
    })
  )
}

/** Who saw and who changed what, the latest first. */
export const caseAuditView = (facts: CaseAudit): Page => {
  const names = namesIn(facts)
  const rows = facts.entries.map((entry) => [
    { text: html`<time datetime="${formatInstant(entry.at)}">${timeInWords(entry.at)}</time>` },
    { text: names.user(entry.user) ?? 'The service' },
    { text: capital(entry.act) },
    { text: detail(entry, facts) },
  ])
  return casePage(
    facts,
    'history',
    'History',
    html`<p class="govuk-body">Who looked at this family’s record, and who changed it, the latest first. Nothing here can be altered.</p>${filterForm(facts)}${
      rows.length === 0
        ? html`<p class="govuk-body">Nothing of this kind is on record.</p>`
        : html`<div class="app-scroll">${table({
            classes: 'app-audit',
            head: [{ text: 'When' }, { text: 'Who' }, { text: 'Did' }, { text: 'What' }],
            rows,
          })}</div>`
    }${pages(facts)}`,
  )
}
