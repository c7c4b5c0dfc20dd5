import type { Handing } from '#casework/administration/invite-user.ts'
import type { Staff } from '#casework/administration/staff.ts'
import { drawPhone } from '../../administration/contact-questions.ts'
import { drawRoles } from '../../administration/role-rows.ts'
import { html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { sendOnEnter } from '../../recording/rows.ts'

/** How the way in gets to its person; in a demonstration there is none to get. */
export type HandedOver = Handing | 'not at all'

const handedOver: Readonly<Record<HandedOver, string>> = {
  'by mail': 'The way in is sent there. One address is one user.',
  'by hand': 'One address is one user. This service sends no email: you are shown the way in, to hand over.',
  'not at all': 'One address is one user. Nothing is sent to it in a demonstration.',
}

/** The page on which somebody is invited. */
export const inviteUserView = (staff: Staff, state: FormState, handing: HandedOver): Page => {
  const said = saidIn(state.typed, state.problems)
  return {
    title: 'Invite somebody',
    section: 'administration',
    back: { href: paths.users, text: 'Back to users' },
    problems: state.problems,
    body: html`<h1 class="govuk-heading-l">Invite somebody</h1>${formFrame(state, {
      questions: html`${sendOnEnter}${input({ ...said.text('name'), label: 'Name', classes: 'govuk-!-width-two-thirds', autocomplete: 'off' })}${input(
        {
          ...said.text('email'),
          label: 'Email address',
          type: 'email',
          hint: handedOver[handing],
          autocomplete: 'off',
        },
      )}${drawPhone(said, 'At work. It stands in the letters about their families.')}${drawRoles(state.typed, said, staff)}`,
      submit: 'Invite them',
    })}`,
  }
}
