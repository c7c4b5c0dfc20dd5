import { describe, formGroup, isSaid } from './form-group.ts'
import type { Asked } from './form-group.ts'
import { attributes, classNames, html } from './html.ts'
import type { Attributes, Common, Html } from './html.ts'
import { label } from './label.ts'
import type { Words } from './label.ts'

export type SelectItem = {
  readonly text: string
  readonly value?: string | number | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export type SelectOptions = Common &
  Asked & {
    readonly name: string
    readonly id?: string | undefined
    readonly label: Words
    readonly value?: string | number | undefined
    readonly items: readonly SelectItem[]
  }

/** One of many from a list that opens. Radios are easier where there are few. */
export const select = (options: SelectOptions): Html => {
  const { name, id = name, value } = options
  const { by, said } = describe(id, options)
  const all = {
    class: classNames('govuk-select', options.classes, isSaid(options.error) && 'govuk-select--error'),
    id,
    name,
    'aria-describedby': by,
    ...options.attributes,
  }
  const option = (item: SelectItem): Html => {
    const isChosen = value !== undefined && value !== '' && (item.value ?? item.text) === value
    const selected = item.selected === true || (isChosen && item.selected !== false)
    const own = { value: item.value, selected, disabled: item.disabled, ...item.attributes }
    return html`<option${attributes(own)}>${item.text}</option>`
  }
  const control = html`<select${attributes(all)}>${options.items.map(option)}</select>`
  return formGroup(options, [label(options.label, id), said, control])
}
