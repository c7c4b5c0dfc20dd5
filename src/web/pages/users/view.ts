import type { UserList } from '#casework/administration/staff.ts'
import type { User } from '#casework/ports.ts'
import { counted } from '#procedure/in-words.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { membershipWords } from '../../administration/role-words.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { pagination } from '../../components/pagination.ts'
import { table } from '../../components/table.ts'
import { tag } from '../../components/tag.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'

const rowOf = (
  { user, name, email, phone, active, memberships }: User,
  { staff, openFamilies }: UserList,
) => {
  const families = openFamilies.get(user) ?? 0
  return [
    {
      text: html`<a class="govuk-link" href="${paths.user(user)}">${name}</a>${!active && html` ${tag({ text: 'No access', classes: 'govuk-tag--grey' })}`}<br><span class="app-quiet">${email}${phone !== null && html`<br>${phone}`}</span>`,
    },
    {
      text: html`${memberships.map(
        (one): Html => html`<div>${membershipWords(one, staff.procedure, staff.teams)}</div>`,
      )}${families > 0 && html`<span class="app-quiet">Works with ${counted(families, 'family', 'families')}</span>`}`,
    },
  ]
}

const list = (facts: UserList): Part => {
  const { words, users, more } = facts
  if (users.length === 0)
    return html`<p class="govuk-body" role="status"><strong>Nobody was found.</strong> Try a part of the name, or of the email address.</p>`
  return html`${
    words !== '' &&
    html`<p class="govuk-body" role="status">${counted(users.length, 'person', 'people')} found. ${more && 'There are more: add another word to narrow the search. '}<a class="govuk-link" href="${paths.users}">Show everybody</a></p>`
  }<div class="app-scroll">${table({
    head: [{ text: 'Who' }, { text: 'Roles' }],
    rows: users.map((user) => rowOf(user, facts)),
  })}</div>`
}

const pages = ({ words, page, more }: UserList): Part => {
  const to = (n: number): string => withQuery(paths.users, { page: n === 1 ? undefined : String(n) })
  return (
    words === '' &&
    (page > 1 || more) &&
    pagination({
      previous: page > 1 ? { href: to(page - 1) } : undefined,
      next: more ? { href: to(page + 1) } : undefined,
    })
  )
}

const search = ({ words }: UserList, csrf: string): Html =>
  html`<form method="post" action="${paths.users}" role="search" class="app-search"><input type="hidden" name="_csrf" value="${csrf}">${input(
    {
      name: 'q',
      label: { text: 'Find somebody', classes: 'govuk-label--s' },
      hint: 'A part of the name or of the email address.',
      value: words,
      type: 'search',
      autocomplete: 'off',
    },
  )}${button({ text: 'Search', classes: 'govuk-button--secondary' })}</form>`

/** Everybody who may sign in, and then those who no longer may. */
export const usersView = (facts: UserList, csrf: string): Page =>
  adminPage(
    facts.staff,
    'users',
    'Users',
    html`<p class="govuk-body">${button({ text: 'Invite somebody', href: paths.inviteUser })}</p>${search(facts, csrf)}${list(facts)}${pages(facts)}`,
  )
