import type { Html } from '../components/html.ts'
import { link } from '../components/link.ts'
import type { DecidedSoFar } from '#casework/referrals/decided-so-far.ts'
import { paths } from '../paths.ts'

/** A family without a worker in a list, as far as it decides what is to be done with it. */
type WithoutWorker = DecidedSoFar & { readonly id: string; readonly reference: string }

/** What is to be done with it by whoever looks: it is decided about; one that goes elsewhere is closed, any other needs a worker. */
export const wayOn = (
  { id, reference, wayOut, toDecide }: WithoutWorker,
  may: { readonly allocate: boolean; readonly record: boolean },
): Html | null => {
  const toRecord = (type: string, text: string): Html | null =>
    may.record ? link({ href: paths.record(id, type), text, hidden: reference }) : null
  if (toDecide !== null) return toRecord(toDecide, 'Decide')
  if (wayOut !== null) return toRecord('case.closed', 'Close the case')
  return may.allocate ? link({ href: paths.allocate(id), text: 'Give to a worker', hidden: reference }) : null
}
