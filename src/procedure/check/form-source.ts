import type { Form } from '../rules/form.ts'
import { meantOrKnown } from '../reading/nearest.ts'
import type { Version } from '../pack.ts'
import { placeholders } from '../rules/placeholders.ts'
import type { Procedure } from '../procedure.ts'
import { fieldAt, fieldsOf } from './field-of.ts'
import { fieldPlaces } from './form-fields.ts'

const starts = (from: string, name: string): boolean => from.startsWith(`${name}.`) || from === name

const pathsOf = (form: Form): readonly string[] => fieldPlaces(form).map(({ path }) => path)

const eventFault = (procedure: Procedure, event: string, path: string): string | undefined => {
  const fields = Object.keys(fieldsOf(procedure, event))
  if (path === '')
    return `names no field of the event ${event}. It has ${fields.join(', ')}, and at (the day).`
  // The day on which it happened.
  if (path === 'at') return undefined
  const found = fieldAt(procedure, event, path.split('.'))
  return 'unknown' in found
    ? `names a field that the event ${event} does not have.${meantOrKnown(found.unknown, found.known)}`
    : undefined
}

/** Why a form cannot be filled in from this; undefined when it can. A form and an event may begin alike. */
export const sourceFault = ({ procedure, forms, unread }: Version, from: string): string | undefined => {
  const form = forms.find(({ id }) => starts(from, id))
  const inForm = form === undefined ? '' : from.slice(form.id.length + 1)
  const isKnown =
    placeholders.some((name) => name === from) || (form !== undefined && pathsOf(form).includes(inForm))
  if (isKnown) return undefined
  const event = Object.keys(procedure.events).find((name) => starts(from, name))
  if (event !== undefined) return eventFault(procedure, event, from.slice(event.length + 1))
  if (form !== undefined)
    return `names a field that the form "${form.id}" does not have.${meantOrKnown(inForm, pathsOf(form))}`
  if (unread.some((file) => file.endsWith(`/forms/${from.split('.')[0]}.yaml`))) return undefined
  const known = from.includes('.')
    ? [
        ...Object.keys(procedure.events).flatMap((name) =>
          Object.keys(fieldsOf(procedure, name)).map((field) => `${name}.${field}`),
        ),
        ...forms.flatMap((one) => pathsOf(one).map((path) => `${one.id}.${path}`)),
      ]
    : placeholders
  return `names nothing that is on record.${meantOrKnown(from, known)}`
}
