import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { fieldPlaces } from './form-fields.ts'
import { unknownNames } from './unknown-names.ts'

const idOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.yaml$/, '')

/** Forms, and fields of forms, that a rule names and the pack does not have. */
export const unknownForms = (version: Version): readonly Problem[] => {
  const ids = version.forms.map((form) => form.id)
  return version.placed.flatMap(({ rule, line }) => {
    const formId = rule.kind === 'form' || rule.kind === 'checklist' ? rule.form : null
    if (formId === null) return []
    const look = { version, speaker: { name: `${rule.clause}: `, line } }
    const form = version.forms.find((one) => one.id === formId)
    return [
      ...unknownNames({
        ...look,
        names: [formId],
        known: [...ids, ...version.unread.map(idOf)],
        code: 'unknown-form',
        noun: 'form',
      }),
      ...unknownNames({
        ...look,
        names: form !== undefined && rule.kind === 'form' ? rule.fields : [],
        known: form === undefined ? [] : fieldPlaces(form).map(({ path }) => path),
        code: 'unknown-form-field',
        noun: `field of the form "${formId}" called`,
      }),
    ]
  })
}
