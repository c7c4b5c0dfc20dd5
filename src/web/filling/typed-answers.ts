import { childrenOf, isEmpty, rowsOf, topFields } from '#casework/documents/asked.ts'
import type { AnswerPath } from '#casework/documents/asked.ts'
import type { Answers, Leaf } from '#casework/documents/stored-document.ts'
import { parseDay } from '#calendar/day.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import type { Typed } from '../forms/typed.ts'
import { typedDay } from '../recording/when-it-happened.ts'
import { controlOf } from './control-of.ts'

const typedLeaf = ({ kind }: FormField, name: string, said: Leaf): Typed => {
  if (kind === 'date') {
    const day = parseDay(String(said))
    return day === undefined ? {} : typedDay(name, day)
  }
  if (typeof said === 'boolean') return { [name]: said ? 'yes' : 'no' }
  return { [name]: typeof said === 'object' ? said : String(said) }
}

/** Answers as they stand in the boxes of their form. */
export const typedAnswers = (form: Pick<Form, 'sections'>, answers: Answers): Typed => {
  const all: Typed[] = []
  const put = (field: FormField, path: AnswerPath, said: Leaf | undefined): void => {
    if (said !== undefined && !isEmpty(said)) all.push(typedLeaf(field, controlOf(path), said))
  }
  for (const field of topFields(form)) {
    const answer = answers[field.id]
    if (field.kind === 'per child')
      for (const [child, group] of Object.entries(childrenOf(answer)))
        for (const inner of field.fields) put(inner, [field.id, child, inner.id], group[inner.id])
    else if (field.kind === 'rows') {
      const rows = rowsOf(answer)
      for (const [i, row] of rows.entries())
        for (const inner of field.fields) put(inner, [field.id, `${i + 1}`, inner.id], row[inner.id])
      if (rows.length > 0) all.push({ [`${controlOf([field.id])}-rows`]: String(rows.length) })
    } else put(field, [field.id], answer as Leaf | undefined)
  }
  return Object.assign({}, ...all) as Typed
}
