import type { LookedAt } from '#casework/case/look-at-case.ts'
import { listed } from '#procedure/in-words.ts'
import { html } from '../components/html.ts'
import type { Part } from '../components/html.ts'
import { insetText } from '../components/inset-text.ts'
import { link } from '../components/link.ts'
import { paths } from '../paths.ts'
import { timeInWords } from '../time-in-words.ts'

export type Restrictable = {
  readonly record: Pick<LookedAt['record'], 'id' | 'restrictedTo' | 'openings'>
  readonly users: LookedAt['users']
  readonly may: Pick<LookedAt['may'], 'restrict'>
}

/** On every page of a restricted family: whom it names, and who else has it open, until when and why. */
export const restrictedNote = ({ record, users, may }: Restrictable): Part => {
  const { id, restrictedTo, openings } = record
  if (restrictedTo === null) return null
  const name = (user: string): string => users.get(user)?.name ?? 'somebody who has left'
  return insetText({
    classes: 'app-restricted',
    text: html`<p class="govuk-body">Only ${listed(restrictedTo.map(name))} may see this family. ${
      may.restrict && link({ href: paths.restriction(id), text: 'Change who may see it' })
    }</p>${openings.map(
      ({ user, at, until, reason }) =>
        html`<p class="govuk-body"><strong>Opened by ${name(user)}</strong> on ${timeInWords(at)}, until ${timeInWords(until)}. The reason: ${reason}</p>`,
    )}`,
  })
}
