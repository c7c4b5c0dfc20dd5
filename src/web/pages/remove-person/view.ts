import type { CasePeople, PersonShown } from '#casework/case/case-people.ts'
import { html } from '../../components/html.ts'
import { textarea } from '../../components/textarea.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The page on which somebody is taken off a record on which they were put by mistake. */
export const removePersonView = (
  { record }: CasePeople,
  { name, personId }: PersonShown,
  state: FormState,
): Page => ({
  title: `Take somebody off: ${record.reference}`,
  section: 'families',
  back: { href: paths.changePerson(record.id, personId), text: 'Back to this person' },
  problems: state.problems,
  body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Take ${name} off this record</h1><p class="govuk-body">For somebody who does not belong to this family at all. Nothing on record names them. That they stood here, and who took them off, stays in the history.</p>${formFrame(
    state,
    {
      questions: textarea({
        ...saidIn(state.typed, state.problems).text('why'),
        label: 'Why were they added by mistake?',
        rows: 3,
      }),
      submit: 'Take them off the record',
    },
  )}`,
})
