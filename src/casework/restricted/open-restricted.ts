import type { Instant } from '#calendar/instant.ts'
import { formatInstant, instantInWords } from '#calendar/instant.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import type { Changing } from '../ports.ts'
import type { OpenFamily } from './openings.ts'

/** So long is a restricted family open to somebody whom it does not name: over a night, until others are back. */
const lasts = 24 * 60 * 60_000

export type OpenRestricted = {
  readonly key: string
  /** The family's reference, exactly. */
  readonly reference: string
  readonly reason: string
}

/** What became of it. There being no such family, and its not being theirs to open, are the same from outside. */
export type Opened =
  | { readonly kind: 'open'; readonly caseId: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-allowed' }

/** Those whom the case names, and the service managers, each once, without whoever opened it. */
const told = async (store: Changing, actor: Actor, one: CaseRecord): Promise<readonly string[]> => {
  const heads = (await store.usersHolding(['service-manager'])).filter(({ active }) => active)
  const all = new Set([...(one.restrictedTo ?? []), ...heads.map(({ user }) => user)])
  return [...all].filter((user) => user !== actor.user)
}

const openFor = async (
  store: Changing,
  actor: Actor,
  one: CaseRecord,
  now: Instant,
  reason: string,
): Promise<void> => {
  const until = (now + lasts) as Instant
  await store.openRestricted(one.id, { user: actor.user, at: now, until, reason })
  await store.audit({
    at: now,
    user: actor.user,
    act: 'opened the restricted family',
    caseId: one.id,
    detail: { until: formatInstant(until), reason },
  })
  for (const user of await told(store, actor, one))
    await store.send({
      kind: 'notice',
      to: { kind: 'user', user },
      // A message about the family would be hidden from those whom it does not name.
      caseId: one.restrictedTo?.includes(user) === true ? one.id : null,
      subject: 'A restricted family was opened',
      body: `${one.reference}: ${actor.name} opened this family’s record. It is open to them until ${instantInWords(until)}. The reason stands on the record.`,
    })
}

/**
 * Opens a restricted family to a manager whom it does not name, for 24 hours and with a reason. Those whom it names and the
 * service managers are told. A try that finds nothing stands in the audit too: whoever tries one reference after another is
 * seen to.
 */
export const openRestricted = (deps: Deps, actor: Actor, asked: OpenRestricted): Promise<Opened> =>
  deps.store.change(actor.authority, async (store): Promise<Opened> => {
    if (!may.askForRestricted(actor)) return { kind: 'not-allowed' }
    const key = `open to ${actor.user}: ${asked.key}`
    const before = await store.resultOf(key)
    if (before !== null) return { kind: 'open', caseId: before }
    const id = await store.caseCalled(asked.reference)
    const one = id === null ? null : await store.lockCase(id)
    if (one !== null && may.seeCase(actor, one)) return { kind: 'open', caseId: one.id }
    const now = deps.clock.now()
    if (one === null || !may.openRestricted(actor, one)) {
      const act = 'tried to open a restricted family'
      // About no case, and so read by those who see none: what was typed may be about a family.
      await store.audit({ at: now, user: actor.user, act, caseId: null, detail: {} })
      return { kind: 'none' }
    }
    await openFor(store, actor, one, now, asked.reason)
    await store.keepResult(key, one.id)
    return { kind: 'open', caseId: one.id }
  })

/** The restricted families that somebody has open now; null for who may ask for none. */
export const openToReader = (deps: Deps, actor: Actor): Promise<readonly OpenFamily[] | null> =>
  deps.store.look(actor.authority, async (store) => {
    if (!may.askForRestricted(actor)) return null
    const open = await store.openTo(actor.user)
    const cases = await store.guardedCases(open.map(({ caseId }) => caseId))
    // Whoever has left the team meanwhile has it open no longer.
    const seen = cases.filter((one) =>
      may.seeCase(actor, { ...one, authority: actor.authority, openings: [actor] }),
    )
    return open.filter(({ caseId }) => seen.some(({ id }) => id === caseId))
  })
