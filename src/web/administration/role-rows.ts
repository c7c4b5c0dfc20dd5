import { standardRoles } from '#casework/access/actor.ts'
import type { Membership } from '#casework/access/actor.ts'
import type { Staff } from '#casework/administration/staff.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { link } from '../components/link.ts'
import { select } from '../components/select.ts'
import { textOf } from '../forms/field.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import { paths } from '../paths.ts'
import { addButton, rowsIn } from '../recording/rows.ts'
import { rolesToGive } from './role-words.ts'

const least = 2
const everywhere = 'everywhere'

const rowNames = (typed: Typed): readonly string[] =>
  Array.from({ length: rowsIn(typed, 'role', least) }, (_, i) => `role-${i + 1}`)

/** What somebody holds, as it stands in the rows of their page. */
export const typedRoles = (memberships: readonly Membership[]): Typed => {
  const typed: Record<string, string> = { 'role-rows': String(Math.max(least, memberships.length)) }
  memberships.forEach(({ role, team }, i) => {
    typed[`role-${i + 1}-role`] = role
    typed[`role-${i + 1}-team`] = team ?? everywhere
  })
  return typed
}

type RolesRead =
  | { readonly ok: true; readonly memberships: readonly Membership[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** The roles out of what was typed; empty rows are left out. */
export const readRoles = (typed: Typed, { teams }: Pick<Staff, 'teams'>, isNeeded: boolean): RolesRead => {
  const problems: FieldProblem[] = []
  const memberships: Membership[] = []
  for (const row of rowNames(typed)) {
    const role = standardRoles.find((one) => one === textOf(typed, `${row}-role`))
    if (role === undefined) continue
    const where = textOf(typed, `${row}-team`)
    const team = where === everywhere ? null : teams.find(({ id }) => id === where)?.id
    if (team === undefined)
      problems.push({
        field: `${row}-team`,
        text: 'Choose the team in which the role is held, or “Everywhere”',
      })
    else if (!memberships.some((one) => one.role === role && one.team === team))
      memberships.push({ role, team })
  }
  if (problems.length === 0 && isNeeded && memberships.length === 0)
    problems.push({ field: 'role-1-role', text: 'Choose at least one role' })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, memberships }
}

const drawRow = (row: string, nth: number, said: Said, { teams, procedure }: Staff): Html =>
  html`<fieldset class="govuk-fieldset app-row"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Role ${nth}</legend><div class="app-side-by-side">${select(
    {
      ...said.choice(`${row}-role`),
      label: 'Role',
      items: [{ value: '', text: 'None' }, ...rolesToGive(procedure)],
    },
  )}${select({
    ...said.choice(`${row}-team`),
    label: 'In which team?',
    items: [
      { value: '', text: 'Choose one' },
      ...teams.map(({ id, name }) => ({ value: id, text: name })),
      { value: everywhere, text: 'Everywhere' },
    ],
  })}</div></fieldset>`

/** Asks what somebody may do, role by role. */
export const drawRoles = (typed: Typed, said: Said, staff: Staff): Html => {
  const rows = rowNames(typed)
  return html`<h2 class="govuk-heading-m">What they may do</h2><p class="govuk-hint">A role that is held everywhere reaches every team. An administrator sees no family.</p>${
    staff.teams.length === 0 &&
    html`<p class="govuk-body">There is no team yet. ${link({ href: paths.teams, text: 'Add a team first' })} for those who work in one.</p>`
  }${rows.map((row, i) => drawRow(row, i + 1, said, staff))}${addButton('role', rows.length, 'Add another role')}`
}
