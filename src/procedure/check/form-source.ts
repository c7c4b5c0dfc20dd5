import { didYouMean } from '../nearest.ts'
import type { Version } from '../pack.ts'
import { placeholders } from '../placeholders.ts'
import { fieldAt, fieldsOf } from './field-of.ts'
import { fieldPlaces } from './form-fields.ts'

const starts = (from: string, name: string): boolean => from === name || from.startsWith(`${name}.`)

/** Why a form cannot be filled in from this; undefined when it can. */
export const sourceFault = ({ procedure, forms, unread }: Version, from: string): string | undefined => {
  if (placeholders.some((name) => name === from)) return undefined
  const event = Object.keys(procedure.events).find((name) => starts(from, name))
  if (event !== undefined) {
    const path = from.slice(event.length + 1)
    if (path === 'at') return undefined
    if (path === '')
      return `names no field of the event ${event}; it has ${Object.keys(procedure.events[event] ?? {}).join(', ')}`
    const found = fieldAt(procedure, event, path.split('.'))
    return 'unknown' in found
      ? `names a field that the event ${event} does not have.${didYouMean(found.unknown, Object.keys(fieldsOf(procedure, event)))}`
      : undefined
  }
  const form = forms.find(({ id }) => starts(from, id))
  if (form !== undefined) {
    const paths = fieldPlaces(form).map(({ path }) => path)
    const path = from.slice(form.id.length + 1)
    return paths.includes(path)
      ? undefined
      : `names a field that the form "${form.id}" does not have.${didYouMean(path, paths)}`
  }
  const head = from.split('.')[0] ?? from
  if (unread.some((file) => file.endsWith(`/forms/${head}.yaml`))) return undefined
  const known = from.includes('.')
    ? [
        ...Object.keys(procedure.events).flatMap((name) =>
          Object.keys(fieldsOf(procedure, name)).map((field) => `${name}.${field}`),
        ),
        ...forms.flatMap((one) => fieldPlaces(one).map(({ path }) => `${one.id}.${path}`)),
      ]
    : placeholders
  return `names nothing that is on record.${didYouMean(from, known)}`
}
