import { formatDay, parseDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import { capital } from '#procedure/in-words.ts'
import { isEmpty, isSeveral, rowsOf, topFields } from './asked.ts'
import { sourcesIn } from './sources.ts'
import type { Found, SourceFacts, Sources } from './sources.ts'
import type { Answer, Answers, Leaf, Leaves } from './stored-document.ts'

const words = (found: Leaf): string => {
  if (typeof found === 'boolean') return found ? 'Yes' : 'No'
  if (isSeveral(found)) return found.join(', ')
  const said = String(found)
  // A value of the vocabulary, such as non-engagement, put into words.
  return /^[a-z]+(-[a-z]+)+$/.test(said) ? capital(said.replaceAll('-', ' ')) : said
}

const oneOf = ({ options }: FormField, found: Leaf): string | undefined =>
  options.find(({ id, label }) => id === found || label === found)?.id

/** What was found as an answer to a question; undefined where it is none. */
export const leafFor = (field: FormField, found: Leaf): Leaf | undefined => {
  switch (field.kind) {
    case 'short text':
    case 'narrative':
    case 'person':
      return words(found)
    case 'date': {
      const day = parseDay(String(found).slice(0, 10))
      return day === undefined ? undefined : formatDay(day)
    }
    case 'choice':
      return oneOf(field, found)
    case 'several':
      return isSeveral(found) ? found.filter((one) => oneOf(field, one) === one) : undefined
    case 'yes-no':
      return typeof found === 'boolean' ? found : undefined
    case 'scale':
      return typeof found === 'number' ? found : undefined
    default:
      return undefined
  }
}

const isRows = (found: Found): found is readonly Leaves[] =>
  Array.isArray(found) && found.some((one) => typeof one === 'object')

/** What happened to an action stands in a column for it, where there is an answer that says so. */
const stateOf = (columns: readonly FormField[], { done }: Leaves): Leaves => {
  const column = columns.find(({ id }) => id === 'state')
  return done === true && column !== undefined && oneOf(column, 'done') !== undefined ? { state: 'done' } : {}
}

const rowFor = (columns: readonly FormField[], row: Leaves): Leaves => ({
  ...Object.fromEntries(
    columns.flatMap((column) => {
      const said = row[column.id]
      const value = said === undefined ? undefined : leafFor(column, said)
      return value === undefined ? [] : [[column.id, value]]
    }),
  ),
  ...stateOf(columns, row),
})

const firstFound = (
  field: FormField,
  sources: Sources,
  skip: ReadonlySet<string>,
  child: string | null,
): Found => {
  for (const source of field.from) {
    if (skip.has(source.split('.').slice(0, 2).join('.'))) continue
    const found = sources.find(source, child)
    if (found !== null && !isEmpty(found)) return found
  }
  return null
}

const leaf = (
  field: FormField,
  sources: Sources,
  skip: ReadonlySet<string>,
  child: string | null,
): Leaf | undefined => {
  const found = firstFound(field, sources, skip, child)
  return found === null || isRows(found) ? undefined : leafFor(field, found)
}

/** The rows of the last form of its kind, with what has been done since. */
const rowsBefore = (
  { latest }: SourceFacts,
  form: Form,
  field: FormField,
  sources: Sources,
): readonly Leaves[] => {
  const before = latest.find(({ template }) => template === form.id)?.content
  if (before?.kind !== 'form') return []
  const done = new Set(sources.actions().flatMap((row) => (row['done'] === true ? [row['what']] : [])))
  return rowsOf(before.answers[field.id]).map((row) =>
    rowFor(field.fields, done.has(row['what'] as string) ? { ...row, done: true } : row),
  )
}

const namesOwn = (field: FormField, own: ReadonlySet<string>): boolean =>
  field.from.some((source) => own.has(source.split('.').slice(0, 2).join('.')))

const none: ReadonlySet<string> = new Set()

const forEachChild = (
  field: FormField,
  sources: Sources,
  skip: ReadonlySet<string>,
  children: readonly string[],
): Readonly<Record<string, Leaves>> => {
  const said = (child: string): Leaves =>
    Object.fromEntries(
      field.fields.flatMap((one) => {
        const answer = leaf(one, sources, skip, child)
        return answer === undefined || isEmpty(answer) ? [] : [[one.id, answer]]
      }),
    )
  return Object.fromEntries(
    children.map((child) => [child, said(child)] as const).filter(([, group]) => !isEmpty(group)),
  )
}

/** So many days after a meeting its minutes are still written. */
const lately = 14

/** The day on which the event happened: today, unless an agreed day has just passed. It cannot lie ahead. */
const dayOfEvent = (
  field: FormField,
  own: ReadonlySet<string>,
  { now }: SourceFacts,
  found: Leaf | undefined,
): Leaf | undefined => {
  if (
    field.kind !== 'date' ||
    !field.from.some((source) => source.endsWith('.at') && own.has(source.slice(0, -3)))
  )
    return found
  const today = dayOf(now)
  const day = typeof found === 'string' ? parseDay(found) : undefined
  const isLikely = day !== undefined && day <= today && day > today - lately
  return formatDay(isLikely ? day : today)
}

/**
 * What a form already says when it is begun, from what is on record. What an earlier event of the kind that the form
 * records said is not taken for what this one says; only the rows of a plan go on. The day of the event is today.
 */
export const carriedOver = (form: Form, facts: SourceFacts, children: readonly string[]): Answers => {
  const sources = sourcesIn(facts)
  const own = new Set(form.records.map(({ event }) => event))
  const carried: Record<string, Answer> = {}
  const put = (id: string, answer: Answer | undefined): void => {
    if (answer !== undefined && !isEmpty(answer)) carried[id] = answer
  }
  let isTaken = false
  for (const field of topFields(form)) {
    if (field.kind === 'per child') {
      put(field.id, forEachChild(field, sources, own, children))
    } else if (field.kind === 'rows') {
      const isOwn = namesOwn(field, own)
      const before = isOwn ? rowsBefore(facts, form, field, sources) : []
      // Two lists of actions in one form are one list in the event: it is not carried into both.
      const found = before.length > 0 || (isOwn && isTaken) ? null : firstFound(field, sources, none, null)
      isTaken ||= isOwn
      put(field.id, isRows(found) ? found.map((row) => rowFor(field.fields, row)) : before)
    } else put(field.id, dayOfEvent(field, own, facts, leaf(field, sources, own, null)))
  }
  return carried
}
