import type { CasePeople, PersonShown } from '#casework/case/case-people.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { drawPerson, typedPerson } from '../../family/person-questions.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { asBase, baseName } from '../../forms/own-changes.ts'
import { saidIn } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** What stands in the form when it is opened. */
export const openingPerson = (person: PersonShown): Typed => {
  const typed = typedPerson(person)
  return { ...typed, 'person-seen': String(person.versions), [baseName]: asBase(typed) }
}

const mistakePart = ({ record }: CasePeople, { personId, canGo }: PersonShown): Part =>
  canGo &&
  html`<p class="govuk-body">Added by mistake? <a class="govuk-link" href="${paths.removePerson(record.id, personId)}">Take them off the record</a></p>`

/** The page on which what is known of somebody is changed. */
export const changePersonView = (facts: CasePeople, person: PersonShown, state: FormState): Page => {
  const { record } = facts
  const { typed, problems } = state
  const seen = textOf(typed, 'person-seen') || String(person.versions)
  return {
    title: `Change a person: ${record.reference}`,
    section: 'families',
    back: { href: paths.people(record.id), text: 'Back to the people' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${person.name}</h1><p class="govuk-body">What was known before stays to be read, with who changed it and when.</p>${formFrame(
      state,
      {
        questions: html`<input type="hidden" name="person-seen" value="${seen}"><input type="hidden" name="${baseName}" value="${textOf(typed, baseName)}">${drawPerson(saidIn(typed, problems), facts, person)}`,
        submit: 'Save the changes',
      },
    )}${mistakePart(facts, person)}`,
  }
}
