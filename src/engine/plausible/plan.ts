import type { Day } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { DataValue } from '../case-event.ts'
import { draftOf } from './draft.ts'
import type { Draft, Making, Planned } from './making.ts'
import { inOffice } from './office-time.ts'

const nobody = (): boolean => false
const nothing = (): void => undefined

/** Adds something to happen on a day. */
export const plan = (
  making: Making,
  at: Instant,
  draft: Planned['draft'],
  afterwards: Planned['afterwards'] = nothing,
  doneBy: Planned['doneBy'] = nobody,
): void => {
  making.plans.push({ type: null, at, draft, afterwards, doneBy, unsure: false })
}

export const onDay = ({ calendar, chance }: Making, day: Day): Instant => inOffice(calendar, day, chance)

/** An event of a type as it is usually written. */
export const simple =
  (making: Making, type: string, role: string, more: { readonly [field: string]: DataValue } = {}) =>
  (at: Instant): Draft => {
    const draft = draftOf(type, role, making, dayOf(at), making.leaving)
    return { ...draft, data: { ...draft.data, ...more } }
  }
