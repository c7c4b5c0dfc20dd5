import { formatInstant, parseInstant } from '#calendar/instant.ts'
import type { CaseAudit } from '#casework/case-audit.ts'
import type { AuditEntry } from '#casework/ports.ts'
import { capital } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { table } from '../../components/table.ts'
import { casePage } from '../../family/case-frame.ts'
import { happened } from '../../family/happened.ts'
import { namesIn } from '../../family/names.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'

/** A moment as people read it; all else as it was written. */
const inWords = (value: AuditEntry['detail'][string]): string => {
  const moment = typeof value === 'string' && value.includes('T') ? parseInstant(value) : undefined
  return moment === undefined ? String(value ?? 'none') : timeInWords(moment)
}

const detail = ({ detail: said }: AuditEntry, { record, procedure }: CaseAudit): Part => {
  const { type, event, page, ...rest } = said
  if (typeof page === 'string') return page
  const more = Object.entries(rest).map(([name, value]) => `${name}: ${inWords(value)}`)
  const what = typeof type === 'string' ? happened(type, procedure) : null
  return [
    what !== null && typeof event === 'string' && !String(type).startsWith('event.')
      ? html`<a class="govuk-link" href="${paths.timeline(record.id)}#${event}">${what}</a>`
      : what,
    more.length > 0 && `${what === null ? '' : '; '}${more.join('; ')}`,
  ]
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
    html`<p class="govuk-body">Who looked at this family’s record, and who changed it, the latest first. Nothing here can be altered.</p>${table(
      {
        classes: 'app-audit',
        head: [{ text: 'When' }, { text: 'Who' }, { text: 'Did' }, { text: 'What' }],
        rows,
      },
    )}${facts.more && html`<p class="govuk-body app-quiet">These are the latest ${facts.entries.length}. What is older stays on record.</p>`}`,
  )
}
