import type { Instant } from '#calendar/instant.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseRecord, StoredEvent } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { versionOf } from '../deps.ts'
import { may } from '../access/may.ts'
import { recordLocked } from '../recording/record.ts'
import type { Recorded } from '../recording/recording.ts'
import { signaturesOf, unsignedIn } from './signatures.ts'
import { signersOf, signsAs } from './unsigned-lines.ts'

export type Signing = {
  readonly caseId: string
  readonly key: string
  readonly document: string
  /** The version that was read, and the line of it that is signed. */
  readonly version: number
  readonly field: string
  /** Somebody else who signed on paper, and when; null for whoever is signed in. */
  readonly onPaper: { readonly name: string; readonly at: Instant } | null
}

/** What became of it. Everything but `recorded` has changed nothing. */
export type Signed =
  | Recorded
  /** Another version has been handed in since the form was read. */
  | { readonly kind: 'changed-meanwhile' }
  /** Somebody has signed this line of this version already. */
  | { readonly kind: 'signed-already' }
  /** The line is for somebody else to sign. */
  | { readonly kind: 'not-theirs' }

/** What the form writes up, as a rule about its signatures names it: the meeting it says, or the last one before it. */
const meetingOf = (event: StoredEvent, one: CaseRecord, now: Instant): string | undefined => {
  const { of } = event.data
  if (typeof of === 'string') return of
  const held = `${event.type.split('.')[0]}.held`
  return happenedBy(one.events, now)
    .toSorted((a, b) => a.at - b.at)
    .findLast(({ type, at }) => type === held && at <= event.at)?.id
}

/**
 * Signs a line of a form as it stands in one version. Whoever signs for themselves does so by what the procedure calls it,
 * such as supervision.signed, in the role whose line it is, and only where they fill it; what others have signed on paper is only written down.
 */
export const signDocument = (deps: Deps, actor: Actor, signing: Signing): Promise<Signed> =>
  deps.store.change(actor.authority, async (store): Promise<Signed> => {
    const { caseId, key, document: id, version, field, onPaper } = signing
    const one = await store.lockCase(caseId)
    if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
    const document = await store.document(caseId, id)
    if (document?.content.kind !== 'form') return { kind: 'no-such-case' }
    if (!may.record(actor, one)) return { kind: 'not-allowed' }
    const before = await store.resultOf(key)
    if (before !== null) return JSON.parse(before) as Recorded
    if (document.version !== version) return { kind: 'changed-meanwhile' }
    const now = deps.clock.now()
    const { forms, procedure } = versionOf(deps.shelf, one)
    const form = forms.find((known) => known.id === document.template)
    const open = unsignedIn(document, signaturesOf(one, id, now), form)
    if (!open.some((line) => line.id === field)) return { kind: 'signed-already' }
    const by = signersOf(form, field)
    const inRole = onPaper === null ? signsAs(by, actor, one, procedure) : null
    if (inRole === undefined) return { kind: 'not-theirs' }
    const first = (await store.documentsOf(caseId)).find((line) => line.id === id)
    const event = one.events.find((known) => known.id === first?.event)
    const own = `${event?.type.split('.')[0]}.signed`
    const hasOwn = onPaper === null && procedure.events[own]?.['signature'] !== undefined
    const name = onPaper?.name ?? actor.name
    const method = onPaper === null ? 'signed-in' : 'on-paper'
    const of = hasOwn && event !== undefined ? meetingOf(event, one, now) : undefined
    const data = {
      document: id,
      signature: field,
      name,
      version,
      method,
      ...(of === undefined ? {} : { of }),
    }
    const said = [{ type: hasOwn ? own : 'document.signed', at: onPaper?.at ?? now, data }]
    return recordLocked(deps, store, actor, one, { caseId, key, said, reason: null, inRole })
  })
