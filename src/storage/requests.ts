import { rowsOf, type Statement, type Transaction } from './transaction.ts'

const result: Statement = {
  name: 'result-of-request',
  text: 'select result from request_keys where authority_id = $1 and key = $2',
}
const kept: Statement = {
  name: 'keep-result-of-request',
  text: 'insert into request_keys (authority_id, key, result) values ($1, $2, $3)',
}

export const resultOf = async (one: Transaction, key: string): Promise<string | null> =>
  (await rowsOf<{ readonly result: string }>(one, result, [one.authority, key]))[0]?.result ?? null

/** Where the same request has been carried out meanwhile this fails, and the transaction is done over. */
export async function keepResult(one: Transaction, key: string, words: string): Promise<void> {
  await rowsOf(one, kept, [one.authority, key, words])
}
