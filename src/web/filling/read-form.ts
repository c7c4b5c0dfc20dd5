import { formatDay } from '#calendar/day.ts'
import { isEmpty, missingAnswers, topFields } from '#casework/documents/asked.ts'
import type { AnswerPath } from '#casework/documents/asked.ts'
import type { Answer, Answers, Leaf, Leaves } from '#casework/documents/stored-document.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import { dateParts } from '../components/date-input.ts'
import { date } from '../forms/date-fields.ts'
import { textsOf } from '../forms/field.ts'
import type { Field } from '../forms/field.ts'
import { choice, narrative, several, text, whole } from '../forms/fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Typed } from '../forms/typed.ts'
import { rowsIn } from '../recording/rows.ts'
import { controlOf } from './control-of.ts'

/** The rows that a list shows before any is filled in. */
export const leastRows = 2

/** The most that one form holds, in characters. */
const mostOfAll = 400_000

export type FormRead = {
  readonly answers: Answers
  /** What cannot be read, and what is missing before the form can be handed in; in the order of the questions. */
  readonly problems: readonly FieldProblem[]
  /** What was sent and has no place in the form, as it was typed. */
  readonly leftOver: readonly string[]
}

const asBoolean =
  (among: Field<'yes' | 'no' | null>): Field<boolean | null> =>
  (typed, name) => {
    const read = among(typed, name)
    return 'wrong' in read ? read : { value: read.value === null ? null : read.value === 'yes' }
  }

const asDay =
  (label: string): Field<string | null> =>
  (typed, name) => {
    const read = date({ name: label })(typed, name)
    return 'wrong' in read ? read : { value: read.value === null ? null : formatDay(read.value) }
  }

const fieldFor = ({ kind, options, label }: FormField): Field<Leaf | null> => {
  const ids = options.map(({ id }) => id)
  switch (kind) {
    case 'narrative':
      return narrative({ name: `“${label}”` })
    case 'date':
      return asDay(`“${label}”`)
    case 'choice':
      return choice(ids)
    case 'several':
      return several(ids)
    case 'yes-no':
      return asBoolean(choice(['yes', 'no']))
    case 'scale':
      return whole({ least: 0, most: 10, name: `“${label}”` })
    default:
      return text({ name: `“${label}”`, most: 1000 })
  }
}

const partsOf = ({ kind }: FormField): readonly string[] =>
  kind === 'date' ? dateParts.map((part) => `-${part}`) : ['']

/** @param whom the child of whom it is asked, where it is asked of each */
const needs = ({ kind, label }: FormField, whom: string | undefined): string => {
  const about = whom === undefined ? '' : ` for ${whom}`
  if (kind === 'choice' || kind === 'several' || kind === 'yes-no' || kind === 'scale')
    return `Choose an answer to “${label}”${about}`
  return `Answer “${label}”${about}`
}

/** What was sent beside the questions of a form that its page does not have: the form has changed, or a child left. */
const leftOverIn = (typed: Typed, known: ReadonlySet<string>): readonly string[] =>
  Object.keys(typed)
    .filter((name) => name.startsWith('q_') && !known.has(name))
    .flatMap((name) => textsOf(typed, name))

type Reading = {
  readonly typed: Typed
  readonly known: Set<string>
  readonly problems: Map<string, FieldProblem>
}

const readLeaf = (
  field: FormField,
  path: AnswerPath,
  { typed, known, problems }: Reading,
): Leaf | undefined => {
  const name = controlOf(path)
  for (const part of partsOf(field)) known.add(`${name}${part}`)
  const read = fieldFor(field)(typed, name)
  if ('wrong' in read) {
    problems.set(name, { field: name, ...read.wrong })
    return undefined
  }
  return read.value === null || isEmpty(read.value) ? undefined : read.value
}

const readGroup = (
  fields: readonly FormField[],
  path: (id: string) => AnswerPath,
  reading: Reading,
): Leaves =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const said = readLeaf(field, path(field.id), reading)
      return said === undefined ? [] : [[field.id, said]]
    }),
  )

