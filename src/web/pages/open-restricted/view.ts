import type { OpenFamily } from '#casework/restricted/openings.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { link } from '../../components/link.ts'
import { textarea } from '../../components/textarea.ts'
import { warningText } from '../../components/warning-text.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { timeInWords } from '../../time-in-words.ts'

const openNow = (families: readonly OpenFamily[]): Part =>
  families.length > 0 &&
  html`<section aria-labelledby="open"><h2 class="govuk-heading-m" id="open">Open to you now</h2><ul class="govuk-list app-entries">${families.map(
    ({ caseId, reference, until }) =>
      html`<li class="app-entry"><p class="govuk-body app-entry__title">${link({ href: paths.family(caseId), text: reference })}</p><p class="govuk-body app-small">Until ${timeInWords(until)}.</p></li>`,
  )}</ul></section>`

/**
 * The page on which a manager opens a restricted family that does not name them.
 * @param example a reference as the authority's are
 */
export const openRestrictedView = (
  families: readonly OpenFamily[],
  example: string,
  state: FormState,
): Page => {
  const said = saidIn(state.typed, state.problems)
  const questions = html`${input({
    ...said.text('reference'),
    label: { text: 'Reference of the family', classes: 'govuk-label--s' },
    hint: `All of it, such as ${example}. A name is not enough.`,
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
  })}${textarea({
    ...said.text('reason'),
    label: { text: 'Why do you have to see it?', classes: 'govuk-label--s' },
    hint: 'It stands on the record, with your name, for those who may see the family.',
    rows: 3,
  })}`
  return {
    title: 'Open a restricted family',
    section: 'families',
    back: { href: paths.families, text: 'Back to families' },
    problems: state.problems,
    body: html`<h1 class="govuk-heading-l">Open a restricted family</h1>${openNow(families)}<p class="govuk-body">A restricted family is shown only to the people whom it names. If a child’s safety cannot wait for one of them, you can open it for 24 hours. Protected addresses stay hidden.</p>${warningText({ text: 'Those whom it names and the service managers are told at once.' })}${formFrame(state, { questions, submit: 'Open for 24 hours' })}`,
  }
}
