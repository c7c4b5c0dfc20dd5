import type { Answered } from '#casework/recording/request-key.ts'
import { answeredBefore, partsOfKey } from '#casework/recording/request-key.ts'
import { atTheEnd, rowsOf, type Statement, type Transaction } from './transaction.ts'

const result: Statement = {
  name: 'result-of-request',
  text: 'select result, contents, at from request_keys where authority_id = $1 and key = $2',
}
const kept: Statement = {
  name: 'keep-result-of-request',
  text: 'insert into request_keys (authority_id, key, contents, result) values ($1, $2, $3, $4)',
}

export async function resultOf(one: Transaction, key: string): Promise<string | null> {
  const [answered = null] = await rowsOf<Answered>(one, result, [one.authority, partsOfKey(key).page])
  return answeredBefore(answered, key)
}

/** Where the same request has been carried out meanwhile this fails, and the transaction is done over. */
export async function keepResult(one: Transaction, key: string, words: string): Promise<void> {
  const { page, contents } = partsOfKey(key)
  atTheEnd(one, rowsOf(one, kept, [one.authority, page, contents, words]))
}
