import type { FamilySearch } from '#casework/lists/families.ts'
import type { FoundCase } from '#casework/ports.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { button } from '../../components/button.ts'
import { link } from '../../components/link.ts'
import { tag } from '../../components/tag.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { stepInWords } from '../../recording/waited.ts'

const row = (one: FoundCase, { procedure, workers }: FamilySearch): Html => {
  const worker = one.worker === null ? 'No worker yet' : (workers.get(one.worker) ?? 'A worker')
  const children = one.children === 1 ? '1 child' : `${one.children} children`
  const state =
    one.closed === null
      ? stepInWords(one.step, procedure)
      : tag({ text: 'Closed', classes: 'govuk-tag--grey' })
  const through = one.through !== null && html` Found by the name of <strong>${one.through}</strong>.`
  return html`<li class="app-entry"><p class="govuk-body app-entry__title">${link({ href: paths.family(one.id), text: one.family })} <span class="app-reference">${one.reference}</span></p><p class="govuk-body app-small">${state}. ${worker}. ${children}.${through}</p></li>`
}

const own = (search: FamilySearch): Part =>
  search.lines.length > 0 &&
  html`<h2 class="govuk-heading-m">Your families</h2><ul class="govuk-list app-entries">${search.lines.map((one) => row(one, search))}</ul>${
    search.more && html`<p class="govuk-body app-quiet">There are more: search for a family by name.</p>`
  }`

const found = (search: FamilySearch): Part => {
  const { words, lines, more } = search
  if (words === '') return own(search)
  if (lines.length === 0)
    return html`<p class="govuk-body" role="status"><strong>No family was found.</strong> Try another spelling, the name of somebody in the family, or the reference. Families that are not yours to see are not listed.</p>`
  const count = lines.length === 1 ? '1 family' : `${lines.length} families`
  const rest = more ? 'There are more: add another word to narrow the search.' : ''
  return html`<p class="govuk-body" role="status">${count} found, the most alike first. ${rest}</p><ul class="govuk-list app-entries">${lines.map((one) => row(one, search))}</ul>`
}

/** @param isAsked whether somebody pressed the button, be it with nothing in the box */
export const familiesView = (search: FamilySearch, csrf: string, isAsked: boolean): Page => ({
  title: 'Families',
  section: 'families',
  body: html`<h1 class="govuk-heading-l">Families</h1><form method="post" action="${paths.families}" role="search" class="app-search"><input type="hidden" name="_csrf" value="${csrf}">${input(
    {
      name: 'q',
      label: { text: 'Find a family', classes: 'govuk-label--s' },
      hint: 'The family’s name, anybody’s in it, or the reference. Spelling need not be exact.',
      value: search.words,
      error: isAsked && search.words === '' ? 'Enter a name or a reference to search for' : undefined,
      type: 'search',
      autocomplete: 'off',
    },
  )}${button({ text: 'Search' })}</form>${found(search)}${
    search.mayAskForRestricted &&
    html`<p class="govuk-body app-small">${link({ href: paths.openRestricted, text: 'Open a restricted family by its reference' })}</p>`
  }`,
})
