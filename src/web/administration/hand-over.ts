import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Handing, Invitation, Invited } from '#casework/administration/invite-user.ts'
import { button } from '../components/button.ts'
import { html } from '../components/html.ts'
import { warningText } from '../components/warning-text.ts'
import type { Page } from '../layout.ts'
import { paths } from '../paths.ts'
import { leadTo, show, tell } from '../show.ts'
import { timeInWords } from '../time-in-words.ts'
import type { WebDeps } from '../web-deps.ts'

/** By mail where the service sends any. */
export const handingIn = ({ signIn }: Pick<WebDeps, 'signIn'>): Handing =>
  signIn.letters ? 'by mail' : 'by hand'

/** The way in of somebody, for whoever invited them: shown with the answer and never again. */
const handOverView = (name: string, { link, until }: Invitation): Page => ({
  title: 'The way in',
  section: 'administration',
  back: { href: paths.users, text: 'Back to users' },
  body: html`<h1 class="govuk-heading-l">Hand over the way in</h1><p class="govuk-body">This service sends no email. ${name} signs in for the first time at this address:</p><p class="app-secret">${link}</p>${
    until === null
      ? html`<p class="govuk-body">They sign in there with their work account.</p>`
      : html`${warningText({
          text: html`Whoever opens this address can sign in as ${name}. Give it to them and to nobody else, best in person.`,
        })}<p class="govuk-body">It works once, until ${timeInWords(until)}. It is shown now and never again. If it gets lost, make a new one on their page: this one is of no use then. That you were shown it is on record.</p>`
  }${button({ text: 'I have handed it over', href: paths.users })}`,
})

type Inviting = {
  readonly result: Extract<Invited, { readonly kind: 'invited' | 'invited-before' }>
  readonly handing: Handing
  /** What is said where it went by mail, and where nobody is sent one. */
  readonly sent: string
  readonly added: string
  readonly next: string
}

/** Answers once somebody is invited: by hand with the way in itself, else with what was done. */
export const answerInvited = (
  request: FastifyRequest,
  reply: FastifyReply,
  { result, handing, sent, added, next }: Inviting,
): FastifyReply => {
  if (result.kind === 'invited-before') {
    tell(
      reply,
      handing === 'by mail'
        ? sent
        : 'They were invited before. If you did not see their way in, make a new one here.',
    )
    return leadTo(reply, handing === 'by mail' ? next : paths.user(result.user.user))
  }
  const { user, invitation } = result
  if (invitation !== null && handing === 'by hand')
    return show(request, reply, handOverView(user.name, invitation))
  tell(reply, invitation === null ? added : sent)
  return leadTo(reply, next)
}
