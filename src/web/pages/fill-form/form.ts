import type { Actor } from '#casework/access/actor.ts'
import type { FormDesk } from '#casework/documents/form-desk.ts'
import type { HandingIn } from '#casework/documents/hand-in.ts'
import type { Deps } from '#casework/deps.ts'
import { ownDraft } from '../../forms/draft-tab.ts'
import { textOf } from '../../forms/field.ts'
import type { Sent, Typed } from '../../forms/typed.ts'
import { askedBeside } from '../../filling/asked-beside.ts'
import type { RecordAsked } from '../../filling/asked-beside.ts'
import { asksDay, readChange, readHandIn } from '../../filling/hand-in.ts'
import type { HandInRead } from '../../filling/hand-in.ts'
import { typedAnswers } from '../../filling/typed-answers.ts'
import { typedNow } from '../../recording/when-it-happened.ts'

/** What the page of a form is made from. */
export type FormFacts = { readonly desk: FormDesk; readonly asked: readonly RecordAsked[] }

export const formFacts = (shelf: Deps['shelf'], actor: Actor, desk: FormDesk): FormFacts => ({
  desk,
  asked: desk.of === null ? askedBeside(shelf, actor, desk) : [],
})

/** The name of a form's draft: of a new one, or of the changes to one that was handed in. */
export const draftName = ({ overview, form, of }: FormDesk): string =>
  ['form', overview.record.id, form.id, ...(of === null ? [] : [of.id])].join(':')

/** What stands in the form when it is opened; the present moment where handing in asks when it happened. */
export const opening = ({ desk }: FormFacts): Typed => {
  const { overview, form, begun, of } = desk
  const typed = typedAnswers(form, begun)
  if (of !== null) return { ...typed, seen: String(of.version) }
  const now = asksDay(desk) ? {} : typedNow(overview.now)
  return { ...typed, ...now, known: String(overview.record.events.length) }
}

export const readSent = ({ desk, asked }: FormFacts, typed: Typed): HandInRead =>
  desk.of === null ? readHandIn(desk, asked, typed) : readChange(desk, typed)

/** What is handed in, once nothing is in the way. */
export const handingOf = (
  { desk }: FormFacts,
  sent: Sent,
  { content, said, decidedBy }: HandInRead,
): HandingIn | null => {
  const { overview, form, of } = desk
  if (said === null) return null
  return {
    caseId: overview.record.id,
    key: sent.key,
    document: { kind: 'form', template: form.id, title: form.title, content },
    of: of === null ? null : { id: of.id, seen: Number(textOf(sent.typed, 'seen') || of.version) },
    said,
    decidedBy,
    known: Number(textOf(sent.typed, 'known') || overview.record.events.length),
    reason: overview.may.goPast ? textOf(sent.typed, 'go-past') || null : null,
    draft: ownDraft(sent, draftName(desk)),
  }
}
