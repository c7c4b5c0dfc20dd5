import type { TimelineEntry } from '../case/timeline-entry.ts'
import type { Deps } from '../deps.ts'
import { versionOf } from '../deps.ts'
import type { LookedAt } from '../case/look-at-case.ts'
import type { Looking } from '../ports.ts'
import { documentSays } from './form-says.ts'
import type { FormSays } from './form-says.ts'

/** Of entries whose form no longer says the same, how the form has them, by the ids of their events. */
export const otherwiseIn = async (
  deps: Deps,
  store: Pick<Looking, 'documentsOf' | 'document'>,
  { record, procedure }: Pick<LookedAt, 'record' | 'procedure'>,
  entries: readonly TimelineEntry[],
): Promise<ReadonlyMap<string, FormSays>> => {
  const revised = new Set(
    record.events.filter(({ type }) => type === 'document.revised').map(({ data }) => data['document']),
  )
  // Nothing differs that neither was corrected nor has another version.
  const touched = entries.filter(
    ({ event: { data }, withdrawn, changes }) =>
      !withdrawn &&
      typeof data['document'] === 'string' &&
      (changes.length > 0 || revised.has(data['document'])),
  )
  if (touched.length === 0) return new Map()
  const cameWith = new Map(
    (await store.documentsOf(record.id))
      .filter(({ version }) => version === 1)
      .map((line) => [line.event, line]),
  )
  const { forms } = versionOf(deps.shelf, record)
  const found = new Map<string, FormSays>()
  for (const { event } of touched) {
    const line = cameWith.get(event.id)
    const document = line === undefined ? null : await store.document(record.id, line.id)
    if (document === null) continue
    const form = forms.find(({ id }) => id === document.template)
    const says = documentSays(event, document, form, { procedure, people: record.people })
    if (says !== null) found.set(event.id, says)
  }
  return found
}
