import { formatDay } from '#calendar/day.ts'
import { longDayInWords } from '#calendar/day-in-words.ts'
import { dayOf } from '#calendar/instant.ts'
import type { Instant } from '#calendar/instant.ts'
import type { CasePerson } from '#casework/case/case-record.ts'
import type { Assessment } from '#engine/assess.ts'
import { isBorn, isChild } from '#engine/case-event.ts'
import type { Data } from '#engine/case-event.ts'
import { capital, listed } from '#procedure/in-words.ts'
import { dateInput } from '../components/date-input.ts'
import { html } from '../components/html.ts'
import type { Html, Part } from '../components/html.ts'
import { radios } from '../components/radios.ts'
import { textarea } from '../components/textarea.ts'
import { ageInWords } from '../family/age-in-words.ts'
import { date } from '../forms/date-fields.ts'
import { textOf } from '../forms/field.ts'
import type { Read } from '../forms/field.ts'
import { choice, narrative } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem, FormSpec } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import { dayTyped, notBefore } from './when-it-happened.ts'

const control = (child: string): string => `seen-${child}`

export type SeenFacts = {
  readonly people: readonly CasePerson[]
  readonly standing: Assessment
  readonly now: Instant
}

const childrenOf = ({ people }: Pick<SeenFacts, 'people'>): readonly CasePerson[] => people.filter(isChild)

type SeenRead =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const answers = ['alone', 'seen', 'not']

/** Whether nobody can have seen a child: its birth is not on record, or it was born after the day of the visit. */
const isNotYetBorn = (child: CasePerson, typed: Typed): boolean => {
  const visit = dayTyped(typed)
  return visit === null ? child.role === 'unborn' : !isBorn(child, visit)
}

const whyNot = ({ id, name }: CasePerson, typed: Typed): FormSpec => {
  if (textOf(typed, control(id)) !== 'not') return {}
  const when = `The date on which ${name} will be seen`
  return {
    [`${control(id)}-reason`]: narrative({ needed: `Enter why ${name} was not seen` }),
    [`${control(id)}-when`]: date({
      name: when,
      from: notBefore(typed, `${when} must not be before the visit`),
    }),
  }
}

const specFor = (child: CasePerson, typed: Typed): FormSpec => {
  const needed = `Choose whether ${child.name} was seen`
  return {
    [control(child.id)]: isNotYetBorn(child, typed) ? choice(answers) : choice(answers, { needed }),
    ...whyNot(child, typed),
  }
}

const tooEarly = (child: CasePerson, typed: Typed): readonly FieldProblem[] => {
  const field = control(child.id)
  if (!isNotYetBorn(child, typed) || !['alone', 'seen'].includes(textOf(typed, field))) return []
  const { name, role, born } = child
  const text =
    role === 'unborn' || born === null
      ? `${name} cannot have been seen before being born. If the baby is here, say so under People first, or choose “Not seen”`
      : `${name} was born on ${longDayInWords(born)}, after this visit. Correct the date, or choose “Not seen”`
  return [{ field, text }]
}

/** Who was seen, alone or with others, and who was not, with the reason and when they will be. */
export const readSeen = (typed: Typed, facts: Pick<SeenFacts, 'people'>): SeenRead => {
  const children = childrenOf(facts)
  const problems = children.flatMap((child) => tooEarly(child, typed))
  if (problems.length > 0) return { ok: false, problems }
  const read = readFields(
    typed,
    children.reduce<FormSpec>((spec, child) => ({ ...spec, ...specFor(child, typed) }), {}),
  )
  if (!read.ok) return read
  const answer = ({ id }: CasePerson): unknown => read.values[control(id)]
  const seen = children
    .filter((child) => answer(child) === 'alone' || answer(child) === 'seen')
    .map((child) => ({ child: child.id, alone: answer(child) === 'alone' }))
  const notSeen = children
    .filter((child) => answer(child) === 'not')
    .map(({ id }) => {
      const when = read.values[`${control(id)}-when`] as Extract<
        Read<Parameters<typeof formatDay>[0] | null>,
        { value: unknown }
      >['value']
      const reason = String(read.values[`${control(id)}-reason`])
      return { child: id, reason, ...(when === null ? {} : { when: formatDay(when) }) }
    })
  return {
    ok: true,
    data: { ...(seen.length > 0 ? { seen } : {}), ...(notSeen.length > 0 ? { notSeen } : {}) },
  }
}

const lastSeen = ({ id }: CasePerson, { standing }: SeenFacts): string => {
  const watch = standing.watches.find(
    (one) => one.watch.of.kind === 'last' && one.subject.kind === 'person' && one.subject.id === id,
  )
  if (watch === undefined) return ''
  if (watch.last === null) return 'Not seen yet.'
  const alone =
    watch.lastAlone === null
      ? 'never yet seen alone'
      : `last seen alone on ${longDayInWords(watch.lastAlone.day)}`
  return `Last seen on ${longDayInWords(watch.last.day)}, ${alone}.`
}

const about = (child: CasePerson, facts: SeenFacts): string => {
  const age = child.born === null ? '' : `${capital(ageInWords(child, dayOf(facts.now)))}.`
  return [age, lastSeen(child, facts)].filter((one) => one !== '').join(' ')
}

const drawChild = (child: CasePerson, said: Said, facts: SeenFacts): Html => {
  const name = control(child.id)
  const asked = said.choice(name)
  const why = html`${textarea({
    ...said.text(`${name}-reason`),
    label: `Why was ${child.name} not seen?`,
    rows: 3,
  })}${dateInput({
    ...said.date(`${name}-when`),
    legend: 'When will that be made good?',
    hint: 'Leave it empty when it is not arranged yet.',
  })}`
  return html`<div class="app-child">${radios({
    ...asked,
    legend: { text: child.name, classes: 'govuk-fieldset__legend--s' },
    hint: about(child, facts) || undefined,
    items: [
      { value: 'alone', text: 'Seen, and seen alone' },
      { value: 'seen', text: 'Seen, with others there' },
      { value: 'not', text: 'Not seen', conditional: why },
    ],
  })}</div>`
}

/** Those who are asked about: not a child whose birth is not on record, unless something was said of them. */
const askedAbout = (said: Said, facts: SeenFacts): readonly CasePerson[] =>
  childrenOf(facts).filter(
    (child) => isBorn(child, dayOf(facts.now)) || said.choice(control(child.id)).value !== '',
  )

/** Why a child is not among those who are asked about, and what to do once it is there. */
const notAsked = (children: readonly CasePerson[]): Part =>
  children.length > 0 &&
  html`<p class="govuk-hint">Not asked about ${listed(
    children.map(({ name }) => name),
    'and',
  )}: no birth is on record. If the baby is here, say so under People first.</p>`

/** Each child with what is known of when they were last seen, to be answered one by one. */
export const drawSeen = (said: Said, facts: SeenFacts): Html => {
  const children = askedAbout(said, facts)
  if (children.length === 0)
    return html`<p class="govuk-body">No child who is born is part of this case yet, so nobody can be marked as seen.</p>`
  const others = childrenOf(facts).filter((child) => !children.includes(child))
  return html`<h2 class="govuk-heading-m">Which children did you see?</h2>${notAsked(others)}${children.map((child) => drawChild(child, said, facts))}`
}
