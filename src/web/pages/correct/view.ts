import type { StoredEvent } from '#casework/case/case-record.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { entryFacts } from '../../family/entry-facts.ts'
import { factsOf } from '../../family/event-facts.ts'
import { happened } from '../../family/happened.ts'
import { namesIn } from '../../family/names.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { drawQuestion } from '../../recording/draw-question.ts'
import { sendOnEnter } from '../../recording/rows.ts'
import { drawUndone } from '../../recording/undoes.ts'
import { drawWhen } from '../../recording/when-it-happened.ts'
import { timeInWords } from '../../time-in-words.ts'
import type { CorrectionFacts } from './form.ts'

const onRecord = ({ overview, entry }: CorrectionFacts): Html => {
  const { event } = entry
  const names = namesIn(overview)
  const by = names.user(event.writtenBy)
  return html`<aside class="app-beside" aria-labelledby="beside"><h2 class="govuk-heading-m" id="beside">As it stands now</h2><p class="govuk-body-s">${timeInWords(event.at)}${by !== null && `. Written down by ${by}`}</p>${entryFacts(factsOf(event, overview.procedure, names))}</aside>`
}

const cameWithForm = ({ entry: { event } }: CorrectionFacts): Part => {
  const { document } = event.data
  return (
    typeof document === 'string' &&
    !event.type.startsWith('document.') &&
    html`<p class="govuk-body">There is a document with this, and your correction does not change it. Where the two differ afterwards, you are shown it and can change the form as well.</p>`
  )
}

/** The page on which a recorded entry is corrected, on its own form. */
export const correctView = (
  facts: CorrectionFacts,
  state: FormState,
  undone: readonly StoredEvent[] = [],
): Page => {
  const { overview, entry, questions, people } = facts
  const { record, procedure, standing, now } = overview
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  // When a child was last seen is of today, and says nothing about an entry of the past.
  const drawing = { said, typed, seen: { people, standing: { ...standing, watches: [] }, now } }
  const title = happened(entry.event.type, procedure)
  const seen = Number(textOf(typed, 'changes-seen') || entry.changes.length)
  const base = Number(textOf(typed, 'changes-base') || seen)
  const form = formFrame(state, {
    questions: html`${sendOnEnter}<input type="hidden" name="changes-seen" value="${seen}"><input type="hidden" name="changes-base" value="${base}"><span id="entry"></span>${drawUndone(undone, said)}${drawWhen(said, 'When did it happen?')}${questions.map((question) => drawQuestion(question, drawing))}${textarea(
      {
        ...said.text('why'),
        label: { text: 'What was wrong?', classes: 'govuk-label--m' },
        hint: 'It stays on record with your name, and so does what was first written down.',
        rows: 3,
      },
    )}`,
    submit: 'Record the correction',
  })
  return {
    title: `Correct: ${title}`,
    section: 'families',
    wide: true,
    back: { href: paths.timeline(record.id), text: 'Back to the timeline' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Correct: ${title}</h1><p class="govuk-body">Change only what was wrong. What is due is worked out again from it.</p>${cameWithForm(facts)}<div class="app-two"><div class="app-two__main">${form}</div>${onRecord(facts)}</div>`,
  }
}
