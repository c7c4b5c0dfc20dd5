import { describe, formGroup, isSaid } from './form-group.ts'
import type { Asked } from './form-group.ts'
import { attributes, classNames, html } from './html.ts'
import type { Common, Html } from './html.ts'
import { label } from './label.ts'
import type { Words } from './label.ts'

export type TextareaOptions = Common &
  Asked & {
    readonly name: string
    readonly id?: string | undefined
    readonly label: Words
    readonly value?: string | undefined
    readonly rows?: number | undefined
    readonly spellcheck?: boolean | undefined
    readonly autocomplete?: string | undefined
  }

/** Several lines to write in, with their label. */
export const textarea = (options: TextareaOptions): Html => {
  const { name, id = name, value } = options
  const { by, said } = describe(id, options)
  const all = {
    class: classNames('govuk-textarea', isSaid(options.error) && 'govuk-textarea--error', options.classes),
    id,
    name,
    rows: options.rows ?? 5,
    spellcheck: options.spellcheck?.toString(),
    'aria-describedby': by,
    autocomplete: options.autocomplete,
    ...options.attributes,
  }
  // A browser drops the first line break inside a textarea: one more keeps the one that was typed.
  const kept = value?.startsWith('\n') === true ? `\n${value}` : value
  return formGroup(options, [
    label(options.label, id),
    said,
    html`<textarea${attributes(all)}>${kept}</textarea>`,
  ])
}
