import type { Instant } from '#calendar/instant.ts'
import type { Data } from '#engine/case-event.ts'
import type { Actor } from '../access/actor.ts'
import type { CaseRecord } from '../case/case-record.ts'
import type { Deps } from '../deps.ts'
import { may } from '../access/may.ts'
import { recordLocked } from '../recording/record.ts'
import type { Overtaken, Recorded, Said } from '../recording/recording.ts'
import { asResult, Undone } from '../recording/undone.ts'

export type Allocate = {
  readonly caseId: string
  readonly key: string
  readonly at: Instant
  readonly worker: string
  readonly team: string | null
  /** Who worked with the family when the page was opened; left out by whoever has not looked. */
  readonly was?: string | null
  /** The other data of `case.allocated`: direction, points, whether an assessment is required. */
  readonly data: Data
  readonly reason: string | null
}

/** Whoever is given a restricted family is named from then on: they could not see it otherwise. */
const named = ({ restrictedTo }: CaseRecord, worker: string): Pick<Partial<CaseRecord>, 'restrictedTo'> =>
  restrictedTo === null || restrictedTo.includes(worker) ? {} : { restrictedTo: [...restrictedTo, worker] }

const gives: ReadonlySet<string> = new Set(['case.allocated', 'case.transferred'])

const change = (
  deps: Deps,
  actor: Actor,
  asked: Omit<Allocate, 'at' | 'data'>,
  saidOf: (one: CaseRecord) => Said,
): Promise<Recorded | Overtaken> =>
  deps.store
    .change(actor.authority, async (store): Promise<Recorded | Overtaken> => {
      const one = await store.lockCase(asked.caseId)
      const before = await store.resultOf(asked.key)
      if (before !== null) return JSON.parse(before) as Recorded
      if (one === null || !may.seeCase(actor, one)) return { kind: 'no-such-case' }
      if (!may.allocate(actor, one) || (asked.reason !== null && !may.goPast(actor, one)))
        return { kind: 'not-allowed' }
      const event = one.events.findLast(({ type }) => gives.has(type))
      if (asked.was !== undefined && asked.was !== one.worker && event !== undefined)
        return { kind: 'overtaken', event }
      const worker = await store.user(asked.worker)
      const team = asked.team ?? one.team
      if (worker === null || !worker.active || !may.workIn(worker, team)) return { kind: 'not-allowed' }
      await store.setCase(one.id, { worker: asked.worker, team, ...named(one, asked.worker) })
      const said = [saidOf(one)]
      const result = await recordLocked(deps, store, actor, one, { ...asked, said })
      if (result.kind !== 'recorded') throw new Undone(result)
      return result
    })
    .catch(asResult)

/** Gives a family to a worker, with direction; from then on the worker's list carries what is due. */
export const allocate = (deps: Deps, actor: Actor, asked: Allocate): Promise<Recorded | Overtaken> =>
  change(deps, actor, asked, () => ({
    type: 'case.allocated',
    at: asked.at,
    data: { ...asked.data, worker: asked.worker },
  }))

/** Gives a family to another worker; the lead and everything that is due move along. */
export const transfer = (deps: Deps, actor: Actor, asked: Allocate): Promise<Recorded | Overtaken> =>
  change(deps, actor, asked, (one) => ({
    type: 'case.transferred',
    at: asked.at,
    data: { ...asked.data, to: asked.worker, ...(one.worker === null ? {} : { from: one.worker }) },
  }))
