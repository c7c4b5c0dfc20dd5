import { longDayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { OpenAction } from '#casework/asking/open-actions.ts'
import type { Data, DataValue } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import { capital, listed } from '#procedure/in-words.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { textOf, textsOf } from '../forms/field.ts'
import { several, text } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import { timeInWords } from '../time-in-words.ts'
import { dueInWords } from './beside-form.ts'
import { eventTitle } from './event-title.ts'
import { controlName, other } from './question.ts'
import type { Answer, Question } from './question.ts'

type Facts = { readonly procedure: Procedure; readonly people: readonly CasePerson[] }

const idOf = ({ ids: [id] }: OpenAction): string => id

/** `Mo Example, by Friday 17 July 2026. From: Support plan agreed, Monday 16 March 2026.` */
const aboutAction = ({ who, by, standing, agreed }: OpenAction, { procedure, people }: Facts): string => {
  const names = who.map((one) => people.find(({ id }) => id === one)?.name ?? one)
  const until =
    by === null ? '' : standing === 'overdue' ? `was due ${dueInWords(by)}` : `by ${dueInWords(by)}`
  const how = capital([listed(names), until].filter((one) => one !== '').join(', '))
  const from = agreed.map(({ type, at }) => `${eventTitle(type, procedure)}, ${longDayInWords(dayOf(at))}`)
  const forAll = who.length > 1 ? ' It is completed for all of them.' : ''
  return `${how}${how === '' ? '' : '. '}From: ${listed([...new Set(from)])}.${forAll}`
}

/** Which of the open actions were completed: asked by the actions themselves, since only their own words close them. */
export const doneQuestion = (actions: readonly OpenAction[], facts: Facts): Question => ({
  field: 'what',
  name: controlName('what'),
  kind: 'done',
  label: 'Which actions were completed?',
  hint: 'Choose all that were.',
  needed: 'Choose the actions that were completed',
  long: false,
  answers: actions.map(
    (one): Answer => ({ value: idOf(one), text: one.what, hint: aboutAction(one, facts) }),
  ),
  actions,
})

/** The action that a link names: by itself, or by the entry with which it was agreed, where that has one that is open. */
export const actionNamed = (actions: readonly OpenAction[], named: string): string | undefined => {
  const exact = actions.find(({ ids }) => ids.includes(named))
  if (exact !== undefined) return idOf(exact)
  const [only, another] = actions.filter(({ agreed }) => agreed.some(({ event }) => event === named))
  return only === undefined || another !== undefined ? undefined : idOf(only)
}

export const drawDone = ({ name, label, hint, answers }: Question, said: Said): Html =>
  checkboxes({
    ...said.several(name),
    legend: { text: label, classes: 'govuk-fieldset__legend--m' },
    hint: hint ?? undefined,
    items: [
      ...answers,
      { divider: 'or' },
      {
        value: other,
        text: 'Something else',
        hint: 'It stands in no plan. The actions above stay open.',
        conditional: html`${input({ ...said.text(`${name}-other`), label: 'What was done' })}${input({ ...said.text(`${name}-who`), label: 'Who did it', classes: 'govuk-!-width-two-thirds' })}`,
      },
    ],
  })

type DoneRead =
  | { readonly ok: true; readonly rows: readonly Data[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** What was completed that no plan names. */
const readOther = (typed: Typed, name: string): DoneRead => {
  const read = readFields(typed, {
    [`${name}-other`]: text({ needed: 'Enter what was done' }),
    [`${name}-who`]: text({ name: 'Who did it' }),
  })
  if (!read.ok) return read
  const who = read.values[`${name}-who`] ?? null
  const what = read.values[`${name}-other`] ?? ''
  return { ok: true, rows: [{ what, ...(who === null ? {} : { who }) }] }
}

/** An action that was typed in its own words is that action. */
const alike = (words: string): string => words.trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** As many rows as it was agreed: each closes one. */
const rowsOf = ({ what, who, agreed }: OpenAction): readonly Data[] =>
  agreed.map(() => ({ what, ...(who.length === 0 ? {} : { who: listed(who) }) }))

const wrong = (field: string, says: string): DoneRead => ({ ok: false, problems: [{ field, text: says }] })

/** What was completed, a row for each entry that records it. */
export const readDone = (typed: Typed, { name, actions = [], needed }: Question): DoneRead => {
  const sent = textsOf(typed, name)
  const known = new Set([...actions.map(idOf), other])
  if (sent.some((one) => !known.has(one)))
    return wrong(
      name,
      'One of the actions that you chose is no longer open. Look at what is left, and send it again',
    )
  const read = readFields(typed, { [name]: several([...known], { needed: needed ?? '' }) })
  if (!read.ok) return read
  const isOther = sent.includes(other)
  const own = isOther ? readOther(typed, name) : { ok: true as const, rows: [] }
  if (!own.ok) return own
  const words = isOther ? alike(textOf(typed, `${name}-other`)) : null
  const isMeant = (one: OpenAction): boolean => sent.includes(idOf(one)) || alike(one.what) === words
  const rows = actions.filter(isMeant).flatMap(rowsOf)
  const isKnown = actions.some((one) => alike(one.what) === words)
  return { ok: true, rows: isKnown ? rows : [...rows, ...own.rows] }
}

/** What is wrong with when they are said to have been completed: not before they were agreed. */
export const doneTooEarly = (
  data: Data,
  at: Instant,
  questions: readonly Question[],
): readonly FieldProblem[] => {
  const done = new Set(rowsIn(data['what']).map(({ what }) => what))
  const actions = questions.flatMap((question) => question.actions ?? [])
  const later = actions
    .filter(({ what }) => done.has(what))
    .flatMap(({ what, agreed }) => agreed.map((one) => ({ what, at: one.at })))
    .filter((one) => one.at > at)
    .toSorted((a, b) => b.at - a.at)
  const [last] = later
  if (last === undefined) return []
  const says = `“${last.what}” was agreed ${timeInWords(last.at)}. Enter a time after that`
  return [{ field: 'at-time', text: says }]
}

const rowsIn = (value: DataValue | undefined): readonly Data[] =>
  value !== undefined && isList(value) ? value.filter((row) => isData(row)) : []

/** One entry for each action that was completed; what was told besides stands in the first. */
export const oneEach = (data: Data): readonly Data[] => {
  const rows = rowsIn(data['what'])
  const { what: _, ...rest } = data
  return rows.length === 0 ? [data] : rows.map((row, i) => (i === 0 ? { ...rest, ...row } : row))
}
