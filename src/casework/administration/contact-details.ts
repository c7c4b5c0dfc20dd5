import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import { administer } from './administer.ts'
import type { Administered } from './administer.ts'
import { staff } from './staff.ts'
import type { Staff } from './staff.ts'
import type { ContactDetails, ServiceDetails } from './staff-ports.ts'

/** What stands of details, as a text to be compared. */
export const detailsSeen = (details: ContactDetails | ServiceDetails): string =>
  JSON.stringify(Object.entries(details).toSorted(([a], [b]) => a.localeCompare(b)))

/** Each detail that is another now, for the audit. */
export const detailsChanged = (before: ContactDetails, after: ContactDetails) => {
  const was = new Map<string, string | null>(Object.entries(before))
  return Object.entries(after)
    .filter(([field, value]) => was.get(field) !== value)
    .map(([field, value]) => ({ what: field, before: was.get(field) ?? null, after: value }))
}

/** What the service is called and how it is reached. Null where the reader may not say it. */
export const serviceDetails = async (
  deps: Deps,
  actor: Actor,
): Promise<{ readonly staff: Staff; readonly details: ServiceDetails } | null> => {
  const facts = may.manageService(actor) ? await staff(deps, actor) : null
  if (facts === null) return null
  return {
    staff: facts,
    details: await deps.store.look(actor.authority, (store) => store.serviceDetails()),
  }
}

export type ChangeServiceDetails = {
  readonly key: string
  /** How they stood when the page was opened, as detailsSeen writes it. */
  readonly seen: string
  readonly details: ServiceDetails
}

/** Says what the service is called and how it is reached: letters are filled in with it from then on. */
export const changeServiceDetails = (
  deps: Deps,
  actor: Actor,
  { key, seen, details }: ChangeServiceDetails,
): Promise<Administered> =>
  administer(deps, actor, { isAllowed: may.manageService(actor), key }, async ({ store, note }) => {
    const before = await store.serviceDetails()
    if (detailsSeen(before) !== seen) return { kind: 'changed-meanwhile' }
    await store.setServiceDetails(details)
    for (const changed of detailsChanged(before, details)) await note('changed the service details', changed)
    return { kind: 'done' }
  })
