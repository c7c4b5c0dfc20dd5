import type { CasePeople } from '#casework/case/case-people.ts'
import { html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The page on which it is changed what a family is called. */
export const renameFamilyView = ({ record }: CasePeople, state: FormState): Page => ({
  title: `What the family is called: ${record.reference}`,
  section: 'families',
  back: { href: paths.people(record.id), text: 'Back to the people' },
  problems: state.problems,
  body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">What is the family called?</h1>${formFrame(
    state,
    {
      questions: html`<input type="hidden" name="name-seen" value="${textOf(state.typed, 'name-seen') || record.family}">${input(
        {
          ...saidIn(state.typed, state.problems).text('name'),
          label: 'Name in lists',
          hint: 'Usually the surname. The names of its people stay as they are.',
          classes: 'govuk-!-width-two-thirds',
          autocomplete: 'off',
        },
      )}`,
      submit: 'Save the name',
    },
  )}`,
})
