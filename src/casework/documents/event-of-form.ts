import type { CasePerson } from '../case/case-record.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import type { FieldKind } from '#procedure/event-field.ts'
import { commonFields } from '#procedure/event-vocabulary.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import type { FormRecord } from '#procedure/rules/form-record.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { allHold, childrenOf, isEmpty, isSeveral, rowsOf, topFields } from './asked.ts'
import type { Answer, Answers, Leaf, Leaves } from './stored-document.ts'

/** Which event the answers record; null for a form that is only kept, or where no condition holds. */
export const recordOf = ({ records }: Pick<Form, 'records'>, answers: Answers): FormRecord | null =>
  records.find(({ when }) => allHold(when, answers, answers)) ?? null

/** The field of an event that a field of its form gives: `actions` for one that is `from: plan.agreed.actions`. */
const givenBy = ({ from }: FormField, event: string): string | null =>
  from.find((source) => source.startsWith(`${event}.`))?.slice(event.length + 1) ?? null

/** The fields of an event that a form asks for itself: they need not be asked again. */
export const fieldsGiven = (form: Pick<Form, 'sections'>, event: string): ReadonlySet<string> => {
  const all = topFields(form).flatMap((field) => [field, ...field.fields])
  return new Set(all.flatMap((field) => givenBy(field, event)?.split('.')[0] ?? []))
}

type Facts = { readonly procedure: Procedure; readonly people: readonly CasePerson[] }

const idsNamed = (said: Leaf, people: readonly CasePerson[]): readonly string[] =>
  people.filter(({ name, id }) => name === said || id === said).map(({ id }) => id)

const leafFor = (kind: FieldKind, said: Leaf, { people }: Facts): DataValue | undefined => {
  if (typeof kind !== 'string') return kind.find((value) => value === said)
  switch (kind) {
    case 'yes-no':
      return typeof said === 'boolean' ? said : undefined
    case 'number':
      return /^\d{1,6}$/.test(String(said)) ? Number(said) : undefined
    case 'person':
      return idsNamed(said, people)[0]
    case 'people': {
      const ids = idsNamed(said, people)
      return ids.length === 0 ? undefined : ids
    }
    case 'texts':
      return isSeveral(said) ? said : [String(said)]
    case 'text':
    case 'date':
    case 'moment':
      return isSeveral(said) ? said.join(', ') : String(said)
    case 'free':
      return said
    default:
      return undefined
  }
}

/** `data` with a value at a path of fields: `assessment.worries`. */
const withValue = (data: Data, [first = '', ...rest]: readonly string[], value: DataValue): Data => {
  if (rest.length === 0) return { ...data, [first]: value }
  const inner = data[first]
  return { ...data, [first]: withValue(isData(inner) ? inner : {}, rest, value) }
}

/** The people whom a list names, or of whom it was said yes, where the event has a field for them. */
const peopleOf = (
  fields: readonly FormField[],
  groups: readonly (readonly [child: string | null, said: Leaves])[],
  event: string,
  facts: Facts,
): Data => {
  let data: Data = {}
  for (const field of fields) {
    const name = givenBy(field, event)
    if (name === null || kindOf(facts.procedure, event, name) !== 'people') continue
    const ids = groups.flatMap(([child, said]): readonly string[] => {
      const value = said[field.id]
      if (value === undefined) return []
      if (child !== null) return value === true ? [child] : []
      return idsNamed(value, facts.people)
    })
    // Asked of each child and yes for none, it is of nobody; an empty field would make it of everybody.
    const isAnswered = groups.some(([child, said]) => child !== null && said[field.id] !== undefined)
    if (ids.length > 0 || isAnswered) data = { ...data, [name]: [...new Set(ids)] }
  }
  return data
}

const actionRows = (answer: Answer): readonly DataValue[] =>
  rowsOf(answer)
    .filter(({ what }) => typeof what === 'string')
    .map((row) =>
      Object.fromEntries(
        ['what', 'who', 'by'].flatMap((key) => (isEmpty(row[key]) ? [] : [[key, row[key] as Leaf]])),
      ),
    )

/** What is asked of each child gives who was seen and who was not, or each child's own words in one text. */
const fromChildren = (field: FormField, answer: Answer, event: string, facts: Facts): Data => {
  const groups = Object.entries(childrenOf(answer))
  const part = (source: string): string | undefined =>
    field.fields.find((one) => givenBy(one, event) === source)?.id
  const [seen, reason, when] = [part('seen'), part('notSeen.reason'), part('notSeen.when')]
  const texts = field.fields.flatMap((one): readonly [string, string][] => {
    const name = givenBy(one, event)
    if (name === null || kindOf(facts.procedure, event, name) !== 'text') return []
    const lines = groups
      .filter(([, said]) => !isEmpty(said[one.id]))
      .map(
        ([child, said]) =>
          `${facts.people.find(({ id }) => id === child)?.name ?? child}: ${String(said[one.id])}`,
      )
    return lines.length === 0 ? [] : [[name, lines.join('\n')]]
  })
  if (seen === undefined) return Object.fromEntries(texts)
  const said = (group: Leaves, id: string | undefined, key: string): Data =>
    id === undefined || isEmpty(group[id]) ? {} : { [key]: String(group[id]) }
  const isNo = (group: Leaves): boolean => group[seen] === 'no' || group[seen] === false
  const answered = groups.filter(([, group]) => !isEmpty(group[seen]))
  const there = answered.filter(([, group]) => !isNo(group))
  const notThere = answered.filter(([, group]) => isNo(group))
  return {
    ...Object.fromEntries(texts),
    ...(there.length > 0
      ? { seen: there.map(([child, group]) => ({ child, alone: group[seen] === 'alone' })) }
      : {}),
    ...(notThere.length > 0
      ? {
          notSeen: notThere.map(([child, group]) => ({
            child,
            ...said(group, reason, 'reason'),
            ...said(group, when, 'when'),
          })),
        }
      : {}),
  }
}

export const kindOf = (
  { events }: Pick<Procedure, 'events'>,
  event: string,
  field: string,
): FieldKind | undefined => events[event]?.[field] ?? commonFields[field]

/** What the answers say in the event: its data, and the day on which it happened where a field of the form says it. */
export const eventOfForm = (
  form: Form,
  { event, says }: FormRecord,
  answers: Answers,
  facts: Facts,
): { readonly data: Data; readonly day: string | null } => {
  let data: Data = {}
  let day: string | null = null
  for (const field of topFields(form)) {
    const answer = answers[field.id]
    if (answer === undefined || isEmpty(answer)) continue
    if (field.kind === 'per child') {
      const said = peopleOf(field.fields, Object.entries(childrenOf(answer)), event, facts)
      data = { ...data, ...said, ...fromChildren(field, answer, event, facts) }
      continue
    }
    if (field.kind === 'rows') {
      const rows = rowsOf(answer).map((row) => [null, row] as const)
      data = { ...data, ...peopleOf(field.fields, rows, event, facts) }
    }
    const name = givenBy(field, event)
    if (name === null) continue
    if (name === 'at') day = typeof answer === 'string' ? answer : null
    else if (field.kind === 'rows') {
      const before = data[name]
      if (kindOf(facts.procedure, event, name) === 'actions')
        data = { ...data, [name]: [...(isList(before) ? before : []), ...actionRows(answer)] }
    } else {
      const path = name.split('.')
      const kind = kindOf(facts.procedure, event, path[0] ?? '')
      const value = kind === undefined ? undefined : leafFor(kind, answer as Leaf, facts)
      if (value !== undefined) data = withValue(data, path, value)
    }
  }
  return { data: { ...data, ...says }, day }
}
