import type { Form, FormField } from '../rules/form.ts'

/** A field of a form with the path of ids that leads to it: `actions.what`. */
export type FieldPlace = {
  readonly path: string
  readonly field: FormField
  /** The fields that stand beside it. */
  readonly beside: readonly FormField[]
}

/** All the fields of a form, those inside groups and rows too. */
export const fieldPlaces = ({ sections }: Form): readonly FieldPlace[] => {
  const top = sections.flatMap((section) => section.fields)
  const places = (fields: readonly FormField[], before: string): readonly FieldPlace[] =>
    fields.flatMap((field) => [
      { path: `${before}${field.id}`, field, beside: fields },
      ...places(field.fields, `${before}${field.id}.`),
    ])
  return places(top, '')
}
