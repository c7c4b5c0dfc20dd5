import type { ReferralDesk } from '#casework/referrals/referral-desk.ts'
import { waysIn } from '#casework/referrals/ways-in.ts'
import type { WayIn } from '#casework/referrals/ways-in.ts'
import { dateInput } from '../../components/date-input.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { formFrame } from '../../forms/form-frame.ts'
import type { FormState } from '../../forms/form-state.ts'
import { saidIn } from '../../forms/said.ts'
import type { Said } from '../../forms/said.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { drawQuestion } from '../../recording/draw-question.ts'
import { sendOnEnter } from '../../recording/rows.ts'
import { drawWhen } from '../../recording/when-it-happened.ts'
import { referralQuestions } from './form.ts'
import { drawPeople } from './people-rows.ts'

/** The questions stand once: under the way in that is a step-down, or after the ways where there are several. */
const stepDownQuestions = (said: Said): Html =>
  html`${radios({
    ...said.choice('f-plan'),
    legend: 'Is there a clear plan from a completed assessment?',
    classes: 'govuk-radios--inline',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })}${input({
    ...said.text('lead-preferred'),
    label: 'Whom would the family like as lead?',
    hint: 'Leave it empty when they have not been asked.',
  })}${dateInput({ ...said.date('meeting-booked'), legend: 'When is the child in need meeting booked?' })}`

const drawWays = (ways: readonly WayIn[], said: Said): Part => {
  if (ways.length === 0) return null
  const downs = ways.filter(({ stepDown }) => stepDown)
  const inside = downs.length === 1
  const asked = radios({
    ...said.choice('f-route'),
    legend: { text: 'How did the family come to us?', classes: 'govuk-fieldset__legend--m' },
    items: ways.map(({ value, title, stepDown }) => ({
      value,
      text: title,
      conditional: inside && stepDown ? stepDownQuestions(said) : undefined,
    })),
  })
  const after =
    downs.length > 1 &&
    html`<fieldset class="govuk-fieldset app-child"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">When the family steps down from social care</legend>${stepDownQuestions(said)}</fieldset>`
  return [asked, after]
}

/** The page on which a referral is taken in. */
export const newReferralView = (desk: ReferralDesk, state: FormState): Page => {
  const { typed, problems } = state
  const said = saidIn(typed, problems)
  const drawing = { said, typed, seen: null }
  const questions = html`${sendOnEnter}${input({ ...said.text('family'), label: { text: 'What do you call the family?', classes: 'govuk-label--m' }, hint: 'Usually the surname.', classes: 'govuk-!-width-two-thirds', autocomplete: 'off' })}${drawPeople(typed, said)}${drawWays(waysIn(desk.procedure), said)}<h2 class="govuk-heading-m">The referral</h2>${drawWhen(said, 'When did it arrive?')}${referralQuestions(desk).map((question) => drawQuestion(question, drawing))}${
    desk.teams.length > 0 &&
    select({
      ...said.choice('team'),
      label: 'Which team is it for?',
      items: [
        { value: '', text: 'Not known yet' },
        ...desk.teams.map(({ id, name }) => ({ value: id, text: name })),
      ],
    })
  }`
  return {
    title: 'Take in a referral',
    section: 'referrals',
    back: { href: paths.referrals, text: 'Back to referrals' },
    problems,
    body: html`<h1 class="govuk-heading-l">Take in a referral</h1><p class="govuk-body">It begins a record for the family under ${desk.procedure.title}. What is then due, and by when, follows from it.</p>${formFrame(state, { questions, submit: 'Take in this referral' })}`,
  }
}
