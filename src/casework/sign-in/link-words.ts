import { instantInWords } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { Outgoing } from '../messages/message.ts'

type Facts = {
  readonly user: string
  readonly name: string
  readonly authority: string
  readonly link: string
}

type Limited = Facts & { readonly until: Instant }

type Letter = Pick<Outgoing, 'kind' | 'to' | 'caseId' | 'subject' | 'body'>

const letter = ({ user, name }: Facts, subject: string, lines: readonly string[]): Letter => ({
  kind: 'account',
  to: { kind: 'user', user },
  caseId: null,
  subject,
  body: [`Dear ${name},`, ...lines].join('\n\n'),
})

/** What an invited person is sent. */
export const invitationLetter = (facts: Limited): Letter =>
  letter(facts, 'Your way in to Alongside', [
    `${facts.authority} has set up Alongside for you: the record of the work with families, and of what is due.`,
    'Open this link to choose a password and to set up an app for the codes that are asked for as well. An app such as Microsoft Authenticator, Google Authenticator or a password manager will do.',
    facts.link,
    `It works once, until ${instantInWords(facts.until)}. It is for you alone: pass it on to nobody.`,
    'If you did not expect this, you can leave it: nothing happens unless the link is opened.',
  ])

/** What an invited person is sent where people sign in by work accounts alone. */
export const workAccountLetter = (facts: Facts): Letter =>
  letter(facts, 'Your way in to Alongside', [
    `${facts.authority} has set up Alongside for you: the record of the work with families, and of what is due.`,
    'Sign in with your work account:',
    facts.link,
  ])

/** What somebody is sent who has forgotten their password. */
export const passwordLetter = (facts: Limited): Letter =>
  letter(facts, 'A new password for Alongside', [
    `Somebody asked for a new password for you at ${facts.authority}. If it was you, open this link to choose one:`,
    facts.link,
    `It works once, until ${instantInWords(facts.until)}.`,
    'If it was not you, you can leave it: your password stays as it is. Should it happen again, tell whoever looks after Alongside where you work.',
  ])
