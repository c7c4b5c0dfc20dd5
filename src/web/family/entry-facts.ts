import type { EntrySays } from '#casework/changes/entry-changes.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { timeInWords } from '../time-in-words.ts'
import { factsOf } from './event-facts.ts'
import type { Fact } from './event-facts.ts'
import type { Names } from './names.ts'

const fact = ({ field, label, words }: Fact): Html =>
  html`<div${field === 'voice' && html` class="app-voice"`}><dt>${label}</dt><dd class="app-lines">${words}</dd></div>`

/** What an entry says, field by field. */
export const entryFacts = (facts: readonly Fact[]): Part =>
  facts.length > 0 && html`<dl class="app-facts">${facts.map(fact)}</dl>`

export type Difference = { readonly label: string; readonly before: string; readonly after: string }

/** In what an entry says something else than before, in words; an empty text where it says nothing. */
export const differences = (
  type: string,
  before: EntrySays,
  after: EntrySays,
  procedure: Procedure,
  names: Names,
): readonly Difference[] => {
  const was = factsOf({ type, data: before.data }, procedure, names)
  const is = factsOf({ type, data: after.data }, procedure, names)
  const fields = new Map([...was, ...is].map(({ field, label }) => [field, label]))
  const words = (facts: readonly Fact[], field: string): string =>
    facts.find((one) => one.field === field)?.words ?? ''
  const moved =
    before.at === after.at
      ? []
      : [{ label: 'When', before: timeInWords(before.at), after: timeInWords(after.at) }]
  return [
    ...moved,
    ...[...fields]
      .map(([field, label]) => ({ label, before: words(was, field), after: words(is, field) }))
      .filter((one) => one.before !== one.after),
  ]
}

const nothing = html`<span class="app-quiet">nothing</span>`

/** What was said before a correction, and what is said since. */
export const differencesPart = (all: readonly Difference[]): Part =>
  all.length > 0 &&
  html`<dl class="app-changed">${all.map(
    ({ label, before, after }) =>
      html`<div><dt>${label}</dt><dd class="app-lines"><span class="govuk-visually-hidden">Before: </span><del>${before === '' ? nothing : before}</del></dd><dd class="app-lines"><span class="govuk-visually-hidden">Since: </span><ins>${after === '' ? nothing : after}</ins></dd></div>`,
  )}</dl>`
