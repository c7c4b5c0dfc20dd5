import type { Staff } from '#casework/administration/staff.ts'
import type { User } from '#casework/ports.ts'
import { counted } from '#procedure/in-words.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { membershipWords } from '../../administration/role-words.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

const rowOf = ({ user, name, email, active, memberships }: User, staff: Staff) => {
  const families = staff.openFamilies.get(user) ?? 0
  return [
    {
      text: html`<a class="govuk-link" href="${paths.user(user)}">${name}</a>${!active && html` ${tag({ text: 'No access', classes: 'govuk-tag--grey' })}`}<br><span class="app-quiet">${email}</span>`,
    },
    {
      text: html`${memberships.map(
        (one): Html => html`<div>${membershipWords(one, staff.procedure, staff.teams)}</div>`,
      )}${families > 0 && html`<span class="app-quiet">Works with ${counted(families, 'family', 'families')}</span>`}`,
    },
  ]
}

const list = (users: readonly User[], staff: Staff): Part =>
  html`<div class="app-scroll">${table({
    head: [{ text: 'Who' }, { text: 'Roles' }],
    rows: users.map((user) => rowOf(user, staff)),
  })}</div>`

/** Everybody who may sign in, and those who no longer may. */
export const usersView = (staff: Staff): Page => {
  const [active, gone] = [
    staff.users.filter((user) => user.active),
    staff.users.filter((user) => !user.active),
  ]
  return adminPage(
    staff,
    'users',
    'Users',
    html`<p class="govuk-body">${button({ text: 'Invite somebody', href: paths.inviteUser })}</p>${list(active, staff)}${
      gone.length > 0 &&
      html`<h3 class="govuk-heading-s">Those who may no longer sign in</h3>${list(gone, staff)}`
    }`,
  )
}
