import type { FormField } from '#procedure/rules/form.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { dateInput } from '../components/date-input.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { select } from '../components/select.ts'
import { textarea } from '../components/textarea.ts'
import type { Said } from '../forms/said.ts'
import { yesOrNo } from '../forms/yes-or-no.ts'

/** The list of names that boxes for people offer: one on a page. */
export const namesOffered = 'names-known'

const mostRadios = 9

const labelOf = ({ label, needed, kind }: FormField): string => {
  if (kind === 'signature') return `${label} (signature)`
  return needed === 'no' ? `${label} (optional)` : label
}

const hintOf = ({ kind, guidance }: FormField, onlyIf: string | null): Part => {
  const own =
    kind === 'signature'
      ? 'The name of whoever has signed. It may follow when the form is printed and signed.'
      : null
  const all = [guidance, own, onlyIf].filter((one) => one !== null)
  return all.length === 0 ? undefined : all.map((one, i) => html`${i > 0 && html`<br>`}${one}`)
}

const scale = (field: FormField, name: string, said: Said, hint: Part): Html => {
  const [low, high] = field.ends ?? ['', '']
  const words = (n: number): string => {
    const end = n === 0 ? low : n === 10 ? high : ''
    return end === '' ? String(n) : `${n}: ${end}`
  }
  return select({
    ...said.choice(name),
    label: labelOf(field),
    hint,
    items: [
      { value: '', text: 'Choose from 0 to 10' },
      ...Array.from({ length: 11 }, (_, n) => ({ value: String(n), text: words(n) })),
    ],
  })
}

/** One question of a form with what was typed. `onlyIf` says when it is asked; in a row a choice is a list that opens. */
export const drawLeaf = (
  field: FormField,
  name: string,
  said: Said,
  onlyIf: string | null,
  isInRow = false,
): Html => {
  const label = labelOf(field)
  const hint = hintOf(field, onlyIf)
  const items = field.options.map(({ id, label: words }) => ({ value: id, text: words }))
  switch (field.kind) {
    case 'narrative':
      return textarea({ ...said.text(name), label, hint, rows: 5 })
    case 'date':
      return dateInput({ ...said.date(name), legend: label, hint })
    case 'several':
      return checkboxes({ ...said.several(name), legend: label, hint, items })
    case 'yes-no':
      return yesOrNo({ said, name, label, hint })
    case 'choice':
      return isInRow || items.length > mostRadios
        ? select({
            ...said.choice(name),
            label,
            hint,
            items: [{ value: '', text: 'Choose one' }, ...items],
          })
        : radios({ ...said.choice(name), legend: label, hint, items })
    case 'scale':
      return scale(field, name, said, hint)
    case 'person':
      return input({
        ...said.text(name),
        label,
        hint,
        autocomplete: 'off',
        attributes: { list: namesOffered },
      })
    default:
      return input({ ...said.text(name), label, hint, autocomplete: 'off' })
  }
}
