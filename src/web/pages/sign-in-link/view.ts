import { generateURI } from 'otplib'
import type { LinkSeen } from '#casework/sign-in/look-at-link.ts'
import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { warningText } from '../../components/warning-text.ts'
import { plainForm } from '../../forms/plain-form.ts'
import type { FieldProblem } from '../../forms/read-fields.ts'
import type { Page } from '../../layout.ts'
import { paths } from '../../paths.ts'
import { codeInput, newPasswordInputs } from '../sign-in/questions.ts'
import { qrCode } from './qr-code.ts'

type Facts = {
  readonly seen: LinkSeen
  readonly token: string
  readonly csrf: string
  readonly problems: readonly FieldProblem[]
}

/** For a link that was used, or is past, or was never one: it says no more. */
export const deadLinkView = (): Page => ({
  title: 'This link does not work',
  body: html`<h1 class="govuk-heading-l">This link does not work</h1><p class="govuk-body">A link works once, and only for a time: an invitation for a week, one for a new password for an hour. A newer link makes the older one useless.</p><ul class="govuk-list govuk-list--bullet"><li>If you have chosen your password already, <a class="govuk-link" href="${paths.signIn}">sign in</a>.</li><li>If you have forgotten it, <a class="govuk-link" href="${paths.forgottenPassword}">ask for a new one</a>.</li><li>If it was an invitation, ask whoever sent it for another.</li></ul>`,
})

const intro = ({ kind, authorityName }: LinkSeen): Html =>
  kind === 'invitation'
    ? html`<p class="govuk-body">Welcome to Alongside at ${authorityName}. There are two steps: choose a password, then set up an app for codes.</p>`
    : html`<p class="govuk-body">Choose a new password for Alongside at ${authorityName}. You will be signed out wherever you are signed in.</p>`

export const choosePasswordView = ({ seen, token, csrf, problems }: Facts): Page => {
  const isFirst = seen.kind === 'invitation'
  return {
    title: 'Choose a password',
    problems,
    body: html`<h1 class="govuk-heading-l">Choose a password</h1>${intro(seen)}${plainForm({
      action: paths.signInLink(token),
      csrf,
      questions: [
        html`<p class="govuk-body">You sign in as <strong>${seen.user.email}</strong>.</p>`,
        newPasswordInputs(seen.user.email, problems),
      ],
      submit: isFirst ? 'Continue' : 'Change the password',
    })}`,
  }
}

const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

export const setUpCodesView = ({ seen, token, csrf, problems }: Facts, codeSecret: string): Page => {
  const issuer = `Alongside ${seen.authorityName}`
  const uri = generateURI({ issuer, label: seen.user.email, secret: codeSecret })
  return {
    title: 'Set up an app for codes',
    problems,
    body: html`<h1 class="govuk-heading-l">Set up an app for codes</h1><p class="govuk-body">Each time you sign in you are asked for a code as well as your password. An app shows it: Microsoft Authenticator, Google Authenticator, or a password manager that has codes.</p>
<ol class="govuk-list govuk-list--number"><li>Open the app on your phone and choose to add an account.</li><li>Point the camera at this square.</li><li>Type the code that the app then shows.</li></ol>
${qrCode(uri, 'The square for the app. Its text is below.')}
<p class="govuk-body">On the phone itself, <a class="govuk-link" href="${uri}">open the app from here</a>.</p>
<p class="govuk-body">Without a camera, type this key into the app:</p>${insetText({ text: html`<span class="app-secret">${inFours(codeSecret)}</span>` })}${plainForm(
      {
        action: paths.setUpCodes(token),
        csrf,
        questions: codeInput('The code that your app shows', problems),
        submit: 'Finish',
      },
    )}`,
  }
}

/**
 * Recovery codes, the one time that they are shown.
 *
 * @param before what is said first
 * @param next where to go on to
 */
export const recoveryCodesView = (codes: readonly string[], before: string, next: string): Page => ({
  title: 'Your recovery codes',
  body: html`<h1 class="govuk-heading-l">Keep your recovery codes</h1><p class="govuk-body">${before} If you are ever without your phone, one of these takes the place of the app’s code. Each works once.</p>${warningText(
    { text: 'They are shown now and never again. Print this page, or write them down.' },
  )}<ul class="app-recovery-codes">${codes.map((code) => html`<li class="app-secret">${code}</li>`)}</ul><p class="govuk-body">Keep them where you would find them without your phone, and where nobody else does.</p>${button({ text: 'I have kept them', href: next })}`,
})
