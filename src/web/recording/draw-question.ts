import { checkboxes } from '../components/checkboxes.ts'
import { dateInput } from '../components/date-input.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { select } from '../components/select.ts'
import { textarea } from '../components/textarea.ts'
import type { Said } from '../forms/said.ts'
import { yesOrNo } from '../forms/yes-or-no.ts'
import type { Typed } from '../forms/typed.ts'
import { drawActions } from './action-rows.ts'
import { drawDone } from './done-actions.ts'
import { other } from './question.ts'
import type { Question } from './question.ts'
import { drawSeen } from './seen-rows.ts'
import type { SeenFacts } from './seen-rows.ts'

export type Drawing = {
  readonly said: Said
  readonly typed: Typed
  /** What the rows of children need; null where a page asks for none. */
  readonly seen: SeenFacts | null
}

/** Up to so many answers stand open to be read; more fold into a list. */
const mostRadios = 7

const drawPick = ({ name, label, hint, answers, kind }: Question, said: Said): Html => {
  const asked = { ...said.choice(name), hint: hint ?? undefined }
  if (answers.length > mostRadios || kind === 'worker')
    return select({
      ...asked,
      label,
      items: [{ value: '', text: 'Choose one' }, ...answers],
    })
  return radios({ ...asked, legend: label, items: answers })
}

const drawText = ({ name, label, hint, long, field }: Question, said: Said): Html => {
  const asked = { ...said.text(name), label, hint: hint ?? undefined }
  if (!long) return input(asked)
  const drawn = textarea({ ...asked, rows: field === 'account' && hint !== null ? 8 : 4 })
  return field === 'voice' ? html`<div class="app-voice">${drawn}</div>` : drawn
}

/** One question with what was typed and what is wrong with it. */
export const drawQuestion = (question: Question, { said, typed, seen }: Drawing): Html => {
  const { name, label, answers } = question
  const hint = question.hint ?? undefined
  switch (question.kind) {
    case 'text':
    case 'free':
      return drawText(question, said)
    case 'choice':
    case 'worker':
    case 'person':
      return drawPick(question, said)
    case 'done':
      return drawDone(question, said)
    case 'limit':
      return answers.length === 0
        ? html`<p class="govuk-body" id="${name}"><strong>No time limit of this family was paused by hand.</strong> There is none that could go on.</p>`
        : radios({ ...said.choice(name), legend: label, hint, items: answers })
    case 'among':
      return radios({
        ...said.choice(name),
        legend: label,
        hint,
        items: [
          ...answers,
          {
            value: other,
            text: 'Another answer',
            conditional: input({ ...said.text(`${name}-other`), label: 'In words' }),
          },
        ],
      })
    case 'several-among':
      return checkboxes({
        ...said.several(name),
        legend: label,
        hint,
        items: [
          ...answers,
          {
            value: other,
            text: 'Another answer',
            conditional: textarea({
              ...said.text(`${name}-other`),
              label: 'In words, one on each line',
              rows: 3,
            }),
          },
        ],
      })
    case 'number':
      return input({
        ...said.text(name),
        label,
        hint,
        inputmode: 'numeric',
        classes: 'govuk-input--width-4',
      })
    case 'yes-no':
      return yesOrNo({ said, name, label, hint })
    case 'date':
      return dateInput({ ...said.date(name), legend: label, hint })
    case 'moment':
      return html`${dateInput({ ...said.date(name), legend: label, hint })}${input({
        ...said.text(`${name}-time`),
        label: 'Time',
        hint: 'For example, 2:30pm',
        classes: 'govuk-input--width-5',
      })}`
    case 'people':
      return checkboxes({ ...said.several(name), legend: label, hint, items: answers })
    case 'texts':
      return textarea({ ...said.text(name), label, hint: hint ?? 'One on each line.', rows: 3 })
    case 'seen':
    case 'not-seen':
      return seen === null ? html`` : drawSeen(said, seen)
    case 'actions':
      return drawActions(question, said, typed)
  }
}
