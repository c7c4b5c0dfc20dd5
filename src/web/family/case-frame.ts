import type { LookedAt } from '#casework/case/look-at-case.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { subNavigation } from '../components/sub-navigation.ts'
import { tag } from '../components/tag.ts'
import type { Page } from '../layout.ts'
import { paths } from '../paths.ts'
import { restrictedNote } from './restricted-note.ts'
import type { Restrictable } from './restricted-note.ts'

type Shown = 'overview' | 'timeline' | 'people' | 'documents' | 'procedure' | 'history'

type Framed = {
  readonly record: Restrictable['record'] & Pick<LookedAt['record'], 'reference' | 'family' | 'closed'>
  readonly users: Restrictable['users']
  readonly may: Pick<LookedAt['may'], 'audit' | 'restrict'>
}

const tabs = ({ record: { id }, may }: Framed, shown: Shown): Html => {
  const all: readonly (readonly [Shown, string, string])[] = [
    ['overview', 'Overview', paths.family(id)],
    ['timeline', 'Timeline', paths.timeline(id)],
    ['people', 'People', paths.people(id)],
    ['documents', 'Documents', paths.documents(id)],
    ['procedure', 'Procedure', paths.caseProcedure(id)],
    ...(may.audit ? [['history', 'History', paths.caseAudit(id)] as const] : []),
  ]
  return subNavigation({
    label: 'This family',
    items: all.map(([page, text, href]) => ({ text, href, current: page === shown })),
  })
}

const marks = ({ record }: Framed): Part => [
  record.closed !== null && html` ${tag({ text: 'Closed', classes: 'govuk-tag--grey' })}`,
  record.restrictedTo !== null && html` ${tag({ text: 'Restricted', classes: 'govuk-tag--purple' })}`,
]

/** A page of a family's record: whose it is, its other pages, and its own part. The title has no name. */
export const casePage = (facts: Framed, shown: Shown, heading: string, body: Part): Page => {
  const { family, reference } = facts.record
  const own = shown === 'overview' ? null : html`<h2 class="govuk-heading-m app-part-heading">${heading}</h2>`
  return {
    title: `${heading}: ${reference}`,
    section: 'families',
    wide: true,
    body: html`<span class="govuk-caption-l">${reference}</span><h1 class="govuk-heading-l app-family">${family}${marks(facts)}</h1>${restrictedNote(facts)}${tabs(facts, shown)}${own}${body}`,
  }
}
