import { suppliedBy } from '#casework/asking/supplied-by.ts'
import type { Lack } from '#engine/gates/gate-lacks.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { html } from '../components/html.ts'
import type { Part } from '../components/html.ts'
import { link } from '../components/link.ts'
import { eventTitle } from './event-title.ts'

/** The page on which an event is recorded; null where there is none for the reader. */
type PathOf = (type: string) => string | null

/** Links to what would put on record what is lacking. */
export type SupplyLinks = (lack: Lack) => Part

/** Leads from what is lacking to the pages that record it, any of which would do. */
export const supplyLinks =
  (procedure: Procedure, pathOf: PathOf): SupplyLinks =>
  (lack) => {
    const ways = suppliedBy(procedure, lack).flatMap((type) => {
      const href = pathOf(type)
      return href === null ? [] : [link({ href, text: eventTitle(type, procedure) })]
    })
    if (ways.length === 0) return null
    return html`<br><span class="app-supply">Record it: ${ways.map((way, i) => html`${i > 0 && ' or '}${way}`)}</span>`
  }
