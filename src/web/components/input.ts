import { describe, formGroup, isSaid } from './form-group.ts'
import type { Asked } from './form-group.ts'
import { attributes, classNames, html } from './html.ts'
import type { Common, Html, Part } from './html.ts'
import { label } from './label.ts'
import type { Words } from './label.ts'

export type InputOptions = Common &
  Asked & {
    readonly name: string
    readonly id?: string | undefined
    readonly label: Words
    readonly type?: string | undefined
    readonly value?: string | number | undefined
    readonly inputmode?: string | undefined
    readonly autocomplete?: string | undefined
    readonly autocapitalize?: string | undefined
    readonly pattern?: string | undefined
    readonly spellcheck?: boolean | undefined
    readonly disabled?: boolean | undefined
    readonly prefix?: Affix | undefined
    readonly suffix?: Affix | undefined
    readonly inputWrapper?: Common | undefined
  }

type Affix = Common & { readonly text: Part }

const affix = (kind: 'prefix' | 'suffix', { text, classes, attributes: more }: Affix): Html =>
  html`<div${attributes({ class: classNames(`govuk-input__${kind}`, classes), 'aria-hidden': 'true', ...more })}>${text}</div>`

/** A line to type in, with its label. Widths are classes: `govuk-input--width-10`. */
export const input = (options: InputOptions): Html => {
  const { name, id = name, prefix, suffix, inputWrapper } = options
  const { by, said } = describe(id, options)
  const control = html`<input${attributes({
    class: classNames('govuk-input', options.classes, isSaid(options.error) && 'govuk-input--error'),
    id,
    name,
    type: options.type ?? 'text',
    spellcheck: options.spellcheck?.toString(),
    value: options.value,
    disabled: options.disabled,
    'aria-describedby': by,
    autocomplete: options.autocomplete,
    autocapitalize: options.autocapitalize,
    pattern: options.pattern,
    inputmode: options.inputmode,
    ...options.attributes,
  })}>`
  const affixes = { before: prefix && affix('prefix', prefix), after: suffix && affix('suffix', suffix) }
  const whole =
    prefix === undefined && suffix === undefined
      ? control
      : html`<div${attributes({ class: classNames('govuk-input__wrapper', inputWrapper?.classes), ...inputWrapper?.attributes })}>${affixes.before}${control}${affixes.after}</div>`
  return formGroup(options, [label(options.label, id), said, whole])
}
