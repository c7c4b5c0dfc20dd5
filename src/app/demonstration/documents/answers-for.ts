import { addDays, formatDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import type { CasePerson, NewEvent } from '#casework/case/case-record.ts'
import { answerOnRecord } from '#casework/documents/as-recorded.ts'
import { isAsked, isEmpty, topFields } from '#casework/documents/asked.ts'
import { fieldsGiven, kindOf } from '#casework/documents/event-of-form.ts'
import type { Answer, Answers, Leaf, Leaves } from '#casework/documents/stored-document.ts'
import { isChild } from '#engine/case-event.ts'
import type { Data } from '#engine/case-event.ts'
import { isData, isList } from '#engine/history/entry.ts'
import type { Chance } from '#engine/plausible/chance.ts'
import { fitting, yearsOf } from '#engine/plausible/fitting-words.ts'
import type { Form, FormField } from '#procedure/rules/form.ts'
import type { FormRecord } from '#procedure/rules/form-record.ts'
import type { Procedure } from '#procedure/procedure.ts'
import { answerWords, otherAnswers } from './answer-words.data.ts'

/** Whoever fills in a form of the demonstration, and for whom. */
export type Filling = {
  readonly procedure: Procedure
  readonly people: readonly CasePerson[]
  readonly worker: string
  readonly manager: string
  readonly chance: Chance
  /** The name of somebody, by their id; anything else as it is. */
  readonly name: (id: string) => string
}

type At = Pick<NewEvent, 'type' | 'at' | 'data'>

/** The child whom a question is about; each has another turn, so that siblings do not all say the same. */
type Child = { readonly first: string; readonly turn: number; readonly years: readonly number[] }

const wordsFor = ({ id, label }: FormField, child: Child | null, event: At, filling: Filling): string => {
  const { chance, people } = filling
  const about = `${id} ${label.toLowerCase()}`
  const years = child?.years ?? yearsOf(people, dayOf(event.at))
  const all = fitting(answerWords.find(([fits]) => fits.test(about))?.[1] ?? otherAnswers, years)
  const said = child === null ? all.filter((one) => !/{child}|^“|too young/.test(one)) : all
  const turn = child?.turn ?? chance.whole(0, all.length)
  return (said[turn % said.length] ?? otherAnswers[0]).replaceAll('{child}', child?.first ?? '')
}

const lies = (label: string): boolean => /next|until|again|review|will|by when/i.test(label)

const dateFor = ({ label }: FormField, { at }: At, { chance }: Filling): string =>
  formatDay(addDays(dayOf(at), lies(label) ? chance.whole(14, 35) : -chance.whole(0, 9)))

const whoFor = ({ id, label }: FormField, { worker, manager, people }: Filling): string => {
  const about = `${id} ${label}`
  if (/manager|supervisor|who gave/i.test(about)) return manager
  if (/practitioner|worker|who\b.*we|social/i.test(about)) return worker
  return people.find((person) => person.member && !isChild(person))?.name ?? worker
}

const saysNo = /escalat|off-course|needs to be|otherwise than/i

/** An answer that nothing on record gives. */
const leafFor = (field: FormField, child: Child | null, event: At, filling: Filling): Leaf | undefined => {
  const { chance } = filling
  switch (field.kind) {
    case 'short text':
    case 'narrative':
      return /\bwho\b|led-by|with whom/i.test(`${field.id} ${field.label}`) && field.kind === 'short text'
        ? whoFor(field, filling)
        : wordsFor(field, child, event, filling)
    case 'date':
      return dateFor(field, event, filling)
    case 'choice':
      return field.options[chance.share(0.7) ? 0 : chance.whole(0, field.options.length - 1)]?.id
    case 'several':
      return field.options.filter((_, i) => i < 2).map(({ id }) => id)
    case 'yes-no':
      return !saysNo.test(`${field.id} ${field.label}`)
    case 'scale':
      return chance.whole(4, 8)
    case 'person':
      return whoFor(field, filling)
    default:
      return undefined
  }
}

const givesTo = (field: FormField, type: string): string | null =>
  field.from.find((source) => source.startsWith(`${type}.`))?.slice(type.length + 1) ?? null

const rowOfChild = (rows: unknown, child: string): Data | undefined =>
  isList(rows as never)
    ? (rows as readonly Data[]).find((row) => isData(row) && row['child'] === child)
    : undefined

/** What the entry says of one child; undefined where it says nothing of the kind. */
const ofChild = (
  field: FormField,
  { type, data }: At,
  child: string,
  { procedure }: Filling,
): Leaf | undefined => {
  const source = givesTo(field, type)
  if (source === null) return undefined
  const [seen, missed] = [rowOfChild(data['seen'], child), rowOfChild(data['notSeen'], child)]
  if (source === 'seen') {
    if (field.kind === 'yes-no') return seen === undefined ? (missed === undefined ? undefined : false) : true
    if (seen === undefined) return missed === undefined ? undefined : 'no'
    return seen['alone'] === true ? 'alone' : 'with-others'
  }
  const part = /^notSeen\.(.*)$/.exec(source)?.[1]
  if (part !== undefined) return missed?.[part] as Leaf | undefined
  if (kindOf(procedure, type, source) !== 'people') return undefined
  const named = data[source]
  return isList(named) && named.includes(child)
}

const isWanted = ({ needed }: FormField, { chance }: Filling): boolean => needed !== 'no' || chance.share(0.4)

const groupsFor = (field: FormField, event: At, filling: Filling, whole: Answers): Answer => {
  const children = filling.people.filter((person) => isChild(person) && person.until === null)
  const turn = filling.chance.whole(0, 11)
  return Object.fromEntries(
    children.map((person, nth): [string, Leaves] => {
      const { id, name } = person
      const years = yearsOf([person], dayOf(event.at))
      const child = { first: name.split(' ')[0] ?? name, turn: turn + nth, years }
      const group: Record<string, Leaf> = {}
      for (const inner of field.fields) {
        if (!isAsked(inner, group, whole)) continue
        const own = ofChild(inner, event, id, filling)
        const isRecords = givesTo(inner, event.type) !== null && inner.kind !== 'narrative'
        const said =
          own ?? (isRecords || !isWanted(inner, filling) ? undefined : leafFor(inner, child, event, filling))
        if (said !== undefined) group[inner.id] = said
      }
      return [id, group]
    }),
  )
}

const rowFor = (field: FormField, row: Data, event: At, filling: Filling): Leaves => {
  const said: Record<string, Leaf> = {}
  for (const column of field.fields) {
    const own = row[column.id]
    const value =
      typeof own === 'string'
        ? filling.name(own)
        : isWanted(column, filling)
          ? leafFor(column, null, event, filling)
          : undefined
    if (value !== undefined) said[column.id] = value
  }
  return said
}

/** The actions of the entry; of two lists of them in one form the second has the last one alone. */
const rowsFor = (field: FormField, event: At, filling: Filling, all: readonly FormField[]): Answer => {
  const lists = all.filter((one) => one.kind === 'rows' && givesTo(one, event.type) === 'actions')
  const { actions } = event.data
  const named = field.fields.find(
    (one) => kindOf(filling.procedure, event.type, givesTo(one, event.type) ?? '') === 'people',
  )
  const whom = named === undefined ? undefined : event.data[givesTo(named, event.type) ?? '']
  if (named !== undefined && isList(whom))
    return whom.map((id) => rowFor(field, { [named.id]: id }, event, filling))
  if (!lists.includes(field) || !isList(actions)) return [rowFor(field, {}, event, filling)]
  const rows = actions.filter(isData)
  const cut = lists.length > 1 && rows.length > 1 ? -1 : rows.length
  const own = field === lists[0] ? rows.slice(0, cut) : rows.slice(cut)
  return own.map((row) => rowFor(field, row, event, filling))
}

const presets = ({ when }: FormRecord): Answers =>
  Object.fromEntries(
    when.flatMap((test): readonly [string, Answer][] => {
      const [value] = test.kind === 'in' ? test.values : []
      if (value === undefined) return []
      return [[test.path.join('.'), value === 'yes' ? true : value === 'no' ? false : value]]
    }),
  )

/** What somebody would have answered in a form that recorded an entry as it is. */
export const answersFor = (form: Form, record: FormRecord, event: At, filling: Filling): Answers => {
  const answers: Record<string, Answer> = { ...presets(record) }
  const all = topFields(form)
  const given = fieldsGiven(form, event.type)
  for (const field of all) {
    if (field.id in answers || !isAsked(field, answers, answers)) continue
    if (field.kind === 'per child') answers[field.id] = groupsFor(field, event, filling, answers)
    else if (field.kind === 'rows') {
      const isIn = isWanted(field, filling) || given.has('actions')
      const rows = isIn ? rowsFor(field, event, filling, all) : []
      if (!isEmpty(rows)) answers[field.id] = rows
    } else {
      const own = answerOnRecord(field, event, filling.procedure, filling.name)
      const kind = kindOf(filling.procedure, event.type, givesTo(field, event.type) ?? '')
      const isFree = own === undefined || (own === null && kind === 'text')
      if (own != null) answers[field.id] = own
      else if (own === null && kind === 'yes-no' && field.needed !== 'no') answers[field.id] = false
      else if (isFree && isWanted(field, filling)) {
        const said = leafFor(field, null, event, filling)
        if (said !== undefined) answers[field.id] = said
      }
    }
  }
  return answers
}
