import { fieldset } from './fieldset.ts'
import { describe, formGroup, isSaid } from './form-group.ts'
import type { Asked } from './form-group.ts'
import { hint } from './hint.ts'
import { attributes, classNames, html } from './html.ts'
import type { Attributes, Common, Html, Part } from './html.ts'
import { label, spelled } from './label.ts'
import type { Words } from './label.ts'

/** One answer to choose, or the word that stands between two of them. */
export type Choice =
  | { readonly divider: string }
  | {
      readonly value: string | number
      readonly text: Words
      readonly id?: string | undefined
      /** Another name than the question's, for checkboxes that are questions of their own. */
      readonly name?: string | undefined
      readonly hint?: Part
      readonly checked?: boolean | undefined
      readonly disabled?: boolean | undefined
      /** Shown when the answer is chosen. */
      readonly conditional?: Part
      /** For checkboxes: choosing it takes back the others. */
      readonly behaviour?: 'exclusive' | undefined
      readonly attributes?: Attributes | undefined
    }

export type ChoicesOptions = Common &
  Asked & {
    readonly name: string
    readonly idPrefix?: string | undefined
    /** The question. Without one the choices stand alone, for a single box whose label says all. */
    readonly legend?: Words
    readonly fieldset?: Common | undefined
    readonly items: readonly Choice[]
  }

export type ChoiceKind = {
  readonly family: 'radios' | 'checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly isChosen: (value: string | number) => boolean
}

type Item = Exclude<Choice, { readonly divider: string }>

const drawItem = (kind: ChoiceKind, options: ChoicesOptions, item: Item, index: number): Html => {
  const { family } = kind
  const stem = options.idPrefix ?? options.name
  const id = item.id ?? (index === 0 ? stem : `${stem}-${index + 1}`)
  const hasHint = isSaid(item.hint)
  const alone = family === 'checkboxes' && options.legend === undefined
  const isChecked = item.checked === true || (kind.isChosen(item.value) && item.checked !== false)
  const words = spelled(item.text)
  const own = {
    class: `govuk-${family}__input`,
    id,
    name: item.name ?? options.name,
    type: kind.type,
    value: item.value,
    checked: isChecked,
    disabled: item.disabled,
    'data-aria-controls': isSaid(item.conditional) && `conditional-${id}`,
    'data-behaviour': item.behaviour,
    'aria-describedby': classNames(alone && options.describedBy, hasHint && `${id}-item-hint`) || undefined,
    ...item.attributes,
  }
  const itemLabel = label({ ...words, classes: classNames(`govuk-${family}__label`, words.classes) }, id)
  const itemHint =
    hasHint && hint({ id: `${id}-item-hint`, classes: `govuk-${family}__hint`, text: item.hint })
  const block = `govuk-${family}__conditional`
  const revealed =
    isSaid(item.conditional) &&
    html`<div class="${classNames(block, !isChecked && `${block}--hidden`)}" id="conditional-${id}">${item.conditional}</div>`
  return html`<div class="govuk-${family}__item"><input${attributes(own)}>${itemLabel}${itemHint}</div>${revealed}`
}

/** Radios and checkboxes: the same but for what makes one chosen. */
export const choices = (kind: ChoiceKind, options: ChoicesOptions): Html => {
  const { family } = kind
  const { by, said } = describe(options.idPrefix ?? options.name, options)
  const drawn = options.items.map((item, i) =>
    'divider' in item
      ? html`<div class="govuk-${family}__divider">${item.divider}</div>`
      : drawItem(kind, { ...options, describedBy: by }, item, i),
  )
  const all = { class: classNames(`govuk-${family}`, options.classes), ...options.attributes }
  const inner = html`${said}<div${attributes(all)} data-module="govuk-${family}">${drawn}</div>`
  const { legend } = options
  return formGroup(
    options,
    legend === undefined ? inner : fieldset({ ...options.fieldset, legend, describedBy: by }, inner),
  )
}
