import { otherSigners } from '../rules/form.ts'
import type { Form } from '../rules/form.ts'
import type { FieldTest } from '../rules/match.ts'
import { meantOrKnown } from '../reading/nearest.ts'
import type { Version } from '../pack.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import type { ProblemCode } from '../problem-codes.ts'
import type { FieldPlace } from './form-fields.ts'
import { fieldPlaces } from './form-fields.ts'
import { formRecordProblems } from './form-records.ts'
import { sourceFault } from './form-source.ts'
import { lineOfWord } from './line-of-word.ts'

type Say = (code: ProblemCode, after: string, word: string, what: string) => Problem

const sayOf =
  (form: Form): Say =>
  (code, after, word, what) => {
    const file = { path: form.file, text: form.text }
    return problemAt(
      code,
      { file: form.file, line: lineOfWord(file, lineOfWord(file, 1, after), word) },
      what,
    )
  }

/** Said at the second of two fields, or sections, with one id. */
const sayAgain = (form: Form, id: string): Problem => {
  const file = { path: form.file, text: form.text }
  const word = `id: ${id.replace(/^.*[ .]/, '')}`
  const line = lineOfWord(file, lineOfWord(file, 1, word) + 1, word)
  return problemAt('form-field-twice', { file: form.file, line }, `There are two with the id "${id}".`)
}

/** What a choice or a yes-no may be answered with; undefined when anything may be. */
const answersOf = ({ field }: FieldPlace): readonly string[] | undefined => {
  if (field.kind === 'yes-no') return ['yes', 'no']
  return field.options.length > 0 ? field.options.map((option) => option.id) : undefined
}

const shownWhenProblems = (
  place: FieldPlace,
  test: FieldTest,
  places: readonly FieldPlace[],
  say: Say,
): readonly Problem[] => {
  const name = test.path.join('.')
  const own = `id: ${place.field.id}`
  const known = [
    ...place.beside.map((field) => field.id),
    ...places.map(({ path }) => path).filter((path) => !path.includes('.')),
  ].filter((id) => id !== place.field.id)
  const other = known.includes(name)
    ? places.find(
        ({ field, beside }) => field.id === name && (beside === place.beside || beside === places[0]?.beside),
      )
    : undefined
  if (other === undefined)
    return [
      say(
        'unknown-form-field',
        own,
        name,
        `"${place.path}" is shown when "${name}" says something, but there is no such field.${meantOrKnown(name, known)}`,
      ),
    ]
  const answers = answersOf(other)
  if (answers === undefined || (test.kind !== 'in' && test.kind !== 'not-in')) return []
  return test.values
    .map(String)
    .filter((value) => !answers.includes(value))
    .map((value) =>
      say(
        'unknown-value',
        own,
        value,
        `"${place.path}" is shown when "${name}" is "${value}", which it never is. It may be ${answers.join(', ')}.`,
      ),
    )
}

const formProblems = (version: Version, form: Form): readonly Problem[] => {
  const say = sayOf(form)
  const places = fieldPlaces(form)
  const fileId = form.file.replace(/^.*\//, '').replace(/\.yaml$/, '')
  const checklists = version.procedure.checklists.map((checklist) => checklist.id)
  const signers = [...Object.keys(version.procedure.roles), ...otherSigners]
  const ids = [...form.sections.map(({ id }) => `section ${id}`), ...places.map(({ path }) => path)]
  return [
    ...(form.id === fileId
      ? []
      : [
          say(
            'form-id-differs',
            'form',
            form.id,
            `The file is called ${fileId}, but the form says "${form.id}".`,
          ),
        ]),
    ...form.checklists
      .filter((id) => !checklists.includes(id))
      .map((id) =>
        say(
          'unknown-checklist',
          'checklists',
          id,
          `There is no checklist "${id}".${meantOrKnown(id, checklists)}`,
        ),
      ),
    ...formRecordProblems(version, form),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => sayAgain(form, id)),
    ...places.flatMap((place) =>
      place.field.from.flatMap((from) => {
        const fault = sourceFault(version, from)
        if (fault === undefined) return []
        return [
          say(
            'unknown-source',
            `id: ${place.field.id}`,
            from,
            `"${place.path}" is filled in from "${from}", which ${fault}`,
          ),
        ]
      }),
    ),
    ...places.flatMap(({ path, field }) =>
      field.by
        .filter((role) => !signers.includes(role))
        .map((role) =>
          say(
            'unknown-signer',
            `id: ${field.id}`,
            role,
            `"${path}" is signed by "${role}", but there is no such role.${meantOrKnown(role, signers)}`,
          ),
        ),
    ),
    ...places.flatMap((place) =>
      place.field.shownWhen.flatMap((test) => shownWhenProblems(place, test, places, say)),
    ),
  ]
}

/** What does not fit together within the forms of a version, and what they name that is not there. */
export const formFaults = (version: Version): readonly Problem[] =>
  version.forms.flatMap((form) => formProblems(version, form))
