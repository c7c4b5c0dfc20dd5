import type { Actor } from '../access/actor.ts'
import type { Deps } from '../deps.ts'
import { seesLine, usersIn } from './who-sees.ts'

/**
 * Has a message that failed sent again, to whoever holds the role by now where it is for a role. False where there is no
 * such message, the person may not see it, or it holds a key: somebody who lost one is given a new one.
 */
export const tryAgain = (deps: Deps, actor: Actor, id: string): Promise<boolean> =>
  deps.store.change(actor.authority, async (store) => {
    const message = await store.message(id)
    if (message === null || message.kind === 'account') return false
    if (!seesLine(actor, message, await usersIn(store, [message]))) return false
    if (message.state !== 'failed') return true
    await store.retryMessage(id)
    await store.audit({
      at: deps.clock.now(),
      user: actor.user,
      act: 'asked to send again',
      caseId: message.caseId,
      detail: { message: id },
    })
    return true
  })
