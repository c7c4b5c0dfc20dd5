import type { FormState } from '../forms/form-state.ts'
import { textOf } from '../forms/field.ts'
import { saidIn } from '../forms/said.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { input } from '../components/input.ts'
import { listed } from '#procedure/in-words.ts'
import { select } from '../components/select.ts'
import { textarea } from '../components/textarea.ts'
import { drawDeciding, drawNotAs } from '../recording/deciding.ts'
import { drawQuestion } from '../recording/draw-question.ts'
import { drawEarly } from '../recording/early.ts'
import { eventTitle } from '../recording/event-title.ts'
import { drawWhen } from '../recording/when-it-happened.ts'
import { timeInWords } from '../time-in-words.ts'
import type { FormDesk } from '#casework/documents/form-desk.ts'
import { asksDay } from './hand-in.ts'
import { decidesAnyway, decidingOf, notAsOf } from './asked-beside.ts'
import type { RecordAsked } from './asked-beside.ts'

type Facts = { readonly desk: FormDesk; readonly asked: readonly RecordAsked[] }

const whatItRecords = ({ desk, asked }: Facts): Html => {
  const titles = asked.map(({ event }) => eventTitle(event, desk.overview.procedure))
  if (titles.length === 0)
    return html`<p class="govuk-body">Handing it in keeps it with the family’s documents.</p>`
  return titles.length === 1
    ? html`<p class="govuk-body">Handing it in records: <strong>${titles[0]}</strong>.</p>`
    : html`<p class="govuk-body">Handing it in records, as the answers say: <strong>${listed(titles, 'or')}</strong>.</p>`
}

const belongs = ({ desk }: Facts, state: FormState): Part => {
  const { without, overview } = desk
  if (without.length === 0) return null
  const said = saidIn(state.typed, state.problems)
  return select({
    ...said.choice('belongs'),
    label: 'Is it about something that is on record already?',
    hint: 'Then it is kept with that, and nothing is recorded twice.',
    items: [
      { value: '', text: 'No, record it with this form' },
      ...without.map(({ id, type, at }) => ({
        value: id,
        text: `${eventTitle(type, overview.procedure)}, ${timeInWords(at)}`,
      })),
    ],
  })
}

/** One question once, though several events may have it. */
const questions = ({ desk, asked }: Facts, state: FormState): readonly Html[] => {
  const { record, standing, now, procedure } = desk.overview
  const people = record.people.filter(({ until }) => until === null)
  const drawing = {
    said: saidIn(state.typed, state.problems),
    typed: state.typed,
    seen: { people, standing, now },
  }
  const names = [...new Set(asked.flatMap((one) => one.questions.map(({ name }) => name)))]
  return names.flatMap((name) => {
    const having = asked.filter((one) => one.questions.some((question) => question.name === name))
    const question = having[0]?.questions.find((one) => one.name === name)
    if (question === undefined) return []
    const drawn = drawQuestion(question, drawing)
    if (having.length === asked.length) return [drawn]
    const only = listed(
      having.map(({ event }) => eventTitle(event, procedure)),
      'or',
    )
    return [html`<p class="govuk-body-s app-quiet">Only for: ${only}</p>${drawn}`]
  })
}

const when = (facts: Facts, state: FormState): Part => {
  if (facts.asked.length === 0) return null
  const said = saidIn(state.typed, state.problems)
  if (!asksDay(facts.desk)) return html`${drawWhen(said, 'When did it happen?')}${drawEarly(said)}`
  return html`${input({
    ...said.text('at-time'),
    label: 'At what time was it? (optional)',
    hint: 'For example, 2:30pm. The day is the one in the form.',
    classes: 'govuk-input--width-5',
  })}${drawEarly(said)}`
}

/** For whom what the form decides is written down, or why somebody decides it in their place; or what it does not count as. */
const deciding = ({ desk, asked }: Facts, state: FormState, hasReason: boolean): Part => {
  const found = decidingOf(asked)
  const { procedure } = desk.overview
  const said = saidIn(state.typed, state.problems)
  if (found === null) return drawNotAs(notAsOf(asked), procedure, said)
  if (found.standing === 'not theirs') return null
  return drawDeciding(found, { procedure, always: decidesAnyway(desk, asked), said, hasReason })
}

const change = ({ desk }: Facts, state: FormState): Html => {
  const said = saidIn(state.typed, state.problems)
  const seen = textOf(state.typed, 'seen') || String(desk.of?.version ?? 1)
  return html`<input type="hidden" name="seen" value="${seen}"><p class="govuk-body">Handing it in makes this the version that holds. Earlier ones stay on record.</p>${textarea(
    {
      ...said.text('reason'),
      label: 'What have you changed, and why? (optional)',
      rows: 3,
    },
  )}`
}

/**
 * The last part of a form: what handing it in records, and what the procedure wants to know beside the form.
 *
 * @param hasReason whether the box for a reason to go past the procedure stands on the page already
 */
export const handInPart = (facts: Facts, state: FormState, hasReason: boolean): Html =>
  html`<section class="app-form-part" id="hand-in" tabindex="-1" aria-labelledby="hand-in-title"><h2 class="govuk-heading-m" id="hand-in-title">Hand in</h2>${
    facts.desk.of === null
      ? html`${whatItRecords(facts)}${belongs(facts, state)}${deciding(facts, state, hasReason)}${when(facts, state)}${questions(facts, state)}`
      : change(facts, state)
  }</section>`
