import { longDayInWords } from '#calendar/day-in-words.ts'
import { parseDay } from '#calendar/day.ts'
import { formatInstant } from '#calendar/instant.ts'
import type { AdministrationHistory } from '#casework/administration/administration-history.ts'
import type { AuditEntry } from '#casework/ports.ts'
import { capital } from '#procedure/in-words.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { pagination } from '../../components/pagination.ts'
import { select } from '../../components/select.ts'
import { table } from '../../components/table.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'

const dayWords = (text: string): string => {
  const day = parseDay(text)
  return day === undefined ? text : longDayInWords(day)
}

const detail = ({ detail: said }: AuditEntry, { staff, names }: AdministrationHistory): string => {
  const name = (id: unknown): string => names.get(String(id)) ?? 'somebody'
  return Object.entries(said)
    .map(([field, value]) => {
      if (field === 'who') return value === null ? 'nobody' : name(value)
      if (field === 'team') return staff.teams.find(({ id }) => id === value)?.name ?? 'a team'
      if (field === 'active') return value === true ? 'may sign in' : 'may no longer sign in'
      if (field === 'day') return dayWords(String(value))
      if (field === 'name' || field === 'what') return String(value)
      return `${field}: ${value ?? 'none'}`
    })
    .join('; ')
}

const pages = ({ page, more }: AdministrationHistory, act: string | undefined): Part => {
  const to = (n: number): string => withQuery(paths.administrationHistory, { act, page: String(n) })
  return (
    (page > 1 || more) &&
    pagination({
      previous: page > 1 ? { href: to(page - 1), text: 'Newer' } : undefined,
      next: more ? { href: to(page + 1), text: 'Older' } : undefined,
    })
  )
}

/** What was done that is about no family, the latest first. */
export const administrationHistoryView = (facts: AdministrationHistory, act: string | undefined): Page => {
  const { staff, names, entries, acts } = facts
  const rows = entries.map((entry) => [
    { text: html`<time datetime="${formatInstant(entry.at)}">${timeInWords(entry.at)}</time>` },
    { text: names.get(entry.user ?? '') ?? 'The service' },
    { text: capital(entry.act) },
    { text: detail(entry, facts) },
  ])
  return adminPage(
    staff,
    'history',
    'What was done',
    html`<p class="govuk-body">What administrators changed, and who signed in, the latest first. Nothing here can be altered. What is about a family stands with the family.</p><form class="app-filter" method="get" action="${paths.administrationHistory}">${select(
      {
        name: 'act',
        label: 'Show',
        value: act ?? '',
        items: [
          { value: '', text: 'Everything' },
          ...acts.map((one) => ({ value: one, text: capital(one) })),
        ],
      },
    )}${button({ text: 'Show', classes: 'govuk-button--secondary app-button--small' })}</form>${
      rows.length === 0
        ? html`<p class="govuk-body">Nothing is on record yet.</p>`
        : html`<div class="app-scroll">${table({
            classes: 'app-audit',
            head: [{ text: 'When' }, { text: 'Who' }, { text: 'Did' }, { text: 'What' }],
            rows,
          })}</div>`
    }${pages(facts, act)}`,
  )
}
