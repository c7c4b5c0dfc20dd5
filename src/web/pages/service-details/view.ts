import { detailsSeen } from '#casework/administration/contact-details.ts'
import type { Staff } from '#casework/administration/staff.ts'
import type { ServiceDetails } from '#casework/administration/staff-ports.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { drawContact, typedContact } from '../../administration/contact-questions.ts'
import { html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { link } from '../../components/link.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { asBase, baseName } from '../../forms/own-changes.ts'
import { saidIn } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** What stands in the form when it is opened. */
export const openingDetails = (details: ServiceDetails): Typed => {
  const typed = { name: details.name ?? '', ...typedContact(details) }
  return { ...typed, 'details-seen': detailsSeen(details), [baseName]: asBase(typed) }
}

/** The page on which it is said what the service is called and how it is reached. */
export const serviceDetailsView = (staff: Staff, state: FormState): Page => {
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  return {
    ...adminPage(
      staff,
      'service',
      'Service details',
      html`<p class="govuk-body">Letters are filled in with this. A ${link({ href: paths.teams, text: 'team' })} can have a phone number and addresses of its own, and ${link({ href: paths.users, text: 'each worker' })} a phone number. What is empty stands in a letter as a gap to be typed.</p>${formFrame(
        state,
        {
          questions: html`<input type="hidden" name="details-seen" value="${textOf(typed, 'details-seen')}"><input type="hidden" name="${baseName}" value="${textOf(typed, baseName)}">${input(
            {
              ...said.text('name'),
              label: 'Name of the service (optional)',
              hint: 'As families know it. For example, “Early Help in North Sands”.',
              classes: 'govuk-!-width-two-thirds',
              autocomplete: 'off',
            },
          )}${drawContact(said)}`,
          submit: 'Save the changes',
        },
      )}`,
    ),
    problems,
  }
}
