import type { Data, DataValue } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'

const whom = ['children', 'persons', 'person', 'child', 'about', 'seen', 'notSeen'] as const

const idsIn = (value: DataValue): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (isList(value)) return value.flatMap(idsIn)
  return isData(value) && typeof value['child'] === 'string' ? [value['child']] : []
}

/** Whom of a case an entry names: by the ids that they have in it. */
export const namedIn = (data: Data): ReadonlySet<string> =>
  new Set(whom.flatMap((field) => idsIn(data[field] ?? null)))
