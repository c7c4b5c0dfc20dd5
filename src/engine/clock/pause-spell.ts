import type { Instant } from '#calendar/instant.ts'

/** A time during which a clock stood still, or ran on unseen; open while `until` is null. */
export type PauseSpell = {
  readonly from: Instant
  readonly until: Instant | null
  readonly standsStill: boolean
}
