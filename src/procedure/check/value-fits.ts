import type { FieldKind } from '../event-field.ts'
import type { FieldTest, Scalar } from '../rules/match.ts'
import { didYouMean } from '../reading/nearest.ts'

const asked = (kind: FieldKind): string | undefined => {
  if (kind === 'yes-no') return 'boolean'
  if (kind === 'number') return 'number'
  return ['text', 'texts', 'date', 'moment', 'person', 'people', 'worker'].includes(String(kind))
    ? 'string'
    : undefined
}

const inWords: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  number: 'a number',
  string: 'words',
}

const misfit = (field: string, kind: FieldKind, value: Scalar): string | undefined => {
  if (typeof kind !== 'string')
    return kind.includes(String(value))
      ? undefined
      : `"${field}" is never "${value}". It may be ${kind.join(', ')}.${didYouMean(String(value), kind)}`
  const type = asked(kind)
  return type === undefined || typeof value === type
    ? undefined
    : `"${field}" is never "${value}": it holds ${inWords[type]}.`
}

/** What a test asks of a field that the field can never hold: the value and why. */
export const misfits = (test: FieldTest, kind: FieldKind): readonly { value: string; why: string }[] => {
  const field = test.path.join('.')
  if (test.kind === 'present') return []
  if (test.kind === 'range')
    return kind === 'number' || kind === 'free'
      ? []
      : [{ value: field, why: `"${field}" is no number, so it is never at least or at most one.` }]
  return test.values.flatMap((value) => {
    const why = misfit(field, kind, value)
    return why === undefined ? [] : [{ value: String(value), why }]
  })
}
