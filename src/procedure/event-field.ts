import { z } from 'zod'

/** What a field of an event's data may hold. A list of words is a choice between them. */
export type FieldKind =
  | 'text'
  | 'number'
  | 'yes-no'
  | 'date'
  | 'person'
  | 'people'
  | 'worker'
  | 'texts'
  | 'free'
  | 'seen'
  | 'not-seen'
  | 'actions'
  | 'moment'
  | readonly string[]

export const fieldKinds = [
  'text',
  'number',
  'yes-no',
  'date',
  'person',
  'people',
  'worker',
  'texts',
  'free',
  'seen',
  'not-seen',
  'actions',
  'moment',
] as const

/** A field as a pack may add it to an event. */
export const fieldSchema = z.union(
  [z.enum(fieldKinds), z.array(z.string()).min(2)],
  `one of ${fieldKinds.join(', ')}, or a list of the values that it may have`,
)
