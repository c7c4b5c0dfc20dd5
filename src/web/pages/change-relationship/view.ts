import type { CasePeople, RelationshipShown } from '#casework/case/case-people.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import { drawKind, typedKind } from '../../family/kind-question.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { asBase, baseName } from '../../forms/own-changes.ts'
import { saidIn } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { typedDay } from '../../recording/when-it-happened.ts'

/** What stands in the form when it is opened. */
export const openingRelationship = ({ kind, from, until, versions }: RelationshipShown): Typed => {
  const typed = {
    ...typedKind(kind),
    ...(from === null ? {} : typedDay('from', from)),
    ...(until === null ? {} : typedDay('until', until)),
  }
  return { ...typed, 'relationship-seen': String(versions), [baseName]: asBase(typed) }
}

/** The page on which it is changed what somebody is to somebody else, or said when it ended. */
export const changeRelationshipView = (
  facts: CasePeople,
  relationship: RelationshipShown,
  state: FormState,
): Page => {
  const { record, people } = facts
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const name = (id: string): string => people.find(({ personId }) => personId === id)?.name ?? 'Somebody'
  const seen = textOf(typed, 'relationship-seen') || String(relationship.versions)
  return {
    title: `Who is who: ${record.reference}`,
    section: 'families',
    back: { href: paths.people(record.id), text: 'Back to the people' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${name(relationship.person)} and ${name(relationship.other)}</h1>${formFrame(
      state,
      {
        questions: html`<input type="hidden" name="relationship-seen" value="${seen}"><input type="hidden" name="${baseName}" value="${textOf(typed, baseName)}">${drawKind(said, `What is ${name(relationship.person)} to ${name(relationship.other)}?`)}${dateInput(
          { ...said.date('from'), legend: 'Since' },
        )}${dateInput({
          ...said.date('until'),
          legend: 'Until',
          hint: 'Leave it empty while it is so.',
        })}${checkboxes({
          ...said.several('mistaken'),
          items: [
            {
              value: 'yes',
              text: 'This was recorded by mistake',
              hint: 'It is then shown in the history only.',
            },
          ],
        })}`,
        submit: 'Save the changes',
      },
    )}`,
  }
}
