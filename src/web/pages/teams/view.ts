import { teamSeen } from '#casework/administration/teams.ts'
import type { OneTeam, TeamList } from '#casework/administration/teams.ts'
import { counted } from '#procedure/in-words.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { drawContact, typedContact } from '../../administration/contact-questions.ts'
import { html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { link } from '../../components/link.ts'
import { table } from '../../components/table.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { asBase, baseName } from '../../forms/own-changes.ts'
import { saidIn } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The teams of an authority, and a form for another. */
export const teamsView = ({ staff, people }: TeamList, state: FormState): Page => {
  const rows = staff.teams.map(({ id, name }) => [
    { text: html`<a class="govuk-link" href="${paths.oneTeam(id)}">${name}</a>` },
    { text: counted(people.get(id) ?? 0, 'person', 'people') },
  ])
  return {
    ...adminPage(
      staff,
      'teams',
      'Teams',
      html`${
        rows.length === 0
          ? html`<p class="govuk-body">There is no team yet.</p>`
          : table({ head: [{ text: 'Team' }, { text: 'Holds roles in it' }], rows })
      }<h3 class="govuk-heading-s">Add a team</h3>${formFrame(state, {
        questions: input({
          ...saidIn(state.typed, state.problems).text('name'),
          label: 'Name of the team',
          classes: 'govuk-!-width-one-half',
          autocomplete: 'off',
        }),
        submit: 'Add the team',
      })}`,
    ),
    problems: state.problems,
  }
}

/** What stands in the form of a team when it is opened. */
export const openingTeam = (facts: OneTeam): Typed => {
  const typed = { name: facts.team.name, ...typedContact(facts.details) }
  return { ...typed, 'team-seen': teamSeen(facts), [baseName]: asBase(typed) }
}

/** The page on which it is said what a team is called and how it is reached. */
export const oneTeamView = (facts: OneTeam, { typed, ...state }: FormState): Page => {
  const said = saidIn(typed, state.problems)
  return {
    title: 'A team',
    section: 'administration',
    back: { href: paths.teams, text: 'Back to teams' },
    problems: state.problems,
    body: html`<h1 class="govuk-heading-l">${facts.team.name}</h1>${formFrame(
      { ...state, typed },
      {
        questions: html`<input type="hidden" name="team-seen" value="${textOf(typed, 'team-seen') || teamSeen(facts)}"><input type="hidden" name="${baseName}" value="${textOf(typed, baseName)}">${input(
          {
            ...said.text('name'),
            label: 'Name of the team',
            hint: 'Its families and people stay as they are.',
            classes: 'govuk-!-width-one-half',
            autocomplete: 'off',
          },
        )}<h2 class="govuk-heading-m">How families reach it</h2><p class="govuk-body">Letters about its families say so. What you leave empty is the ${link({ href: paths.serviceDetails, text: 'service’s' })}.</p>${drawContact(said)}`,
        submit: 'Save the changes',
      },
    )}`,
  }
}
