import type { Form, FormField } from '#procedure/rules/form.ts'
import type { FieldTest, Scalar } from '#procedure/rules/match.ts'
import type { Answer, Answers, AskedField, AskedSection, Leaf, Leaves } from './stored-document.ts'

/** Where an answer stands: a field; a field, a child and a field of the group; or a field, a row from 1 and a column. */
export type AnswerPath = readonly [field: string, inside?: string, part?: string]

const spoken = (value: Answer | undefined): readonly string[] => {
  if (value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string')
  return typeof value === 'object' ? [] : [String(value)]
}

const words = (values: readonly Scalar[]): readonly string[] =>
  values.map((value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)))

const holds = (test: FieldTest, value: Answer | undefined): boolean => {
  const said = spoken(value)
  switch (test.kind) {
    case 'in':
      return said.some((one) => words(test.values).includes(one))
    case 'not-in':
      return said.length > 0 && !said.some((one) => words(test.values).includes(one))
    case 'beyond':
      return said.some((one) => !words(test.values).includes(one))
    case 'present':
      return said.length > 0 === test.present
    case 'range':
      return said.some((one) => Number(one) >= test.atLeast && Number(one) <= test.atMost)
  }
}

/** Whether all tests hold for the answers: those beside, else those of the whole form. */
export const allHold = (tests: readonly FieldTest[], beside: Leaves | Answers, whole: Answers): boolean =>
  tests.every((test) => {
    const name = test.path.join('.')
    return holds(test, name in beside ? beside[name] : whole[name])
  })

/** Whether a question is asked, as far as the other answers say. */
export const isAsked = ({ shownWhen }: FormField, beside: Leaves | Answers, whole: Answers): boolean =>
  allHold(shownWhen, beside, whole)

/** Nothing said: no answer, no words, no rows. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

export const topFields = ({ sections }: Pick<Form, 'sections'>): readonly FormField[] =>
  sections.flatMap(({ fields }) => fields)

/** Several answers, or several words. */
export const isSeveral = (said: Leaf): said is readonly string[] => Array.isArray(said)

/** The rows of an answer, and the answers for each child; empty where it is neither. */
export const rowsOf = (answer: Answer | undefined): readonly Leaves[] =>
  Array.isArray(answer) ? answer.filter((row): row is Leaves => typeof row === 'object') : []

export const childrenOf = (answer: Answer | undefined): Readonly<Record<string, Leaves>> =>
  typeof answer === 'object' && !Array.isArray(answer) ? (answer as Readonly<Record<string, Leaves>>) : {}

type Missing = { readonly path: AnswerPath; readonly field: FormField }

/** A signature may follow when the document is there to be signed. */
const isNeeded = ({ needed, kind }: FormField): boolean => needed !== 'no' && kind !== 'signature'

const missingIn = (
  fields: readonly FormField[],
  group: Leaves,
  whole: Answers,
  path: (id: string) => AnswerPath,
): readonly Missing[] =>
  fields
    .filter((field) => isNeeded(field) && isAsked(field, group, whole) && isEmpty(group[field.id]))
    .map((field) => ({ path: path(field.id), field }))

/** What has to be answered before the form can be handed in and is not. */
export const missingAnswers = (
  form: Pick<Form, 'sections'>,
  answers: Answers,
  children: readonly string[],
): readonly Missing[] =>
  topFields(form)
    .filter((field) => isAsked(field, answers, answers))
    .flatMap((field): readonly Missing[] => {
      const { id, kind, fields } = field
      if (kind === 'per child')
        return children.flatMap((child) =>
          missingIn(fields, childrenOf(answers[id])[child] ?? {}, answers, (part) => [id, child, part]),
        )
      if (kind === 'rows') {
        const rows = rowsOf(answers[id])
        if (rows.length === 0) return isNeeded(field) ? [{ path: [id], field }] : []
        return rows.flatMap((row, i) => missingIn(fields, row, answers, (part) => [id, `${i + 1}`, part]))
      }
      return isNeeded(field) && isEmpty(answers[id]) ? [{ path: [id], field }] : []
    })

const asked = ({ id, kind, label, options, ends, fields }: FormField): AskedField => ({
  id,
  kind,
  label,
  options,
  ends,
  fields: fields.map(asked),
})

/** The questions as they are asked today, to be kept with the answers. */
export const sectionsAsked = ({ sections }: Pick<Form, 'sections'>): readonly AskedSection[] =>
  sections.map(({ id, title, fields }) => ({ id, title, fields: fields.map(asked) }))
