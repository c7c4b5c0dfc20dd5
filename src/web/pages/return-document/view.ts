import type { DocumentOfCase } from '#casework/documents/document-of-case.ts'
import { html } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The page on which a manager gives a form back to be changed. */
export const returnDocumentView = ({ record, document }: DocumentOfCase, state: FormState): Page => {
  const said = saidIn(state.typed, state.problems)
  return {
    title: 'Return a form to be changed',
    section: 'families',
    back: { href: paths.document(record.id, document.id), text: 'Back to the form' },
    problems: state.problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Return to be changed: ${document.title}</h1><p class="govuk-body">What was handed in stays on record. Whoever works with the family changes it and hands it in again.</p>${formFrame(
      state,
      {
        questions: html`<span id="gate"></span>${textarea({
          ...said.text('reason'),
          label: 'What is to be changed?',
          hint: 'It stays on record with your name.',
          rows: 5,
        })}`,
        submit: 'Return it',
      },
    )}`,
  }
}
