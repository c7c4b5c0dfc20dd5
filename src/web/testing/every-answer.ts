import { topFields } from '#casework/documents/asked.ts'
import type { AnswerPath } from '#casework/documents/asked.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import { controlOf } from '../filling/control-of.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>

const day = (name: string, [date = '', month = '', year = '']: readonly string[]): Fields => ({
  [`${name}-day`]: date,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

const leaf = (field: FormField, path: AnswerPath, today: readonly string[]): Fields => {
  const name = controlOf(path)
  switch (field.kind) {
    case 'date':
      return day(name, today)
    case 'yes-no':
      return { [name]: 'yes' }
    case 'scale':
      return { [name]: '7' }
    case 'choice':
      return { [name]: field.options[0]?.id ?? '' }
    case 'several':
      return { [name]: field.options.map(({ id }) => id) }
    case 'narrative':
      return { [name]: `Words for ${path.join(' ')}.\nA second line & <more>` }
    default:
      return { [name]: `Words for ${path.join(' ')}` }
  }
}

/** An answer to every question of a form: the first choice, yes, today, and words that say which question they answer. */
export const everyAnswer = (
  form: Form,
  children: readonly string[],
  today: readonly [date: string, month: string, year: string],
): Fields =>
  Object.assign(
    {},
    ...topFields(form).flatMap((field): readonly Fields[] => {
      const inside = (part: string) =>
        field.fields.map((inner) => leaf(inner, [field.id, part, inner.id], today))
      if (field.kind === 'per child') return children.flatMap(inside)
      if (field.kind === 'rows') return [{ [`${controlOf([field.id])}-rows`]: '2' }, ...inside('1')]
      return [leaf(field, [field.id], today)]
    }),
  ) as Fields
