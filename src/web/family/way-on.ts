import type { Html } from '../components/html.ts'
import { link } from '../components/link.ts'
import { paths } from '../paths.ts'

/** A family without a worker in a list, as far as it decides what is to be done with it. */
type WithoutWorker = {
  readonly id: string
  readonly reference: string
  /** What was decided, where that leads out of the procedure. */
  readonly wayOut: string | null
}

/** What is to be done with it by whoever looks: one that goes elsewhere is closed, any other needs a worker. */
export const wayOn = (
  { id, reference, wayOut }: WithoutWorker,
  may: { readonly allocate: boolean; readonly record: boolean },
): Html | null => {
  if (wayOut === null)
    return may.allocate
      ? link({ href: paths.allocate(id), text: 'Give to a worker', hidden: reference })
      : null
  return may.record
    ? link({ href: paths.record(id, 'case.closed'), text: 'Close the case', hidden: reference })
    : null
}
