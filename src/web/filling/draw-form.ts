import { longDayInWords } from '#calendar/day-in-words.ts'
import type { Day } from '#calendar/day.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import { topFields } from '#casework/documents/asked.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import { isBorn } from '#engine/case-event.ts'
import { capital, listed } from '#procedure/in-words.ts'
import type { FieldTest } from '#procedure/rules/match.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { ageInWords } from '../family/age-in-words.ts'
import { saidIn } from '../forms/said.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Typed } from '../forms/typed.ts'
import { addButton, rowsIn } from '../recording/rows.ts'
import { controlOf } from './control-of.ts'
import { drawLeaf, namesOffered } from './draw-leaf.ts'
import { leastRows } from './read-form.ts'

export type FormFilling = {
  readonly form: Form
  readonly typed: Typed
  readonly problems: readonly FieldProblem[]
  readonly children: readonly CasePerson[]
  /** Names that boxes for people offer. */
  readonly names: readonly string[]
  readonly today: Day
}

/** What another answer has to be for a question to be asked: for people, and for the script. */
type Condition = { readonly words: string; readonly name: string; readonly test: FieldTest }

const wordsOf = (field: FormField, value: string): string => {
  if (field.kind === 'yes-no') return value === 'no' || value === 'false' ? 'No' : 'Yes'
  return field.options.find(({ id }) => id === value)?.label ?? value
}

const saysWhat = (field: FormField, test: FieldTest): string => {
  switch (test.kind) {
    case 'in':
    case 'not-in': {
      const all = listed(
        test.values.map((value) => `“${wordsOf(field, String(value))}”`),
        'or',
      )
      return test.kind === 'in' ? `is ${all}` : `is not ${all}`
    }
    case 'present':
      return test.present ? 'is answered' : 'is not answered'
    case 'range':
      return Number.isFinite(test.atLeast) ? `is ${test.atLeast} or more` : `is ${test.atMost} or less`
    case 'beyond':
      return 'has something else in it'
  }
}

const conditionsOf = (
  field: FormField,
  beside: readonly FormField[],
  path: (id: string) => string,
  form: Form,
): readonly Condition[] =>
  field.shownWhen.flatMap((test) => {
    const id = test.path.join('.')
    const near = beside.find((one) => one.id === id)
    const other = near ?? topFields(form).find((one) => one.id === id)
    if (other === undefined) return []
    const name = near === undefined ? controlOf([id]) : path(id)
    return [{ words: `Only if “${other.label}” ${saysWhat(other, test)}.`, name, test }]
  })

/** Read by the script, which hides what is not asked; without it the words alone say so. */
const forScript = (conditions: readonly Condition[]): string =>
  JSON.stringify(
    conditions.flatMap(({ name, test }) =>
      test.kind === 'in' ? [{ name, any: test.values.map((value) => wordOf(value)) }] : [],
    ),
  )

const wordOf = (value: string | number | boolean): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

type Drawing = FormFilling & { readonly said: ReturnType<typeof saidIn> }

const asked = (
  field: FormField,
  beside: readonly FormField[],
  path: (id: string) => string,
  drawing: Drawing,
  isInRow = false,
): Html => {
  const conditions = conditionsOf(field, beside, path, drawing.form)
  const onlyIf = conditions.length === 0 ? null : conditions.map(({ words }) => words).join(' ')
  const drawn = drawLeaf(field, path(field.id), drawing.said, onlyIf, isInRow)
  return conditions.length === 0
    ? drawn
    : html`<div class="app-only-if" data-only-if="${forScript(conditions)}">${drawn}</div>`
}

const about = (person: CasePerson, today: Day): Part => {
  const age = ageInWords(person, today)
  const isKnown = person.born !== null && isBorn(person, today)
  return isKnown ? `Born ${longDayInWords(person.born)}, ${age}` : capital(age)
}

const forChildren = (field: FormField, drawing: Drawing): Html => {
  const { children, today } = drawing
  if (children.length === 0)
    return html`<p class="govuk-body">No child is part of this case yet, so there is nobody to write about here.</p>`
  return html`${children.map(
    (child) =>
      html`<fieldset class="govuk-fieldset app-child"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${child.name}</legend><p class="govuk-hint">${about(child, today)}</p>${field.fields.map(
        (inner) => asked(inner, field.fields, (id) => controlOf([field.id, child.id, id]), drawing),
      )}</fieldset>`,
  )}`
}

const inRows = (field: FormField, drawing: Drawing): Html => {
  const name = controlOf([field.id])
  const count = rowsIn(drawing.typed, name, leastRows)
  const rows = Array.from({ length: count }, (_, i) => i + 1)
  const optional = field.needed === 'no' ? ' (optional)' : ''
  return html`<div id="${name}"><h3 class="govuk-heading-s">${field.label}${optional}</h3>${
    field.guidance !== null && html`<p class="govuk-hint">${field.guidance}</p>`
  }${rows.map(
    (row) =>
      html`<fieldset class="govuk-fieldset app-row"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><span class="govuk-visually-hidden">${field.label}: </span>${row} of ${count}</legend><div class="app-columns">${field.fields.map(
        (inner) => asked(inner, field.fields, (id) => controlOf([field.id, `${row}`, id]), drawing, true),
      )}</div></fieldset>`,
  )}${addButton(name, count, 'Add another row')}</div>`
}

const drawField = (field: FormField, drawing: Drawing): Html => {
  const top = topFields(drawing.form)
  const path = (id: string): string => controlOf([id])
  if (field.kind !== 'per child' && field.kind !== 'rows') return asked(field, top, path, drawing)
  const drawn = field.kind === 'per child' ? forChildren(field, drawing) : inRows(field, drawing)
  const conditions = conditionsOf(field, top, path, drawing.form)
  return conditions.length === 0
    ? drawn
    : html`<div class="app-only-if" data-only-if="${forScript(conditions)}"><p class="govuk-hint">${conditions.map(({ words }) => words).join(' ')}</p>${drawn}</div>`
}

/** The questions of a form, section by section, with what was typed and what is wrong with it. */
export const drawForm = (filling: FormFilling): Html => {
  const drawing = { ...filling, said: saidIn(filling.typed, filling.problems) }
  return html`<datalist id="${namesOffered}">${filling.names.map((name) => html`<option value="${name}"></option>`)}</datalist>${filling.form.sections.map(
    ({ id, title, guidance, fields }) =>
      html`<section class="app-form-part" aria-labelledby="part-${id}"><h2 class="govuk-heading-m" id="part-${id}">${title}</h2>${
        guidance !== null && html`<p class="govuk-body app-quiet">${guidance}</p>`
      }${fields.map((field) => drawField(field, drawing))}</section>`,
  )}`
}

/** The way to each section, for a form that is longer than a screen. */
export const contentsOf = (
  { sections }: Pick<Form, 'sections'>,
  more: readonly (readonly [string, string])[],
): Part => {
  const all = [...sections.map(({ id, title }) => [`part-${id}`, title] as const), ...more]
  return (
    all.length > 2 &&
    html`<nav class="app-contents" aria-label="Parts of this form"><ol class="govuk-list">${all.map(
      ([id, title]) => html`<li><a class="govuk-link" href="#${id}">${title}</a></li>`,
    )}</ol></nav>`
  )
}
