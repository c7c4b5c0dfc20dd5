import { addDays } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { NewEvent } from '#casework/case/case-record.ts'
import { unsignedIn } from '#casework/documents/signatures.ts'
import { signersOf } from '#casework/documents/unsigned-lines.ts'
import { isChild } from '#engine/case-event.ts'
import type { Form } from '#procedure/rules/form.ts'
import { inOffice } from '#engine/plausible/office-time.ts'
import type { Around, Papers } from './hand-in-forms.ts'

type Signer = {
  readonly name: string
  readonly user: string
  readonly role: string | null
  readonly isHere: boolean
}

/** Whoever a line is for, as the form says: the family on paper, the worker or a manager here; nobody for other lines. */
const signerFor = (by: readonly string[], worker: string, around: Around): Signer | null => {
  const { people, returning, leading, manager } = around
  if (by.includes('family')) {
    const adult = people.find((person) => person.member && !isChild(person))
    return adult === undefined ? null : { name: adult.name, user: worker, role: leading, isHere: false }
  }
  if (leading !== null && by.includes(leading))
    return { name: around.worker, user: worker, role: leading, isHere: true }
  const isManagers = returning?.role != null && by.includes(returning.role)
  return isManagers ? { ...returning, name: manager, isHere: true } : null
}

/** How many of the lines for a signature are signed. */
const mostly = 0.6

/**
 * Signs most of the forms, each as it stands in its last version. Those of supervision are left: what is due rests on their
 * signatures.
 */
export const signForms = (
  { events: known, documents }: Papers,
  forms: readonly Form[],
  worker: string,
  around: Around,
  until: Instant,
): Papers => {
  const latest = [...new Map(documents.map((document) => [document.id, document])).values()]
  const signed = latest
    .filter(({ template }) => !template.startsWith('supervision'))
    .flatMap((document) => {
      const form = forms.find(({ id }) => id === document.template)
      return unsignedIn(document, [], form).flatMap((line): readonly NewEvent[] => {
        const signer = signerFor(signersOf(form, line.id), worker, around)
        const at = inOffice(around.calendar, addDays(dayOf(document.writtenAt), 1), around.chance)
        if (signer === null || at >= until || !around.chance.share(mostly)) return []
        const { name, user, role, isHere } = signer
        const data = {
          document: document.id,
          signature: line.id,
          name,
          version: document.version,
          method: isHere ? 'signed-in' : 'on-paper',
        }
        const by = { role, id: user }
        return [{ type: 'document.signed', at, recorded: at, by, data, override: null, writtenBy: user }]
      })
    })
  return { events: [...known, ...signed], documents }
}
