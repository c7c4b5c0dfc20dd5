import { describe } from 'node:test'
import { casesContract } from './cases-contract.ts'
import { documentsContract } from './documents-contract.ts'
import type { StoreOf } from './given.ts'
import { listsContract } from './lists-contract.ts'
import { messagesContract } from './messages-contract.ts'
import { openingsContract } from './openings-contract.ts'
import { papersContract } from './papers-contract.ts'
import { reachContract } from './reach-contract.ts'
import { signInContract } from './sign-in-contract.ts'
import { peopleContract } from './people-contract.ts'
import { staffContract } from './staff-contract.ts'
import { transactionsContract } from './transactions-contract.ts'
import { worklistContract } from './worklist-contract.ts'

/**
 * What every store has to do, the one in memory and the one on a database alike, so that what casework's tests show of the one
 * holds for the other.
 */
export function storeContract(name: string, storeOf: StoreOf): void {
  describe(name, () => {
    casesContract(storeOf)
    transactionsContract(storeOf)
    worklistContract(storeOf)
    listsContract(storeOf)
    reachContract(storeOf)
    openingsContract(storeOf)
    papersContract(storeOf)
    peopleContract(storeOf)
    staffContract(storeOf)
    documentsContract(storeOf)
    signInContract(storeOf)
    messagesContract(storeOf)
  })
}
