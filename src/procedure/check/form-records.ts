import type { Form } from '../rules/form.ts'
import type { FormRecord } from '../rules/form-record.ts'
import { meantOrKnown } from '../reading/nearest.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import type { ProblemCode } from '../problem-codes.ts'
import { fieldAt } from './field-of.ts'
import { lineOfWord } from './line-of-word.ts'
import { misfits } from './value-fits.ts'

type Fault = { readonly code: ProblemCode; readonly word: string; readonly what: string }

const saysFaults = ({ procedure }: Version, { event, says }: FormRecord): readonly Fault[] =>
  Object.entries(says).flatMap(([field, value]): readonly Fault[] => {
    const found = fieldAt(procedure, event, [field])
    if ('unknown' in found)
      return [
        {
          code: 'unknown-field',
          word: field,
          what: `The form says "${field}" in the event ${event}, which has no such field.${meantOrKnown(field, found.known)}`,
        },
      ]
    return misfits({ path: [field], kind: 'in', values: [value] }, found.kind).map(({ why }) => ({
      code: 'unknown-value' as const,
      word: String(value),
      what: `The form says in the event ${event}: ${why}`,
    }))
  })

const whenFaults = ({ when }: FormRecord, { sections }: Form): readonly Fault[] => {
  const fields = sections.flatMap((section) => section.fields)
  return when.flatMap((test): readonly Fault[] => {
    const name = test.path.join('.')
    const field = fields.find(({ id }) => id === name)
    if (field === undefined)
      return [
        {
          code: 'unknown-form-field',
          word: name,
          what: `What the form records depends on "${name}", which it does not ask.${meantOrKnown(
            name,
            fields.map(({ id }) => id),
          )}`,
        },
      ]
    const answers = field.kind === 'yes-no' ? ['yes', 'no'] : field.options.map(({ id }) => id)
    if (answers.length === 0 || (test.kind !== 'in' && test.kind !== 'not-in')) return []
    return test.values
      .map(String)
      .filter((value) => !answers.includes(value))
      .map((value) => ({
        code: 'unknown-value' as const,
        word: value,
        what: `What the form records depends on "${name}" being "${value}", which it never is. It may be ${answers.join(', ')}.`,
      }))
  })
}

const recordFaults = (version: Version, record: FormRecord, form: Form): readonly Fault[] => {
  const known = Object.keys(version.procedure.events)
  if (!known.includes(record.event))
    return [
      {
        code: 'unknown-event',
        word: record.event,
        what: `The form records "${record.event}", but there is no such event.${meantOrKnown(record.event, known)}`,
      },
    ]
  return [...saysFaults(version, record), ...whenFaults(record, form)]
}

/** What is wrong with the events that a form says it records. */
export const formRecordProblems = (version: Version, form: Form): readonly Problem[] => {
  const file = { path: form.file, text: form.text }
  return form.records.flatMap((record) =>
    recordFaults(version, record, form).map(({ code, word, what }) =>
      problemAt(
        code,
        { file: form.file, line: lineOfWord(file, lineOfWord(file, 1, 'records'), word) },
        what,
      ),
    ),
  )
}
