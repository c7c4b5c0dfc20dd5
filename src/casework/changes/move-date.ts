import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { meanwhile } from '../recording/meanwhile.ts'
import { recordUnless } from '../recording/record.ts'
import type { Overtaken, Recorded, Recording } from '../recording/recording.ts'

/** Of a rule's date that is moved, and how many events whoever moves it has seen. */
export type MoveDate = Recording & { readonly rule: string; readonly known: number }

/** Moves the date of a rule, with a reason; unless somebody else has moved it since it was looked at. */
export const moveDate = (deps: Deps, actor: Actor, asked: MoveDate): Promise<Recorded | Overtaken> =>
  recordUnless(
    deps,
    actor,
    asked,
    (one) =>
      meanwhile(one, asked.known).find(
        ({ type, data }) => type === 'clock.moved' && data['rule'] === asked.rule,
      ) ?? null,
  )
