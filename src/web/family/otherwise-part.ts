import type { StoredEvent } from '#casework/case/case-record.ts'
import type { FormSays } from '#casework/documents/form-says.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import type { Difference } from './entry-facts.ts'
import { differences } from './entry-facts.ts'
import { happened } from './happened.ts'
import type { Names } from './names.ts'

const between = (
  form: FormSays,
  entry: Pick<StoredEvent, 'type' | 'at' | 'data'>,
  procedure: Procedure,
  names: Names,
): readonly Difference[] =>
  form.type === entry.type
    ? differences(entry.type, form, entry, procedure, names)
    : [{ label: 'What', before: happened(form.type, procedure), after: happened(entry.type, procedure) }]

const said = (words: string): string => (words === '' ? 'nothing' : words)

/** What a form and the entry that it came with say otherwise, side by side. */
export const otherwisePart = (
  form: FormSays,
  entry: Pick<StoredEvent, 'type' | 'at' | 'data'>,
  procedure: Procedure,
  names: Names,
): Html =>
  html`<dl class="app-facts">${between(form, entry, procedure, names).map(
    ({ label, before, after }) =>
      html`<div><dt>${label}</dt><dd class="app-lines">In the form: ${said(before)}<br>On record: ${said(after)}</dd></div>`,
  )}</dl>`
