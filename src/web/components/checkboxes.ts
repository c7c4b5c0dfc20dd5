import { choices } from './choices.ts'
import type { ChoicesOptions } from './choices.ts'
import type { Html } from './html.ts'

export type CheckboxesOptions = ChoicesOptions & {
  readonly values?: readonly (string | number)[] | undefined
}

/** Any of several. */
export const checkboxes = (options: CheckboxesOptions): Html =>
  choices(
    {
      family: 'checkboxes',
      type: 'checkbox',
      isChosen: (value) => options.values?.includes(value) === true,
    },
    options,
  )
