import { recordsEvent } from '#casework/asking/beside-recording.ts'
import { meanwhile } from '#casework/recording/meanwhile.ts'
import type { ShutGate } from '#casework/recording/recording.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { pathToRecord } from '../../family/ways-to-record.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { drawBeside, drawMeanwhile } from '../../recording/beside-form.ts'
import { canSend, decidesAlways, drawDeciding, drawNotAs } from '../../recording/deciding.ts'
import { drawQuestion } from '../../recording/draw-question.ts'
import { drawEarly } from '../../recording/early.ts'
import { eventTitle } from '../../recording/event-title.ts'
import { sendOnEnter } from '../../recording/rows.ts'
import { canPass, drawShut } from '../../recording/shut-gates.ts'
import { supplyLinks } from '../../recording/supply-links.ts'
import { drawWhen } from '../../recording/when-it-happened.ts'
import type { RecordFacts } from './form.ts'

const whenWords: Readonly<Record<string, string>> = {
  'visit.made': 'When was the visit?',
  'visit.attempted': 'When did you try?',
  'contact.attempted': 'When did you try?',
  'contact.made': 'When were you in contact?',
  'decision.made': 'When was it decided?',
}

/** The forms that record this by themselves, before the questions for whoever has filled in none. */
const formsPart = ({ beside, type, overview: { record } }: RecordFacts): Part => {
  const forms = beside.forms.filter((form) => recordsEvent(form, type))
  return (
    forms.length > 0 &&
    html`<div class="app-form-way"><h2 class="govuk-heading-m">With the form</h2><p class="govuk-body">Handing in the form records this, and what the record knows already stands in it.</p>${forms.map(
      ({ id, title }) =>
        button({
          text: `Fill in: ${title}`,
          href: paths.fillForm(record.id, id),
          classes: 'govuk-button--secondary',
        }),
    )}</div><h2 class="govuk-heading-m">Without the form</h2>`
  )
}

/** The page on which one event is recorded. */
export const recordView = (facts: RecordFacts, state: FormState, shut: readonly ShutGate[]): Page => {
  const { overview, type, questions, beside, deciding } = facts
  const { record, procedure, standing, now, users, may } = overview
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const people = record.people.filter(({ until }) => until === null)
  const drawing = { said, typed, seen: { people, standing, now } }
  const known = Number(textOf(typed, 'known') || record.events.length)
  const title = eventTitle(type, procedure)
  const supply = supplyLinks(procedure, (other) => pathToRecord(record.id, other))
  const hasReason = canPass({ shut, mayGoPast: may.goPast })
  const document = textOf(typed, 'document')
  const rest = { ...beside, forms: beside.forms.filter((one) => !recordsEvent(one, type)) }
  const whose = drawDeciding(deciding, {
    procedure,
    always: deciding !== null && decidesAlways(deciding, questions),
    said,
    hasReason,
  })
  const unanswerable = questions.find(({ kind, answers }) => kind === 'limit' && answers.length === 0)
  const nothingToChoose = unanswerable === undefined ? null : drawQuestion(unanswerable, drawing)
  const form = formFrame(state, {
    questions: html`${sendOnEnter}<input type="hidden" name="known" value="${known}">${document !== '' && html`<input type="hidden" name="document" value="${document}">`}${drawShut({ shut, mayGoPast: may.goPast }, people, said, supply)}${whose ?? drawNotAs(facts, procedure, said)}${drawWhen(said, whenWords[type] ?? 'When did it happen?')}${drawEarly(said)}${questions.map((question) => drawQuestion(question, drawing))}`,
    submit: 'Record this',
  })
  return {
    title: `Record: ${title}`,
    section: 'families',
    wide: true,
    back: { href: paths.recordList(record.id), text: 'Back to what can be recorded' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${title}</h1>${drawMeanwhile(meanwhile(record, known), users, procedure)}${shut.length === 0 && problems.some(({ field }) => field === 'gate') && html`<span id="gate" tabindex="-1"></span>`}<div class="app-two"><div class="app-two__main">${formsPart(facts)}${nothingToChoose ?? (canSend(deciding, questions) ? form : whose)}</div>${drawBeside(rest, people, supply, record.id)}</div>`,
  }
}
