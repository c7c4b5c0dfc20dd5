import { longDayInWords } from '#calendar/day-in-words.ts'
import { addDays, formatDay, weekdayOf } from '#calendar/day.ts'
import type { DutyRota } from '#casework/administration/duty-rota.ts'
import { adminPage } from '../../administration/admin-page.ts'
import { html } from '../../components/html.ts'
import type { Part } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { textOf } from '../../forms/field.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { asBase, baseName } from '../../forms/own-changes.ts'
import { saidIn } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'
import type { Page } from '../../layout.ts'

export const dutyControl = (day: DutyRota['days'][number]['day']): string => `duty-${formatDay(day)}`

/** What stands in the form when it is opened. */
export const openingDuty = ({ days }: DutyRota): Typed => {
  const typed = Object.fromEntries(days.map(({ day, user }) => [dutyControl(day), user ?? '']))
  return { ...typed, [baseName]: asBase(typed) }
}

const answersFor = ({ managers, users }: DutyRota, user: string | null) => {
  const gone = user !== null && !managers.some((one) => one.user === user)
  const more = gone ? [{ value: user, text: `${users.get(user)?.name ?? 'Somebody'} (may no longer)` }] : []
  return [
    { value: '', text: 'Nobody' },
    ...managers.map((one) => ({ value: one.user, text: one.name })),
    ...more,
  ]
}

/** Who is on duty on the coming working days. */
export const dutyView = (rota: DutyRota, state: FormState): Page => {
  const said = saidIn(state.typed, state.problems)
  const weeks = Map.groupBy(rota.days, ({ day }) => addDays(day, 1 - weekdayOf(day)))
  const body: Part = [...weeks.values()].map(
    (days) =>
      html`<div class="app-week">${days.map(({ day, user }) =>
        select({
          ...said.choice(dutyControl(day)),
          label: longDayInWords(day).replace(/ \d{4}$/, ''),
          items: answersFor(rota, user),
        }),
      )}</div>`,
  )
  return {
    ...adminPage(
      { hasDuty: true },
      'duty',
      'Duty rota',
      html`<p class="govuk-body">Who answers for referrals and discussions on each of the coming working days. It stands on the page of referrals on that day.</p>${formFrame(
        state,
        {
          questions: html`<input type="hidden" name="${baseName}" value="${textOf(state.typed, baseName)}">${body}`,
          submit: 'Save the rota',
        },
      )}`,
    ),
    problems: state.problems,
  }
}
