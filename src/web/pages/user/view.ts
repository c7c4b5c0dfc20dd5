import { seenOf } from '#casework/administration/change-user.ts'
import type { Handing } from '#casework/administration/invite-user.ts'
import type { OneUser } from '#casework/administration/staff.ts'
import type { User } from '#casework/ports.ts'
import { counted } from '#procedure/in-words.ts'
import { drawPhone } from '../../administration/contact-questions.ts'
import { drawRoles, typedRoles } from '../../administration/role-rows.ts'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame, hiddenFields } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { asBase, baseName } from '../../forms/own-changes.ts'
import { saidIn } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { sendOnEnter } from '../../recording/rows.ts'

/** What stands in the form when it is opened. */
export const openingUser = (user: User): Typed => {
  const typed = {
    name: user.name,
    phone: user.phone ?? '',
    ...(user.active ? { active: 'yes' } : {}),
    ...typedRoles(user.memberships),
  }
  return { ...typed, 'user-seen': seenOf(user), [baseName]: asBase(typed) }
}

const families = ({ openFamilies: n }: OneUser): Part =>
  n > 0 &&
  insetText({
    text: `They work with ${counted(n, 'open family', 'open families')}. Before their access ends, a manager passes them on from the team’s page.`,
  })

const again = ({ user, active }: User, state: FormState, handing: Handing): Part =>
  active &&
  html`<h2 class="govuk-heading-m">When they cannot sign in</h2><p class="govuk-body">For somebody who did not use their invitation in time, or has lost their phone and their recovery codes.</p><form method="post" action="${paths.inviteAgain(user)}" novalidate>${hiddenFields({ ...state, form: null })}${button({ text: handing === 'by mail' ? 'Send a new invitation' : 'Make a new way in', classes: 'govuk-button--secondary' })}</form>`

/** The page on which it is said what somebody may do. */
export const userView = (facts: OneUser, state: FormState, handing: Handing): Page => {
  const { staff, user } = facts
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  return {
    title: 'A user',
    section: 'administration',
    back: { href: paths.users, text: 'Back to users' },
    problems,
    body: html`<span class="govuk-caption-l">${user.email}</span><h1 class="govuk-heading-l">${user.name}</h1>${families(facts)}${formFrame(
      state,
      {
        questions: html`${sendOnEnter}<input type="hidden" name="user-seen" value="${textOf(typed, 'user-seen') || seenOf(user)}"><input type="hidden" name="${baseName}" value="${textOf(typed, baseName)}">${input(
          { ...said.text('name'), label: 'Name', classes: 'govuk-!-width-two-thirds', autocomplete: 'off' },
        )}${drawPhone(said, 'At work. It stands in the letters about their families.')}${checkboxes({
          ...said.several('active'),
          items: [
            {
              value: 'yes',
              text: 'May sign in',
              hint: 'Without it they are signed out at once. What they have recorded stays, with their name.',
            },
          ],
        })}${drawRoles(typed, said, staff)}`,
        submit: 'Save the changes',
      },
    )}${again(user, state, handing)}`,
  }
}
