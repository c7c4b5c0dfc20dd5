import { rowsOf, type KeptDigests, type Statement, type Transaction } from '../transaction.ts'

const digestsOfCase: Statement = {
  name: 'digests-of-obligations',
  text: 'select key, digest from obligations where authority_id = $1 and case_id = $2',
}

const askFor = async (one: Transaction, caseId: string): Promise<KeptDigests> => {
  type Kept = { readonly key: string; readonly digest: string }
  const rows = await rowsOf<Kept>(one, digestsOfCase, [one.authority, caseId])
  return new Map(rows.map(({ key, digest }) => [key, digest]))
}

/** Asks what is kept of the schedule of a case that is held: whoever holds it is about to write what differs. */
export function askForKept(one: Transaction, caseId: string): void {
  const asked = askFor(one, caseId)
  asked.catch(() => {})
  one.kept.set(caseId, asked)
}

/** What is kept of the schedule of a case, for whoever is about to write what differs. */
export function keptOf(one: Transaction, caseId: string): Promise<KeptDigests> {
  const asked = one.kept.get(caseId) ?? askFor(one, caseId)
  // It is true no longer once the differences are written.
  one.kept.delete(caseId)
  return asked
}
