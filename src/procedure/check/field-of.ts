import type { FieldKind } from '../event-field.ts'
import { commonFields } from '../event-vocabulary.ts'
import type { Procedure } from '../procedure.ts'

type Fields = Readonly<Record<string, FieldKind>>

/** What stands inside a field that holds more than one thing. */
const inner: Readonly<Record<string, Fields>> = {
  seen: { child: 'person', alone: 'yes-no' },
  'not-seen': { child: 'person', reason: 'text', when: 'date' },
  actions: { what: 'text', who: 'text', by: 'date' },
}

/** The fields of an event, its own first, with those that any event may carry. */
export const fieldsOf = (procedure: Procedure, event: string): Fields => {
  const own = procedure.events[event]
  return { ...own, ...commonFields, ...own }
}

/** The kind of a field, by its path (`seen.alone`); or the fields that there are instead. */
export const fieldAt = (
  procedure: Procedure,
  event: string,
  path: readonly string[],
): { readonly kind: FieldKind } | { readonly unknown: string; readonly known: readonly string[] } => {
  let fields = fieldsOf(procedure, event)
  let kind: FieldKind = 'free'
  for (const name of path) {
    const found = fields[name]
    if (found === undefined) return { unknown: name, known: Object.keys(fields) }
    if (found === 'free') return { kind: 'free' }
    kind = found
    fields = typeof found === 'string' ? (inner[found] ?? {}) : {}
  }
  return { kind }
}
