import type { MySignIn } from '#casework/sign-in/my-sign-in.ts'
import { counted } from '#procedure/in-words.ts'
import { html } from '../../components/html.ts'
import type { SummaryRow } from '../../components/summary-list.ts'
import { summaryList } from '../../components/summary-list.ts'
import { plainForm } from '../../forms/plain-form.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { codeInput, newPasswordInputs, passwordInput } from '../sign-in/questions.ts'

const back = { href: paths.account, text: 'Back to how you sign in' }

const changed = (key: string, value: string, href: string, what: string): SummaryRow => ({
  key,
  value,
  actions: [{ href, text: 'Change', visuallyHiddenText: what }],
})

const rowsFor = ({ email, recoveryCodesLeft }: MySignIn): readonly SummaryRow[] =>
  recoveryCodesLeft === null
    ? [
        { key: 'Email address', value: email },
        { key: 'You sign in with', value: 'your work account' },
      ]
    : [
        { key: 'Email address', value: email },
        changed('Password', 'Chosen by you', paths.changePassword, 'your password'),
        changed(
          'Recovery codes',
          `${counted(recoveryCodesLeft, 'code')} left`,
          paths.newRecoveryCodes,
          'your recovery codes',
        ),
      ]

/** How somebody signs in, and what of it they can change. */
export const accountView = (mine: MySignIn): Page => ({
  title: 'How you sign in',
  body: html`<h1 class="govuk-heading-l">How you sign in</h1>${summaryList({ rows: rowsFor(mine) })}<p class="govuk-body">${
    mine.recoveryCodesLeft === null
      ? 'What is to be changed about your work account is changed where you got it.'
      : 'For another email address, or to set up the app on another phone, ask whoever looks after Alongside where you work. With a new invitation you set up the app once more.'
  }</p>`,
})

type Facts = { readonly csrf: string; readonly email: string; readonly problems: readonly FieldProblem[] }

export const changePasswordView = ({ csrf, email, problems }: Facts): Page => ({
  title: 'Change your password',
  back,
  problems,
  body: html`<h1 class="govuk-heading-l">Change your password</h1><p class="govuk-body">You stay signed in here, and are signed out everywhere else.</p>${plainForm(
    {
      action: paths.changePassword,
      csrf,
      questions: [
        passwordInput('current', 'The password that you have', problems),
        newPasswordInputs(email, problems),
      ],
      submit: 'Change the password',
    },
  )}`,
})

export const newRecoveryCodesView = ({ csrf, problems }: Omit<Facts, 'email'>): Page => ({
  title: 'New recovery codes',
  back,
  problems,
  body: html`<h1 class="govuk-heading-l">New recovery codes</h1><p class="govuk-body">You get ten new ones. Those that you have now stop working.</p>${plainForm(
    {
      action: paths.newRecoveryCodes,
      csrf,
      questions: codeInput('The code that your app shows', problems),
      submit: 'Make new codes',
    },
  )}`,
})
