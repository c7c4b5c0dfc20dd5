import type { Field, Wrong } from './field.ts'
import type { Typed } from './typed.ts'

/** A form's questions by the names of their controls. */
export type FormSpec = Readonly<Record<string, Field<unknown>>>

export type FieldProblem = Wrong & { readonly field: string }

export type Answers<S extends FormSpec> = {
  readonly [K in keyof S]: S[K] extends Field<infer V> ? V : never
}

export type ReadForm<S extends FormSpec> =
  | { readonly ok: true; readonly values: Answers<S> }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** Reads every answer, and says of all that are wrong at once, in the order of the questions. */
export const readFields = <S extends FormSpec>(typed: Typed, spec: S): ReadForm<S> => {
  const values: Record<string, unknown> = {}
  const problems: FieldProblem[] = []
  for (const [field, read] of Object.entries(spec)) {
    const result = read(typed, field)
    if ('wrong' in result) problems.push({ field, ...result.wrong })
    else values[field] = result.value
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values: values as Answers<S> }
}

/** The control that an error in the summary leads to. */
export const controlOf = ({ field, parts }: FieldProblem): string =>
  parts === undefined ? field : `${field}-${parts[0] ?? 'day'}`
