import type { CasePeople } from '#casework/case/case-people.ts'
import { hasLeft } from '#casework/case/case-people.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { drawKind } from '../../family/kind-question.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The page on which it is said what somebody is to others. */
export const relatePeopleView = (facts: CasePeople, state: FormState): Page => {
  const { record, people } = facts
  const said = saidIn(state.typed, state.problems)
  const here = people.filter((person) => !hasLeft(person, facts))
  const named = here.map(({ personId, name }) => ({ value: personId, text: name }))
  return {
    title: `Who is who: ${record.reference}`,
    section: 'families',
    back: { href: paths.people(record.id), text: 'Back to the people' },
    problems: state.problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Say who is who</h1><p class="govuk-body">Somebody who is not on record yet, such as a school or a GP, is <a class="govuk-link" href="${paths.addPerson(record.id)}">added</a> first.</p>${formFrame(
      state,
      {
        questions: html`${select({
          ...said.choice('person'),
          label: 'Whom is it about?',
          items: [{ value: '', text: 'Choose one' }, ...named],
        })}${drawKind(said, 'What are they?')}${checkboxes({ ...said.several('to'), legend: 'To whom?', items: named })}${dateInput(
          {
            ...said.date('from'),
            legend: 'Since',
            hint: 'Leave it empty when it has always been so, or is not known.',
          },
        )}`,
        submit: 'Record this',
      },
    )}`,
  }
}