const readField = (field: FormField, children: readonly string[], reading: Reading): Answer | undefined => {
  const { id, kind, fields } = field
  if (kind === 'per child') {
    const groups = children.map(
      (child) => [child, readGroup(fields, (part) => [id, child, part], reading)] as const,
    )
    return Object.fromEntries(groups.filter(([, group]) => !isEmpty(group)))
  }
  if (kind !== 'rows') return readLeaf(field, [id], reading)
  const name = controlOf([id])
  reading.known.add(`${name}-rows`)
  const count = rowsIn(reading.typed, name, leastRows)
  const rows = Array.from({ length: count }, (_, i) =>
    readGroup(fields, (part) => [id, `${i + 1}`, part], reading),
  )
  // A row keeps its number while it has something wrong in it, so that the problem leads to it.
  return rows.filter((row, i) => !isEmpty(row) || isWrong(reading, `${name}_${i + 1}_`))
}

const isWrong = ({ problems }: Reading, stem: string): boolean =>
  [...problems.keys()].some((name) => name.startsWith(stem))

/** Rows that were left empty are not there: those behind them are one further up in the answers than on the page. */
const rowOnPage = (typed: Typed, field: FormField, row: number): number => {
  const name = controlOf([field.id])
  const filled = Array.from({ length: rowsIn(typed, name, leastRows) }, (_, i) => i + 1).filter((i) =>
    field.fields.some((inner) =>
      partsOf(inner).some(
        (part) => textsOf(typed, `${controlOf([field.id, `${i}`, inner.id])}${part}`).length > 0,
      ),
    ),
  )
  return filled[row - 1] ?? row
}

/** The answers of a form out of what was typed, with everything that is in the way of handing it in. */
export const readForm = (
  form: Form,
  typed: Typed,
  all: readonly { readonly id: string; readonly name: string }[],
): FormRead => {
  const children = all.map(({ id }) => id)
  const reading: Reading = { typed, known: new Set(), problems: new Map() }
  const fields = topFields(form)
  const answers: Record<string, Answer> = {}
  for (const field of fields) {
    const answer = readField(field, children, reading)
    if (answer !== undefined && !isEmpty(answer)) answers[field.id] = answer
  }
  for (const { path, field } of missingAnswers(form, answers, children)) {
    const [id, row, part] = path
    const list = fields.find((one) => one.id === id && one.kind === 'rows')
    const onPage: AnswerPath =
      list !== undefined && row !== undefined && part !== undefined
        ? [id, `${rowOnPage(typed, list, Number(row))}`, part]
        : path
    const name = controlOf(onPage)
    const control = field.kind === 'rows' ? `${name}_1_${field.fields[0]?.id ?? ''}` : name
    if (reading.problems.has(control)) continue
    const parts = field.kind === 'date' ? dateParts : undefined
    const whom = list === undefined ? all.find((one) => one.id === row)?.name : undefined
    reading.problems.set(control, { field: control, text: needs(field, whom), parts })
  }
  const size = JSON.stringify(answers).length
  if (size > mostOfAll)
    reading.problems.set('hand-in', {
      field: 'hand-in',
      text: `The form holds ${mostOfAll.toLocaleString('en-GB')} characters. It has ${size.toLocaleString('en-GB')}: shorten the longest answers`,
    })
  return {
    answers,
    problems: inOrder([...reading.problems.values()], [...reading.known]),
    leftOver: leftOverIn(typed, reading.known),
  }
}

const inOrder = (problems: readonly FieldProblem[], known: readonly string[]): readonly FieldProblem[] => {
  const place = ({ field }: FieldProblem): number => {
    const at = known.findIndex((name) => name === field || name === `${field}-day`)
    return at === -1 ? known.length : at
  }
  return problems.toSorted((a, b) => place(a) - place(b))
}
