import type { DocumentStory } from '#casework/documents/document-story.ts'
import type { DocumentsOfCase } from '#casework/documents/documents-of-case.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { link } from '../../components/link.ts'
import { pagination } from '../../components/pagination.ts'
import { casePage } from '../../family/case-frame.ts'
import { namesIn } from '../../family/names.ts'
import type { Names } from '../../family/names.ts'
import { storyTag } from '../../family/story-tag.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { eventTitle } from '../../recording/event-title.ts'
import { timeInWords } from '../../time-in-words.ts'

/** Where a draft's own writer goes on with it. */
const placeOf = (form: string): string => {
  const [page = '', id = '', template = '', document] = form.split(':')
  if (page === 'letter') return paths.writeLetter(id, template)
  return document === undefined ? paths.fillForm(id, template) : paths.changeDocument(id, document)
}

const begunItem = (
  { user, form, savedAt }: DocumentsOfCase['begun'][number],
  facts: DocumentsOfCase,
  names: Names,
): Part => {
  const [, , template, document] = form.split(':')
  const found = [...facts.forms, ...facts.letters].find(({ id }) => id === template)
  if (found === undefined) return null
  const title = document === undefined ? found.title : `Changes to: ${found.title}`
  const isOwn = user === facts.reader
  const what = isOwn && facts.may.record ? link({ href: placeOf(form), text: title }) : title
  const who = isOwn ? 'begun by you' : `begun by ${names.user(user)}`
  return html`<li>${what} <span class="app-quiet">${who}, saved ${timeInWords(savedAt)}</span></li>`
}

const begunPart = (facts: DocumentsOfCase, names: Names): Part => {
  const items = facts.begun.map((one) => begunItem(one, facts, names)).filter((one) => one !== null)
  return (
    items.length > 0 &&
    html`<section class="app-drafts" aria-labelledby="begun"><h3 class="govuk-heading-s" id="begun">Not finished yet</h3><ul class="govuk-list">${items}</ul></section>`
  )
}

const storyItem = (story: DocumentStory, { record }: DocumentsOfCase, names: Names): Html => {
  const { latest, versions } = story
  const text = latest.kind === 'letter' ? `Letter: ${latest.title}` : latest.title
  const more = versions.length > 1 ? `, version ${latest.version}` : ''
  const authorised =
    story.authorised !== null &&
    `. Authorised by ${names.user(story.authorised.writtenBy) ?? 'the service'}, ${timeInWords(story.authorised.at)}`
  return html`<li class="app-entry"><p class="govuk-body app-entry__title">${link({ href: paths.document(record.id, story.id), text })} ${storyTag(story)}</p><p class="govuk-body-s app-quiet">${names.user(latest.writtenBy)}, ${timeInWords(latest.writtenAt)}${more}${authorised}</p></li>`
}

const perPage = 20

const pages = ({ record, stories }: DocumentsOfCase, page: number): Part => {
  const last = Math.ceil(stories.length / perPage)
  const arrow = (n: number, text: string) =>
    n >= 1 && n <= last
      ? {
          href: withQuery(paths.documents(record.id), { page: String(n) }),
          text,
          labelText: `${n} of ${last}`,
        }
      : undefined
  return last > 1 && pagination({ previous: arrow(page - 1, 'Newer'), next: arrow(page + 1, 'Older') })
}

const keptPart = (facts: DocumentsOfCase, page: number, names: Names): Html =>
  html`<section aria-labelledby="kept"><h3 class="govuk-heading-s" id="kept">Handed in and kept</h3>${
    facts.stories.length === 0
      ? html`<p class="govuk-body">Nothing has been handed in yet.</p>`
      : html`<ul class="govuk-list app-entries">${facts.stories.slice((page - 1) * perPage, page * perPage).map((story) => storyItem(story, facts, names))}</ul>${pages(facts, page)}`
  }</section>`

const formItem = ({ record, procedure }: DocumentsOfCase, form: DocumentsOfCase['forms'][number]): Html => {
  const records = [...new Set(form.records.map(({ event }) => eventTitle(event, procedure)))].join(', ')
  return html`<li>${link({ href: paths.fillForm(record.id, form.id), text: form.title })}${records !== '' && html` <span class="app-quiet">records: ${records}</span>`}</li>`
}

const beginPart = (facts: DocumentsOfCase): Part => {
  const { record, forms, letters, may } = facts
  if (!may.record) return null
  return html`<section class="app-begin" aria-labelledby="begin"><h3 class="govuk-heading-s" id="begin">Begin a form or a letter</h3><div class="app-groups">${
    forms.length > 0 &&
    html`<div class="app-group"><h4 class="govuk-heading-s">Forms</h4><ul class="govuk-list">${forms.map((form) => formItem(facts, form))}</ul></div>`
  }${
    letters.length > 0 &&
    html`<div class="app-group"><h4 class="govuk-heading-s">Letters and messages</h4><ul class="govuk-list">${letters.map(
      ({ id, title }) => html`<li>${link({ href: paths.writeLetter(record.id, id), text: title })}</li>`,
    )}</ul></div>`
  }</div></section>`
}

/** The forms and letters of a family: begun, handed in a page at a time, and those to begin. */
export const documentsView = (facts: DocumentsOfCase, asked: number): Page => {
  const page = Math.max(1, Math.min(asked, Math.ceil(facts.stories.length / perPage)))
  const names = namesIn(facts)
  return casePage(
    facts,
    'documents',
    'Documents',
    html`${begunPart(facts, names)}${keptPart(facts, page, names)}${beginPart(facts)}`,
  )
}
