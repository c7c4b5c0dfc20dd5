import { formatDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { CaseEvent, Data, DataValue } from '#engine/case-event.ts'
import { happenedBy } from '#engine/history/effective-events.ts'
import { fieldOf, isList } from '#engine/history/entry.ts'
import type { Form } from '#procedure/rules/form.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { placeholders } from '#procedure/rules/placeholders.ts'
import { actionsAgreed } from './actions-agreed.ts'
import { childrenOf, isEmpty, rowsOf, topFields } from './asked.ts'
import { kindOf } from './event-of-form.ts'
import { fillings } from './fillings.ts'
import { namesFor } from './names-for.ts'
import type { FillingFacts, Fillings } from './fillings.ts'
import type { Answer, Leaf, Leaves, StoredDocument } from './stored-document.ts'

/** What a form is filled in from. */
export type SourceFacts = FillingFacts & {
  readonly procedure: Procedure
  /** All the forms of the procedure, and the latest of each that was handed in in this case. */
  readonly forms: readonly Form[]
  readonly latest: readonly StoredDocument[]
}

/** What a source says: words, a day, an answer; rows for a list of actions; null where nothing is on record. */
export type Found = Leaf | readonly Leaves[] | null

export type Sources = {
  /** For one child, where the question is asked of each. */
  readonly find: (source: string, child: string | null) => Found
  readonly actions: () => readonly Data[]
}

const joined = (lines: readonly string[]): Found => (lines.length === 0 ? null : lines.join('\n'))

const inForm = (
  { content }: StoredDocument,
  [id = '', part]: readonly string[],
  child: string | null,
): Found => {
  if (content.kind !== 'form') return null
  const answer: Answer | undefined = content.answers[id]
  if (answer === undefined || isEmpty(answer)) return null
  if (part === undefined) {
    if (typeof answer !== 'object') return answer
    const rows = rowsOf(answer)
    if (rows.length > 0) return rows
    return Array.isArray(answer) ? (answer as readonly string[]) : null
  }
  const groups = childrenOf(answer)
  if (child !== null) return groups[child]?.[part] ?? null
  const ofChildren = content.children
    .filter((one) => !isEmpty(groups[one.id]?.[part]))
    .map((one) => `${one.name}: ${String(groups[one.id]?.[part])}`)
  const ofRows = rowsOf(answer)
    .filter((row) => !isEmpty(row[part]))
    .map((row) => String(row[part]))
  return joined([...ofChildren, ...ofRows])
}

const hasField = (form: Form, [id, part]: readonly string[]): boolean =>
  topFields(form).some(
    (field) => field.id === id && (part === undefined || field.fields.some((inner) => inner.id === part)),
  )

const latestOf = (events: readonly CaseEvent[], type: string): CaseEvent | undefined =>
  events
    .filter((event) => event.type === type)
    .toSorted((a, b) => a.at - b.at)
    .at(-1)

/** What a value of an event says, with names in place of ids. */
export const fromValue = (
  value: DataValue | undefined,
  isNamed: boolean,
  name: (id: string) => string,
): Found => {
  if (typeof value === 'string') return isNamed ? name(value) : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (!isList(value)) return null
  const words = value.filter((one) => typeof one === 'string')
  return words.length === 0 ? null : words.map((one) => (isNamed ? name(one) : one))
}

/** Finds what is on record for the sources that a form names. */
export const sourcesIn = (facts: SourceFacts): Sources => {
  const events = happenedBy(facts.record.events, facts.now)
  const name = namesFor(facts)
  let filled: Fillings | null = null
  const fill = (source: string): string | null => (filled ??= fillings(facts))(source)
  const actions = (): readonly Data[] => actionsAgreed(events)

  const inEvent = (source: string): Found => {
    const [first = '', second = '', ...path] = source.split('.')
    const type = `${first}.${second}`
    const [field = ''] = path
    const kind = kindOf(facts.procedure, type, field)
    if (kind === 'actions') return actions().map(rowOf)
    const event = latestOf(events, type)
    if (event === undefined) return null
    if (field === 'at') return formatDay(dayOf(event.at))
    const isNamed = kind === 'worker' || kind === 'person' || kind === 'people'
    return fromValue(fieldOf(event.data, path), isNamed, name)
  }

  return {
    actions,
    find: (source, child) => {
      if (placeholders.some((one) => one === source)) return fill(source)
      const [first = '', ...path] = source.split('.')
      const form = facts.forms.find(({ id }) => id === first)
      if (form !== undefined && hasField(form, path)) {
        const document = facts.latest.find(({ template }) => template === first)
        return document === undefined ? null : inForm(document, path, child)
      }
      return inEvent(source)
    },
  }
}

const rowOf = (row: Data): Leaves =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'boolean' ? [[key, value]] : [],
    ),
  )
