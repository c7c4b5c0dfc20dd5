import type { CaseOverview } from '#casework/case/case-overview.ts'
import { becauseOf } from '#engine/because/because.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import type { Movable } from './form.ts'

const present = (all: readonly Movable[], { procedure, calendar }: CaseOverview): Part =>
  all.map(({ text, obligation }) =>
    insetText({
      text: html`<p class="govuk-body"><strong>${text}</strong></p><p class="govuk-body">${becauseOf(obligation, procedure, calendar)} <span class="app-quiet">(${obligation.clock.clause})</span></p>`,
    }),
  )

/** The page on which a manager moves a date, with a reason. */
export const moveDateView = (overview: CaseOverview, all: readonly Movable[], state: FormState): Page => {
  const { record } = overview
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const clock = all[0]?.obligation
  const questions = html`<span id="gate"></span><input type="hidden" name="known" value="${textOf(typed, 'known')}">${
    all.length > 1 &&
    radios({
      ...said.choice('which'),
      legend: 'Which date do you want to move?',
      items: all.map(({ value, text }) => ({ value, text })),
    })
  }${dateInput({ ...said.date('due'), legend: 'New date' })}${
    clock?.counts === 'hours' &&
    input({
      ...said.text('due-time'),
      label: 'Time',
      hint: 'For example, 2:30pm',
      classes: 'govuk-input--width-5',
    })
  }${textarea({
    ...said.text('reason'),
    label: 'Why is it moved?',
    hint: 'It stays on record with your name, and so does the first date.',
    rows: 4,
  })}`
  return {
    title: 'Move a date',
    section: 'families',
    back: { href: paths.family(record.id), text: 'Back to the family' },
    problems,
    body: html`<span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">Move the date: ${clock?.clock.title}</h1>${present(all, overview)}${formFrame(state, { questions, submit: 'Move the date' })}`,
  }
}
