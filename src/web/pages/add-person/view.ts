import type { CasePeople } from '#casework/case/case-people.ts'
import { hasLeft } from '#casework/case/case-people.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { html } from '../../components/html.ts'
import { drawKind } from '../../family/kind-question.ts'
import { drawPerson } from '../../family/person-questions.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The page on which somebody is added to a family, or around it. */
export const addPersonView = (facts: CasePeople, state: FormState): Page => {
  const { record, people } = facts
  const said = saidIn(state.typed, state.problems)
  const here = people.filter((person) => person.member && !hasLeft(person, facts))
  return {
    title: `Add somebody: ${record.reference}`,
    section: 'families',
    back: { href: paths.people(record.id), text: 'Back to the people' },
    problems: state.problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Add somebody</h1>${formFrame(
      state,
      {
        questions: html`${drawPerson(said, facts, null)}${
          here.length > 0 &&
          html`<h2 class="govuk-heading-m">Who they are to others</h2><p class="govuk-hint">Leave this empty when it is not known. Other ties can be added afterwards.</p>${drawKind(said, 'What are they?')}${checkboxes(
            {
              ...said.several('to'),
              legend: 'To whom?',
              items: here.map(({ personId, name }) => ({ value: personId, text: name })),
            },
          )}`
        }`,
        submit: 'Add this person',
      },
    )}`,
  }
}
