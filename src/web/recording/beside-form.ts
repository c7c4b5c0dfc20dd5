import { longDayInWords } from '#calendar/day-in-words.ts'
import { parseDay } from '#calendar/day.ts'
import { parseInstant } from '#calendar/instant.ts'
import type { Beside } from '#casework/asking/beside-recording.ts'
import type { CasePerson, StoredEvent } from '#casework/case/case-record.ts'
import type { Expected } from '#casework/asking/expected-next.ts'
import type { User } from '#casework/ports.ts'
import { capital } from '#procedure/in-words.ts'
import type { Form } from '#procedure/rules/form.ts'
import type { Clause, Procedure } from '#procedure/procedure.ts'
import { details } from '../components/details.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { insetText } from '../components/inset-text.ts'
import { tag } from '../components/tag.ts'
import { paths } from '../paths.ts'
import { timeInWords } from '../time-in-words.ts'
import { eventTitle } from './event-title.ts'
import { lackInWords } from './shut-gates.ts'
import type { SupplyLinks } from './supply-links.ts'

/** A due date as people read it; an empty text for none. */
export const dueInWords = (due: string | null): string => {
  if (due === null) return ''
  const day = parseDay(due)
  if (day !== undefined) return longDayInWords(day)
  const instant = parseInstant(due)
  return instant === undefined ? '' : timeInWords(instant)
}

/** How something that is waited for stands, as a word in a box. */
export const standingTag = (standing: Expected['standing']): Html | null => {
  if (standing === 'overdue') return tag({ text: 'Overdue', classes: 'govuk-tag--red' })
  return standing === 'due-soon' ? tag({ text: 'Due soon', classes: 'govuk-tag--yellow' }) : null
}

const paragraphs = (prose: string): readonly Html[] =>
  prose
    .split(/\n\s*\n/)
    .map((one) =>
      one
        .replaceAll(/\s+/g, ' ')
        .replace(/ ?Source: .*$/, '')
        .trim(),
    )
    .filter((one) => one !== '')
    .map((one) => html`<p class="govuk-body-s">${one}</p>`)

const clausePart = (clause: Clause): Html =>
  details({ summary: `${clause.id} ${clause.title}`, text: paragraphs(clause.prose) })

const waits = (one: Expected, people: readonly CasePerson[]): Html => {
  const { subject } = one
  const whom =
    subject.kind === 'person' ? `, for ${people.find(({ id }) => id === subject.id)?.name ?? subject.id}` : ''
  const due = dueInWords(one.due)
  return html`<li>${one.title}${whom}${due !== '' && `: by ${due}`} ${standingTag(one.standing)}</li>`
}

const formLink = (caseId: string, { id, title }: Form): Html =>
  html`<li><a class="govuk-link" href="${paths.fillForm(caseId, id)}">${title}</a></li>`

const list = (title: string, items: readonly Part[]): Part =>
  items.length > 0 &&
  html`<h3 class="govuk-heading-s">${title}</h3><ul class="govuk-list govuk-list--bullet app-small">${items}</ul>`

/** What the procedure says about what is being recorded, to stand beside the form. */
export const drawBeside = (
  beside: Beside,
  people: readonly CasePerson[],
  supply: SupplyLinks,
  caseId: string,
): Html => {
  const { expected, clauses, prompts, checklists, forms, letters, shut } = beside
  const waiting = [
    ...new Map(expected.map((one) => [`${one.title} ${JSON.stringify(one.subject)}`, one])).values(),
  ].toSorted((a, b) => (a.due ?? 'z').localeCompare(b.due ?? 'z'))
  const nothing = [clauses, prompts, checklists, forms, letters, shut].every((all) => all.length === 0)
  return html`<aside class="app-beside" aria-labelledby="beside"><h2 class="govuk-heading-m" id="beside">What the procedure says</h2>${
    nothing && html`<p class="govuk-body-s">Nothing falls due by this. It goes on the family’s record.</p>`
  }${list(
    'Needed first',
    shut.flatMap(({ lacks }) =>
      lacks.map((lack) => html`<li>${capital(lackInWords(lack, people))}${supply(lack)}</li>`),
    ),
  )}${list(
    'It waits for this',
    waiting.map((one) => waits(one, people)),
  )}${list(
    'Before you record it',
    prompts.map(
      ({ question, clause }) => html`<li>${question} <span class="app-quiet">(${clause})</span></li>`,
    ),
  )}${checklists.map(({ title, points }) =>
    list(
      title,
      points.map((point) => html`<li>${point}</li>`),
    ),
  )}${clauses.length > 0 && html`<h3 class="govuk-heading-s">The clauses</h3>`}${clauses.map(clausePart)}${list(
    'Forms that go with it',
    forms.map((form) => formLink(caseId, form)),
  )}${list(
    'Letters that go with it',
    letters.map(
      ({ id, title }) =>
        html`<li><a class="govuk-link" href="${paths.writeLetter(caseId, id)}">${title}</a></li>`,
    ),
  )}</aside>`
}

type Writers = ReadonlyMap<string, Pick<User, 'name'>>

/** What others have recorded since somebody opened their page: told, and nothing is held up by it. */
export const drawMeanwhile = (
  events: readonly StoredEvent[],
  users: Writers,
  procedure: Procedure,
): Html | null => {
  if (events.length === 0) return null
  const items = events.map(({ type, at, writtenBy }) => {
    const who = writtenBy === null ? 'Somebody' : (users.get(writtenBy)?.name ?? 'Somebody')
    return html`<li>${who} recorded: ${eventTitle(type, procedure)}, ${timeInWords(at)}</li>`
  })
  return insetText({
    text: html`<p class="govuk-body">Since you opened this page, something else was recorded about this family. What you typed is still here.</p><ul class="govuk-list govuk-list--bullet">${items}</ul>`,
  })
}
