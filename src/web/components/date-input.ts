import { fieldset } from './fieldset.ts'
import { describe, formGroup, isSaid } from './form-group.ts'
import type { Asked } from './form-group.ts'
import { attributes, classNames, html } from './html.ts'
import type { Common, Html } from './html.ts'
import { input } from './input.ts'
import type { Words } from './label.ts'

export const dateParts = ['day', 'month', 'year'] as const
export type DatePart = (typeof dateParts)[number]

export type DateInputOptions = Common &
  Asked & {
    readonly id: string
    /** Before each control's name: `seen` gives `seen-day`, `seen-month` and `seen-year`. */
    readonly namePrefix?: string | undefined
    readonly legend?: Words
    readonly fieldset?: Common | undefined
    readonly values?: Readonly<Partial<Record<DatePart, string | number | undefined>>> | undefined
    /** The parts that are wrong; all of them when there is an error and none is named. */
    readonly wrong?: readonly DatePart[] | undefined
    readonly autocomplete?: Readonly<Partial<Record<DatePart, string>>> | undefined
  }

const labels: Readonly<Record<DatePart, string>> = { day: 'Day', month: 'Month', year: 'Year' }

/** A date that people know: day, month and year in a box each. */
export const dateInput = (options: DateInputOptions): Html => {
  const { id, namePrefix, wrong = [], legend } = options
  const { by, said } = describe(id, options)
  const isWrong = (part: DatePart): boolean =>
    wrong.includes(part) || (wrong.length === 0 && isSaid(options.error))
  const box = (part: DatePart): Html =>
    html`<div class="govuk-date-input__item">${input({
      label: { text: labels[part], classes: 'govuk-date-input__label' },
      id: `${id}-${part}`,
      name: namePrefix === undefined ? part : `${namePrefix}-${part}`,
      classes: classNames(
        'govuk-date-input__input',
        isWrong(part) && 'govuk-input--error',
        part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      ),
      value: options.values?.[part],
      inputmode: 'numeric',
      autocomplete: options.autocomplete?.[part],
    })}</div>`
  const all = { class: classNames('govuk-date-input', options.classes), ...options.attributes, id }
  const inner = html`${said}<div${attributes(all)}>${dateParts.map(box)}</div>`
  return formGroup(
    options,
    // With the role, JAWS reads the hint and error of a group of text boxes.
    legend === undefined
      ? inner
      : fieldset({ ...options.fieldset, legend, describedBy: by, role: 'group' }, inner),
  )
}
