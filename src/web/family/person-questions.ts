import { dayOf } from '#calendar/instant.ts'
import type { CasePeople, PersonShown } from '#casework/case/case-people.ts'
import type { PersonSaid } from '#casework/people/person-said.ts'
import { dateInput } from '../components/date-input.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { select } from '../components/select.ts'
import { date } from '../forms/date-fields.ts'
import { textOf } from '../forms/field.ts'
import { choice, text } from '../forms/fields.ts'
import { readFields } from '../forms/read-fields.ts'
import type { FieldProblem } from '../forms/read-fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'
import { typedDay } from '../recording/when-it-happened.ts'
import { aroundRole, familyRoles } from './family-roles.data.ts'
import { drawLives, readLives, typedLives } from './lives-question.ts'
import { namesIn } from './names.ts'

/** Who somebody can be; a role that only the procedure knows stays one while somebody holds it. */
const rolesFor = (facts: CasePeople, person: PersonShown | null) => {
  const all = [...familyRoles, aroundRole]
  if (person === null || all.some(({ value }) => value === person.role)) return all
  const { role } = namesIn({ ...facts, record: facts })
  return [...all, { value: person.role, text: role(person.role) }]
}

/** What is known of somebody as it stands in the boxes of their page. */
export const typedPerson = (person: PersonShown): Typed => {
  const { name, role, born, phone, from, until } = person
  return {
    name,
    role,
    ...(born === null ? {} : typedDay('born', born)),
    phone: phone ?? '',
    ...(from === null ? {} : typedDay('from', from)),
    ...(until === null ? {} : typedDay('until', until)),
    ...typedLives(person),
  }
}

type PersonRead =
  | { readonly ok: true; readonly said: PersonSaid }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** A person out of what was typed, or everything that is wrong with it. */
export const readPerson = (typed: Typed, facts: CasePeople, person: PersonShown | null): PersonRead => {
  const roles = rolesFor(facts, person).map(({ value }) => value)
  const today = dayOf(facts.now)
  const isUnborn = textOf(typed, 'role') === 'unborn'
  const read = readFields(typed, {
    name: text({ needed: 'Enter the name', most: 200, name: 'The name' }),
    role: choice(roles, { needed: 'Choose who they are' }),
    born: date(
      isUnborn
        ? { name: 'The expected date' }
        : {
            name: 'The date of birth',
            until: { day: today, otherwise: 'The date of birth must be in the past' },
          },
    ),
    phone: text({ most: 50, name: 'The telephone number' }),
    from: date({ name: 'The day of joining' }),
    until: date({ name: 'The day of leaving' }),
  })
  const lives = readLives(typed, facts, person)
  if (read.ok && lives.ok) return { ok: true, said: { ...read.values, lives: lives.lives } }
  return { ok: false, problems: [...(read.ok ? [] : read.problems), ...(lives.ok ? [] : lives.problems)] }
}

/** Asks what is known of somebody. */
export const drawPerson = (said: Said, facts: CasePeople, person: PersonShown | null): Html =>
  html`${input({ ...said.text('name'), label: 'Name', classes: 'govuk-!-width-two-thirds', autocomplete: 'off' })}${select(
    {
      ...said.choice('role'),
      label: 'Who are they?',
      items: [{ value: '', text: 'Choose one' }, ...rolesFor(facts, person)],
    },
  )}${dateInput({
    ...said.date('born'),
    legend: 'Date of birth',
    hint: 'For an unborn child, when it is expected. Leave it empty when it is not known.',
  })}${input({ ...said.text('phone'), label: 'Telephone', type: 'tel', classes: 'govuk-input--width-20', autocomplete: 'off' })}${drawLives(said, facts, person)}<h2 class="govuk-heading-m">In the household, or working with it</h2>${dateInput(
    {
      ...said.date('from'),
      legend: 'Joined on',
      hint: 'Leave it empty for somebody who was there from the beginning.',
    },
  )}${dateInput({
    ...said.date('until'),
    legend: 'Left on',
    hint: 'The last day. What the procedure asks for each child stops with it.',
  })}`
