import { capital } from '#procedure/in-words.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { select } from '../components/select.ts'
import { textOf } from '../forms/field.ts'
import { text } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import { relationshipKinds } from './relationship-kinds.data.ts'

const another = 'another'

type KindRead =
  | { readonly ok: true; readonly kind: string | null }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** What somebody is to somebody, one of the usual or in words; null where nothing was chosen and nothing is needed. */
export const readKind = (typed: Typed, isNeeded: boolean): KindRead => {
  const chosen = textOf(typed, 'kind')
  if (relationshipKinds.includes(chosen)) return { ok: true, kind: chosen }
  if (chosen !== another) {
    if (!isNeeded) return { ok: true, kind: null }
    return { ok: false, problems: [{ field: 'kind', text: 'Choose what they are to them' }] }
  }
  const read = readFields(typed, {
    'kind-other': text({ needed: 'Enter what they are to them', most: 60, name: 'What they are' }),
  })
  return read.ok ? { ok: true, kind: read.values['kind-other'] } : read
}

export const typedKind = (kind: string): Typed =>
  relationshipKinds.includes(kind) ? { kind } : { kind: another, 'kind-other': kind }

export const drawKind = (said: Said, label: string): Html =>
  html`${select({
    ...said.choice('kind'),
    label,
    items: [
      { value: '', text: 'Choose one' },
      ...relationshipKinds.map((value) => ({ value, text: capital(value) })),
      { value: another, text: 'Something else (say below)' },
    ],
  })}${input({
    ...said.text('kind-other'),
    label: 'If something else, in words',
    classes: 'govuk-!-width-one-half',
    autocomplete: 'off',
  })}`
