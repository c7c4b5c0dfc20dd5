import type { AuthorityToEnter } from '#casework/sign-in/sessions.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import { saidIn } from '../../forms/said.ts'
import type { Typed } from '../../forms/typed.ts'

/** Where somebody works: asked where there is more than one authority. */
export const authoritySelect = (
  enter: readonly AuthorityToEnter[],
  typed: Typed,
  problems: readonly FieldProblem[],
): Part =>
  enter.length > 1 &&
  select({
    ...saidIn(typed, problems).choice('authority'),
    label: 'Where do you work?',
    items: [{ value: '', text: 'Choose' }, ...enter.map(({ slug, name }) => ({ value: slug, text: name }))],
  })

export const emailInput = (typed: Typed, problems: readonly FieldProblem[]): Html =>
  input({
    ...saidIn(typed, problems).text('email'),
    label: 'Email address',
    type: 'email',
    autocomplete: 'username',
    spellcheck: false,
    attributes: { maxlength: 254 },
  })

/** A password that somebody has. It is on no page that we send. */
export const passwordInput = (name: string, label: string, problems: readonly FieldProblem[]): Html =>
  input({
    ...saidIn({}, problems).text(name),
    label,
    type: 'password',
    autocomplete: 'current-password',
    spellcheck: false,
  })

/** A password to be chosen, twice; with the address beside it, for the browser that keeps the two together. */
export const newPasswordInputs = (email: string, problems: readonly FieldProblem[]): Part => {
  const said = saidIn({}, problems)
  const kind = { type: 'password', autocomplete: 'new-password', spellcheck: false }
  return [
    html`<input type="text" name="username" value="${email}" autocomplete="username" readonly hidden>`,
    input({
      ...said.text('password'),
      ...kind,
      label: 'New password',
      hint: 'At least 12 characters. Three random words are good.',
    }),
    input({ ...said.text('again'), ...kind, label: 'The same new password again' }),
  ]
}

/** The code that an app shows. */
export const codeInput = (label: string, problems: readonly FieldProblem[]): Html =>
  input({
    ...saidIn({}, problems).text('code'),
    label,
    hint: 'Six digits. It changes every half minute.',
    classes: 'govuk-input--width-10 govuk-input--extra-letter-spacing',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
  })
