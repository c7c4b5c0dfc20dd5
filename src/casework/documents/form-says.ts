import { formatDay, parseDay } from '#calendar/day.ts'
import { dayOf, instantAt, minutesOf } from '#calendar/instant.ts'
import type { DataValue } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import type { Form } from '#procedure/rules/form.ts'
import type { Procedure } from '#procedure/procedure.ts'
import type { CasePerson, StoredEvent } from '../case/case-record.ts'
import type { EntrySays } from '../changes/entry-changes.ts'
import { isEmpty, topFields } from './asked.ts'
import { eventOfForm, fieldsGiven, recordOf } from './event-of-form.ts'
import type { FormContent, StoredDocument } from './stored-document.ts'

type Facts = { readonly procedure: Procedure; readonly people: readonly CasePerson[] }

/** An entry as its form has it, where the two no longer say the same. */
export type FormSays = EntrySays & { readonly type: string }

const inOrder = (value: DataValue): unknown => {
  if (isList(value)) return value.map(inOrder)
  if (!isData(value)) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inside]) => [key, inOrder(inside)])
}

/** Whatever order the names stand in: what was stored comes back in another. */
const isSame = (a: DataValue, b: DataValue): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

/** Whether something is answered from which a field of the event is given, though nothing came of it, such as a name that is another now. */
const isAnswered = (form: Form, event: string, field: string, { answers }: FormContent): boolean =>
  topFields(form).some(
    (one) =>
      !isEmpty(answers[one.id]) &&
      fieldsGiven({ sections: [{ id: '', title: '', guidance: null, fields: [one] }] }, event).has(field),
  )

/** Children are called as they were when the form was handed in: their names stand in its texts. */
const asThen = ({ people }: Facts, { children }: FormContent): readonly CasePerson[] =>
  people.map((person) => ({
    ...person,
    name: children.find(({ id }) => id === person.id)?.name ?? person.name,
  }))

/**
 * What a form says otherwise than the entry that it was handed in with, once either was changed; null where they agree.
 * What the form does not ask is the entry's.
 */
export const formSays = (
  entry: Pick<StoredEvent, 'type' | 'at' | 'data'>,
  form: Form,
  content: FormContent,
  facts: Facts,
): FormSays | null => {
  const chosen = recordOf(form, content.answers)
  if (chosen === null) return null
  const { type, at, data } = entry
  const said = eventOfForm(form, chosen, content.answers, { ...facts, people: asThen(facts, content) })
  if (chosen.event !== type) return { type: chosen.event, at, data: said.data }
  const day = said.day === null ? undefined : parseDay(said.day)
  const moved = day !== undefined && formatDay(day) !== formatDay(dayOf(at))
  const others = [...fieldsGiven(form, type)].filter((field) => {
    if (field === 'at') return false
    const own = said.data[field]
    if (own === undefined && isAnswered(form, type, field, content)) return false
    return !isSame(own ?? null, data[field] ?? null)
  })
  if (!moved && others.length === 0) return null
  const rest = Object.entries(data).filter(([field]) => !others.includes(field))
  const changed = others.flatMap((field) => {
    const own = said.data[field]
    return own === undefined ? [] : [[field, own] as const]
  })
  return {
    type,
    at: moved ? instantAt(day, minutesOf(at)) : at,
    data: Object.fromEntries([...rest, ...changed]),
  }
}

/** The same for a document that is at hand; null also where it is none of a form that is still there. */
export const documentSays = (
  entry: Pick<StoredEvent, 'type' | 'at' | 'data'> | null,
  { content }: Pick<StoredDocument, 'content'>,
  form: Form | undefined,
  facts: Facts,
): FormSays | null =>
  entry === null || form === undefined || content.kind !== 'form' || entry.type.startsWith('document.')
    ? null
    : formSays(entry, form, content, facts)
