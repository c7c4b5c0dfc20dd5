import type { RestrictionDesk } from '#casework/restricted/restriction-desk.ts'
import type { User } from '#casework/ports.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import { html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

/** The page on which a manager says who may see a family. */
export const restrictionView = (
  { record, candidates }: RestrictionDesk,
  roleOf: (user: User) => string,
  state: FormState,
): Page => {
  const said = saidIn(state.typed, state.problems)
  const hint = (user: User): string =>
    user.user === record.worker ? `${roleOf(user)}, works with the family` : roleOf(user)
  const hasProtected = record.people.some(({ addressProtected }) => addressProtected)
  const questions = html`${radios({
    ...said.choice('who'),
    legend: { text: 'Who may see it?', classes: 'govuk-fieldset__legend--m' },
    items: [
      {
        value: 'all',
        text: 'Everybody whose role and team let them',
        hint: hasProtected
          ? 'There is a protected address here. Then nobody is shown it, not even the worker, unless the protection is taken off under People first.'
          : undefined,
      },
      { value: 'named', text: 'Only the people chosen below' },
    ],
  })}${checkboxes({
    ...said.several('named'),
    legend: { text: 'People who may see it', classes: 'govuk-fieldset__legend--s' },
    hint: 'Nobody else finds the family in any list or search, or can tell that it is here. Protected addresses are shown to these people only. Whoever else has it open loses it when you save.',
    items: candidates.map((user) => ({ value: user.user, text: user.name, hint: hint(user) })),
  })}${textarea({
    ...said.text('reason'),
    label: { text: 'Why?', classes: 'govuk-label--s' },
    hint: 'It stays in the family’s history with your name.',
    rows: 3,
  })}`
  return {
    title: 'Restrict a family',
    section: 'families',
    back: { href: paths.family(record.id), text: 'Back to the family' },
    problems: state.problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Restrict this family</h1>${formFrame(state, { questions, submit: 'Save' })}`,
  }
}
