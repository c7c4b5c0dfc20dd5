import { parseDay } from '#calendar/day.ts'
import { longDayInWords } from '#calendar/day-in-words.ts'
import { childrenOf, isEmpty, rowsOf } from '#casework/documents/asked.ts'
import type {
  Answer,
  AskedField,
  AskedSection,
  FormContent,
  Leaf,
  Leaves,
} from '#casework/documents/stored-document.ts'
import { listed } from '#procedure/in-words.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { table } from '../components/table.ts'

const labelIn = ({ options }: AskedField, id: unknown): string =>
  options.find((option) => option.id === id)?.label ?? String(id)

/** An answer in words, by the question as it was asked. */
const leafWords = (field: AskedField, said: Leaf): string => {
  switch (field.kind) {
    case 'date': {
      const day = parseDay(String(said))
      return day === undefined ? String(said) : longDayInWords(day)
    }
    case 'yes-no':
      return said === true ? 'Yes' : 'No'
    case 'choice':
      return labelIn(field, said)
    case 'several':
      return Array.isArray(said) ? listed(said.map((one) => labelIn(field, one))) : String(said)
    case 'scale': {
      const [low, high] = field.ends ?? [null, null]
      const ends = low === null || high === null ? '' : ` (0: ${low}; 10: ${high})`
      return `${String(said)} of 10${ends}`
    }
    default:
      return String(said)
  }
}

const isShort = ({ kind }: AskedField): boolean => kind !== 'narrative'

/** What stands on a line for a signature where nothing was typed: who has signed it, or that nobody has. */
type SignedOn = (field: AskedField) => Part

const nobody: SignedOn = () => null

const unsigned = (): Html => html`<span class="app-quiet app-signature">Not signed yet</span>`

const item = (field: AskedField, said: Leaf | undefined, signed: SignedOn): Part => {
  if (said === undefined || isEmpty(said)) {
    return (
      field.kind === 'signature' &&
      html`<div class="app-answer app-answer--short"><dt>${field.label}</dt><dd>${signed(field) ?? unsigned()}</dd></div>`
    )
  }
  const short = isShort(field) && ' app-answer--short'
  return html`<div class="app-answer${short}"><dt>${field.label}</dt><dd class="app-lines">${leafWords(field, said)}</dd></div>`
}

const answerList = (items: readonly Part[]): Part =>
  items.some(Boolean) && html`<dl class="app-answers">${items}</dl>`

const ofChildren = (field: AskedField, answer: Answer | undefined, { children }: FormContent): Part => {
  const groups = childrenOf(answer)
  return children.map(({ id, name }) => {
    const said: Leaves = groups[id] ?? {}
    const items = answerList(field.fields.map((inner) => item(inner, said[inner.id], nobody)))
    return items !== false && html`<h3 class="govuk-heading-s app-answers__who">${name}</h3>${items}`
  })
}

const ofRows = (field: AskedField, answer: Answer | undefined): Part => {
  const rows = rowsOf(answer)
  const columns = field.fields.filter((column) => rows.some((row) => !isEmpty(row[column.id])))
  if (rows.length === 0) return null
  return html`<div class="app-scroll" tabindex="0" role="region" aria-label="${field.label}">${table({
    caption: field.label,
    captionClasses: 'govuk-table__caption--s',
    head: columns.map(({ label }) => ({ text: label })),
    rows: rows.map((row) =>
      columns.map((column) => {
        const said = row[column.id]
        return { text: said === undefined ? '' : leafWords(column, said), classes: 'app-lines' }
      }),
    ),
  })}</div>`
}

const isGroup = ({ kind }: AskedField): boolean => kind === 'rows' || kind === 'per child'

/** Single questions that follow one another are one list. */
const runsOf = (fields: readonly AskedField[]): readonly (readonly AskedField[])[] => {
  const runs: AskedField[][] = []
  for (const field of fields) {
    const last = runs.at(-1)
    const joins = last !== undefined && !isGroup(field) && last.every((one) => !isGroup(one))
    if (joins) last.push(field)
    else runs.push([field])
  }
  return runs
}

const sectionPart = ({ title, fields }: AskedSection, content: FormContent, signed: SignedOn): Part => {
  const { answers } = content
  const drawn = runsOf(fields).map((run): Part => {
    const [first] = run
    if (first?.kind === 'rows') return ofRows(first, answers[first.id])
    if (first?.kind === 'per child') return ofChildren(first, answers[first.id], content)
    return answerList(run.map((field) => item(field, answers[field.id] as Leaf | undefined, signed)))
  })
  const isThere = (part: Part): boolean => (Array.isArray(part) ? part.some(isThere) : Boolean(part))
  return (
    drawn.some(isThere) &&
    html`<section class="app-document__part"><h2 class="govuk-heading-m">${title}</h2>${drawn}</section>`
  )
}

/** A form as it was answered, to be read and printed. What was not answered is left out, but for signatures. */
export const drawAnswers = (content: FormContent, signed: SignedOn): Html =>
  html`${content.sections.map((section) => sectionPart(section, content, signed))}`
