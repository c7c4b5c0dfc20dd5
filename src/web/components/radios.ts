import { choices } from './choices.ts'
import type { ChoicesOptions } from './choices.ts'
import type { Html } from './html.ts'

export type RadiosOptions = ChoicesOptions & { readonly value?: string | number | undefined }

/** One of a few. `govuk-radios--inline` for two short answers, `govuk-radios--small` in dense pages. */
export const radios = (options: RadiosOptions): Html =>
  choices(
    {
      family: 'radios',
      type: 'radio',
      isChosen: (value) => options.value !== undefined && options.value !== '' && options.value === value,
    },
    options,
  )
