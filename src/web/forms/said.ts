import type { DatePart } from '../components/date-input.ts'
import { textOf, textsOf } from './field.ts'
import type { FieldProblem } from './read-fields.ts'
import type { Typed } from './typed.ts'

/** What a control shows: its name, what was typed and what is wrong with it. Spread it into the component. */
export type Said = {
  /** For a line, a text or a list that opens: `input({ ...said.text('reason'), label: 'Reason' })`. */
  readonly text: (name: string) => {
    readonly name: string
    readonly value: string
    readonly error: string | undefined
  }
  readonly choice: Said['text']
  readonly several: (name: string) => {
    readonly name: string
    readonly values: readonly string[]
    readonly error: string | undefined
  }
  readonly date: (name: string) => {
    readonly id: string
    readonly namePrefix: string
    readonly values: Readonly<Record<DatePart, string>>
    readonly error: string | undefined
    readonly wrong: readonly DatePart[] | undefined
  }
}

export const saidIn = (typed: Typed, problems: readonly FieldProblem[] = []): Said => {
  const problem = (name: string): FieldProblem | undefined => problems.find(({ field }) => field === name)
  const one: Said['text'] = (name) => ({ name, value: textOf(typed, name), error: problem(name)?.text })
  return {
    text: one,
    choice: one,
    several: (name) => ({ name, values: textsOf(typed, name), error: problem(name)?.text }),
    date: (name) => ({
      id: name,
      namePrefix: name,
      values: {
        day: textOf(typed, `${name}-day`),
        month: textOf(typed, `${name}-month`),
        year: textOf(typed, `${name}-year`),
      },
      error: problem(name)?.text,
      wrong: problem(name)?.parts,
    }),
  }
}
