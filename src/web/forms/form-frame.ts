import { timeInWords } from '../time-in-words.ts'
import { button, buttonGroup } from '../components/button.ts'
import { attributes, html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { paths } from '../paths.ts'
import type { FormState } from './form-state.ts'

const hidden = (name: string, value: string | number | null): Part =>
  value !== null && html`<input type="hidden" name="${name}" value="${value}">`

/** What a POST needs beside the answers. */
export const hiddenFields = (state: Pick<FormState, 'csrf' | 'key' | 'form' | 'page' | 'revision'>): Part => [
  hidden('_csrf', state.csrf),
  hidden('_key', state.key),
  hidden('_form', state.form),
  hidden('_page', state.page),
  hidden('_revision', state.revision),
]

/** Stands above the form, as a form of its own: Enter in a question must never throw the draft away. */
const draftNote = (state: FormState): Part =>
  state.draft !== null &&
  state.form !== null &&
  html`<form method="post"${attributes({ action: paths.discardDraft(state.form) })} class="app-draft">${hiddenFields(state)}
<p class="govuk-body">This is your draft, saved on ${timeInWords(state.draft.savedAt)}. It is not recorded yet.</p>
${button({ text: 'Start again without it', classes: 'govuk-button--secondary app-button--small' })}</form>`

/**
 * A form: questions, then its buttons. Where it has a name for a draft, it can be saved as one by a button, and
 * with the script also while one types.
 */
export const formFrame = (
  state: FormState,
  { questions, submit }: { readonly questions: Part; readonly submit: string },
): Html => {
  const draft = state.form === null ? null : paths.draft(state.form)
  const buttons = [
    button({ text: submit }),
    draft !== null &&
      button({
        text: 'Save as draft',
        classes: 'govuk-button--secondary',
        attributes: { formaction: draft, formnovalidate: true },
      }),
  ]
  return html`${draftNote(state)}<form method="post" novalidate${attributes({ 'data-draft': draft })}>${hiddenFields(state)}
${questions}
${buttonGroup(...buttons)}${draft !== null && html`<p class="govuk-hint app-draft-status" role="status" data-draft-status></p>`}</form>`
}
