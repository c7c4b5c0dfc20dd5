import { formatDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import { fieldOf } from '#engine/history/entry.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { StoredEvent } from '../case/case-record.ts'
import { isEmpty, topFields } from './asked.ts'
import { leafFor } from './carry-over.ts'
import { kindOf } from './event-of-form.ts'
import { namesFor } from './names-for.ts'
import { fromValue } from './sources.ts'
import type { SourceFacts } from './sources.ts'
import type { Answer, Answers } from './stored-document.ts'

const named: ReadonlySet<unknown> = new Set(['worker', 'person', 'people'])

type Entry = Pick<StoredEvent, 'type' | 'at' | 'data'>

/** The answer that an entry gives to a question; null where it says nothing, undefined where the question is not about it. */
export const answerOnRecord = (
  field: FormField,
  { type, at, data }: Entry,
  procedure: Procedure,
  name: (id: string) => string,
): Answer | null | undefined => {
  const path = field.from
    .find((source) => source.startsWith(`${type}.`))
    ?.slice(type.length + 1)
    .split('.')
  if (path === undefined || field.kind === 'rows' || field.kind === 'per child') return undefined
  const [first = ''] = path
  if (first === 'at') return leafFor(field, formatDay(dayOf(at)))
  const found = fromValue(fieldOf(data, path), named.has(kindOf(procedure, type, first)), name)
  return found === null ? null : leafFor(field, found as Exclude<typeof found, readonly object[]>)
}

/**
 * The answers of a form with what is on record in the place of what the form says otherwise. Rows, and what is asked of each
 * child, stay as they were: a person changes them.
 */
export const asRecorded = (
  form: Form,
  entry: Entry,
  answers: Answers,
  facts: Pick<SourceFacts, 'record' | 'users' | 'procedure'>,
): Answers => {
  const name = namesFor(facts)
  const all = new Map(Object.entries(answers))
  for (const field of topFields(form)) {
    const answer = answerOnRecord(field, entry, facts.procedure, name)
    if (answer === null) all.delete(field.id)
    else if (answer !== undefined && !isEmpty(answer)) all.set(field.id, answer)
  }
  return Object.fromEntries(all)
}
