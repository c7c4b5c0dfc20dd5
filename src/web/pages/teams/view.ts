import type { Staff } from '#casework/administration/staff.ts'
import type { Team } from '#casework/ports.ts'
import { counted } from '#procedure/in-words.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { table } from '../../components/table.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The teams of an authority, and a form for another. */
export const teamsView = (staff: Staff, state: FormState): Page => {
  const { teams, users } = staff
  const rows = teams.map(({ id, name }) => {
    const people = users.filter(
      ({ active, memberships }) => active && memberships.some(({ team }) => team === id),
    )
    return [
      { text: html`<a class="govuk-link" href="${paths.oneTeam(id)}">${name}</a>` },
      { text: counted(people.length, 'person', 'people') },
    ]
  })
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

/** The page on which a team gets another name. */
export const oneTeamView = (team: Team, state: FormState): Page => ({
  title: 'A team',
  section: 'administration',
  back: { href: paths.teams, text: 'Back to teams' },
  problems: state.problems,
  body: html`<h1 class="govuk-heading-l">${team.name}</h1>${formFrame(state, {
    questions: html`<input type="hidden" name="name-seen" value="${textOf(state.typed, 'name-seen') || team.name}">${input(
      {
        ...saidIn(state.typed, state.problems).text('name'),
        label: 'Name of the team',
        hint: 'Its families and people stay as they are.',
        classes: 'govuk-!-width-one-half',
        autocomplete: 'off',
      },
    )}`,
    submit: 'Save the name',
  })}`,
})
