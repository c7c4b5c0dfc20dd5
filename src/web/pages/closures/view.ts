import { longDayInWords } from '#calendar/day-in-words.ts'
import { formatDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import type { ClosureDays } from '#casework/administration/staff.ts'
import type { Closure } from '#casework/administration/staff-ports.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { dateInput } from '../../components/date-input.ts'
import { details } from '../../components/details.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { formFrame, hiddenFields } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'

const item = ({ day, name }: Closure, state: FormState): Html =>
  html`<li class="app-closure"><span><strong>${longDayInWords(day)}</strong>: ${name}</span><form method="post" action="${paths.removeClosure(formatDay(day))}" novalidate>${hiddenFields({ ...state, form: null })}<button type="submit" class="app-link-button">Open after all<span class="govuk-visually-hidden">: ${longDayInWords(day)}</span></button></form></li>`

const list = (closures: readonly Closure[], state: FormState): Part =>
  html`<ul class="govuk-list">${closures.map((one) => item(one, state))}</ul>`

/** The days on which the authority is closed, and a form for another. */
export const closuresView = (facts: ClosureDays, today: Day, state: FormState): Page => {
  const { closures, isUpToDate } = facts
  const said = saidIn(state.typed, state.problems)
  const past = closures.filter(({ day }) => day < today)
  const coming = closures.filter(({ day }) => day >= today)
  return {
    ...adminPage(
      facts,
      'closures',
      'Closure days',
      html`<p class="govuk-body">No working day is counted on a day on which the authority is closed. Weekends and the bank holidays of England and Wales are known already.</p>${
        !isUpToDate &&
        insetText({
          text: 'What is due is being worked out again with the days below. Until that is done, some lists show dates as they were.',
        })
      }${coming.length === 0 ? html`<p class="govuk-body">No closure day lies ahead.</p>` : list(coming, state)}${
        past.length > 0 &&
        details({ summary: 'Closure days that are over', text: list(past.toReversed(), state) })
      }<h3 class="govuk-heading-s">Add a closure day</h3>${formFrame(state, {
        questions: html`${dateInput({ ...said.date('day'), legend: 'Which day?' })}${input({
          ...said.text('name'),
          label: 'What it is called',
          hint: 'For example, “Staff day”. It stands beside the dates that it moves.',
          classes: 'govuk-!-width-one-half',
        })}`,
        submit: 'Add the day',
      })}`,
    ),
    problems: state.problems,
  }
}
