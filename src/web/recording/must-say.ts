import type { Data } from '#engine/case-event.ts'
import { fieldOf } from '#engine/history/entry.ts'
import { dateParts } from '../components/date-input.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import { mustSay } from './must-say.data.ts'
import type { Question } from './question.ts'

/** The telling in words, and the form to which an entry belongs, say what it means as well as any field. */
const telling: readonly string[] = ['account', 'voice', 'opinion', 'document']

/** The control with which a question is answered first. */
const firstControl = ({ kind, name }: Question): Pick<FieldProblem, 'field' | 'parts'> => {
  if (kind === 'date') return { field: name, parts: dateParts }
  return { field: kind === 'actions' ? `${name}-1-what` : name }
}

/** What is wrong with an entry that says nothing but when it happened; nothing where it says enough. */
export const saysNothing = (
  type: string,
  data: Data,
  questions: readonly Question[],
): readonly FieldProblem[] => {
  const must = mustSay[type]
  if (must === undefined) return []
  const says = [...must.any, ...telling].some((field) => fieldOf(data, field.split('.')) !== undefined)
  const asked = [...must.any, 'account'].flatMap(
    (field) => questions.find((question) => question.field === field) ?? [],
  )
  const [first] = asked
  return says || first === undefined ? [] : [{ ...firstControl(first), text: must.otherwise }]
}
